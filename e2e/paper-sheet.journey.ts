import { sheetCode } from '@tablee/domain/modules/paper';
import { beforeAll, describe, expect, it } from 'vitest';
import { begin, problemOf, record } from './asking.ts';
import { found } from './founding.ts';
import { open, type Person, press, sees, settled, spaceOf, tick, write } from './person.ts';
import { openStage } from './stage.ts';

/** Sheets of one pile, signs of its codes. */
const SHEETS = 40;
const PREFIX = 'AC7K';
/** Forty words a minute are two hundred keys; taking a sheet, reading it and laying it aside takes ten seconds. */
const KEYS_PER_MINUTE = 200;
const HANDLING_SECONDS = 10;

const stage = openStage();
let awa: Person;
let keys = 0;

/** Presses one key, and counts it. */
const key = async (name: string): Promise<void> => {
  keys += 1;
  await awa.page.keyboard.press(name);
};

/** Types a text, and counts its keys. */
const type = async (text: string): Promise<void> => {
  keys += [...text].length;
  await awa.page.keyboard.type(text);
};

const code = () => awa.page.getByRole('textbox', { name: 'Code de la feuille' });
const entered = (number: number) => sees(awa, new RegExp(`^${sheetCode(PREFIX, number)} est saisie`));

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  await found(awa);
  const organisations: string[] = [];
  for (let number = 1; number <= 30; number += 1)
    organisations.push(await record(awa, 'actor', { name: `Quartier ${number}`, sector: 'civilSociety' }));
  await begin(awa, 'paper.print', {
    prefix: PREFIX,
    lang: 'fr',
    title: 'L’assemblée du quartier',
    asks: [{ kind: 'position', subject: await problemOf(awa), version: 1 }],
    sheets: Array.from({ length: SHEETS }, (_, index) => {
      const organisation = organisations[index];
      return organisation === undefined ? {} : { organisation };
    }),
  });
});

describe('forty sheets of paper from a room without network', () => {
  it('are typed in by one person by keyboard alone in far less than thirty minutes, without network', async () => {
    await open(awa, 'in-out?view=paper');
    await sees(awa, /0 sur 40 saisies/);
    await awa.context.setOffline(true);
    await code().focus();
    for (let number = 1; number <= SHEETS; number += 1) {
      const whole = sheetCode(PREFIX, number);
      // The first of a pile by its whole code; of those that follow the last three signs are enough.
      await type(number === 1 ? whole.replace('-', '').toLowerCase() : whole.slice(5).toLowerCase());
      if (number > 1) await key('Enter');
      await awa.page.locator('[data-step] input').first().waitFor();
      if (number > 30) {
        await type(`Fatou ${number}`);
        await key('Enter');
        await type(`Quartier ${(number % 9) + 21}`);
        await key('Enter');
      }
      await key(number % 5 === 0 ? '2' : '1');
      await key('4');
      if (number % 5 === 0) await type('Le puits du haut manque.');
      await key('Enter');
      await entered(number);
    }
    const minutes = keys / KEYS_PER_MINUTE + (SHEETS * HANDLING_SECONDS) / 60;
    console.info(
      `40 sheets of paper: ${keys} keystrokes (${(keys / SHEETS).toFixed(1)} per sheet), ${minutes.toFixed(1)} minutes at 40 words a minute and 10 seconds of handling per sheet`,
    );
    expect(minutes).toBeLessThan(15);
    await sees(awa, /40 sur 40 saisies/);
    await awa.context.setOffline(false);
    await awa.page.reload();
    await settled(awa);
    await sees(awa, /40 sur 40 saisies/);
  });

  it('say that they are typed in already, by whom, and are corrected instead of doubled', async () => {
    await code().fill(sheetCode(PREFIX, 3));
    await sees(awa, /est déjà saisie : Quartier 3\. Par Awa Ndiaye/);
    await press(awa, 'Corriger cette feuille');
    await awa.page.keyboard.press('3');
    await press(awa.page.locator('form'), 'Feuille suivante');
    await sees(awa, new RegExp(`^${sheetCode(PREFIX, 3)} est saisie`));
    await settled(awa);
    await code().fill(sheetCode(PREFIX, 3));
    await sees(awa, /Je me mets en retrait/);
    await sees(awa, /40 sur 40 saisies/);
    await awa.page.keyboard.press('Enter');
    expect(await code().inputValue()).toBe('');
  });

  it('are told from a wrong code, which says where it is wrong, and from a code of elsewhere', async () => {
    const right = sheetCode(PREFIX, 12);
    await code().fill(right.replace('7', '9'));
    await sees(awa, new RegExp(`^Le signe 3 n’est pas le bon. Est-ce ${right} \\?`));
    await code().fill(right.replace('C', 'O'));
    await sees(awa, /^Le signe 2, « O », ne figure dans aucun code/);
    await code().fill(sheetCode('XWTR', 1));
    await sees(awa, /ce tas n’est pas de ce partenariat/);
    await code().fill(right.slice(0, 6));
    await awa.page.keyboard.press('Enter');
    await sees(awa, /^Il manque 2 signes/);
  });

  it('are taken back by one press, the last one with what followed from it', async () => {
    await code().fill(sheetCode(PREFIX, 5));
    await press(awa, 'Corriger cette feuille');
    await awa.page.keyboard.press('1');
    await press(awa.page.locator('form'), 'Feuille suivante');
    await settled(awa);
    await press(awa, `Annuler la dernière feuille (${sheetCode(PREFIX, 5)})`);
    await settled(awa);
    await code().fill(sheetCode(PREFIX, 5));
    // What stood before the correction is there again.
    await sees(awa, /D’accord avec réserve/);
  });

  it('tick the dates of a poll, a digit each, and count once for whom they name', async () => {
    const meeting = await record(awa, 'meeting', { title: { lang: 'fr', text: 'Assemblée' } });
    const date = (day: number) => ({ instant: `2030-12-0${day}T09:00:00Z`, zone: 'Africa/Lusaka' });
    const poll = await begin(awa, 'poll.open', { meeting, options: [date(3), date(4)] });
    const organisation = await record(awa, 'actor', { name: 'Moulin', sector: 'private' });
    const prefix = 'MNPQ';
    const asks = [{ kind: 'poll', subject: poll }];
    await begin(awa, 'paper.print', { prefix, lang: 'fr', asks, sheets: [{ organisation }, {}] });
    await sees(awa, /^Assemblée : 0 sur 2 saisies/);
    const first = sheetCode(prefix, 1);
    await code().fill(first);
    await sees(awa, /mardi 3 décembre 2030/);
    for (const each of ['1', '3', 'Enter']) await awa.page.keyboard.press(each);
    await sees(awa, new RegExp(`^${first} est saisie`));
    await awa.page.keyboard.type(sheetCode(prefix, 2).replace('-', ''));
    await awa.page.locator('[data-step] input').first().waitFor();
    await awa.page.keyboard.type('Tante Fatou');
    for (const each of ['Enter', 'Enter', '1', '2', 'Enter']) await awa.page.keyboard.press(each);
    await sees(awa, new RegExp(`^${sheetCode(prefix, 2)} est saisie`));
    await code().fill(first);
    await sees(awa, /est déjà saisie : Moulin\. Par Awa Ndiaye/);
    await sees(awa, /mardi 3 décembre 2030, 11 h : Oui · mercredi 4 décembre 2030, 11 h : Non/);
    await settled(awa);
    await open(awa, `meetings/${meeting}?view=invite`);
    await sees(awa, /^2 oui, 0 s’il le faut, 0 non/);
    await sees(awa, 'Tante Fatou');
  });

  it('are printed where something is asked, as PDF and as Word, with their codes', async () => {
    await open(awa, 'problem');
    const positions = awa.page.locator('main section').filter({
      has: awa.page.getByRole('heading', { name: 'Positions' }),
    });
    await press(positions, 'Demander sur papier');
    await tick(awa, 'Quartier 7');
    await write(awa, 'Feuilles sans nom', '2');
    await press(awa, 'Préparer les feuilles');
    const pdf = awa.page.getByRole('link', { name: 'PDF à imprimer' });
    await pdf.waitFor();
    const links = [
      await pdf.getAttribute('href'),
      await awa.page.getByRole('link', { name: 'Word à changer' }).getAttribute('href'),
    ];
    const starts = await Promise.all(
      links.map(async (link) => (await (await awa.context.request.get(link ?? '')).body()).subarray(0, 2)),
    );
    expect(starts.map(String)).toEqual(['%P', 'PK']);
    expect(links[0]).toContain(spaceOf(awa));
  });

  it('ends without a complaint of the browser', () => {
    expect(awa.complaints).toEqual([]);
  });
});
