import { inflateRawSync } from 'node:zlib';
import { partnership } from '@tablee/domain/modules';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../docx.ts';
import { invitationSheet } from '../meeting/invitation.ts';
import { renderPdf } from '../pdf.ts';
import { pictureIn } from '../picture.ts';
import { wordsIn } from '../words.ts';
import { briefingSheet } from './briefing.ts';
import { renderLetterDocx } from './letter-docx.ts';
import { renderLetterPdf } from './letter-pdf.ts';
import { type LetterAsked, letterSheet } from './letter-sheet.ts';

/** One pixel, in ink. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const LOGO = 'b'.repeat(64);

const office = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.add('ada', 'actor', 'ministry', { name: 'Ministère de l’Eau', sector: 'state' });
  table.add('ada', 'letterhead', 'head', {
    name: { lang: 'fr', text: 'L’eau de la vallée' },
    logo: { hash: LOGO, name: 'logo.png', size: PIXEL.length, type: 'image/png' },
    address: { lang: 'fr', text: '12, rue du Puits\nQuartier-Bas' },
    place: 'Lusaka',
    numberPattern: '{nnn}/SE/{an}',
  });
  const letter = {
    template: 'invitation',
    tone: 'state',
    lang: 'fr',
    civility: 'sir',
    organisation: 'ministry',
    person: 'ben',
    dated: '2026-01-10',
    subject: 'Invitation : #panic("x") *gras*',
    recipient: 'BP 12\nLusaka',
    salutation: 'Monsieur le Secrétaire permanent,',
    body: 'Un paragraphe.\n\nPoints :\n– le premier\n– le second\n\n---\n\nTermes de référence\n\nLe but.',
    closing: 'Je vous prie d’agréer.',
    signature: 'La coordinatrice',
  };
  table.act('ada', 'letter.write', 'l1', letter, 'secretariat');
  return table;
};

const askedOf = (table: Table): LetterAsked & { readonly now: string } => ({
  view: table.view('secretariat'),
  language: 'en',
  words: wordsIn('en'),
  nameOf: (person) => ({ ben: 'Benjamin Phiri', ada: 'Ada Mwale' })[person],
  positionOf: () => 'Secrétaire permanent',
  pictureOf: async (hash) => (hash === LOGO ? pictureIn(PIXEL) : undefined),
  address: 'http://127.0.0.1/p/space',
  page: 'http://127.0.0.1/c/AC7K3-RT9QD',
  now: '2026-01-10T09:00:00.000Z',
});

const letterOf = async (table: Table) => {
  const sheet = await letterSheet('l1', askedOf(table));
  if (sheet === undefined) throw new Error('no letter');
  return sheet;
};

/** The text of the main part of a Word file. */
const wordText = (file: Buffer): string => {
  for (let at = file.indexOf('PK\u0003\u0004'); at >= 0; at = file.indexOf('PK\u0003\u0004', at + 4)) {
    const name = file.subarray(at + 30, at + 30 + file.readUInt16LE(at + 26)).toString();
    if (name !== 'word/document.xml') continue;
    const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
    return inflateRawSync(file.subarray(from))
      .toString()
      .replace(/<[^>]+>/g, ' ');
  }
  return '';
};

describe('letters on paper', () => {
  it('show the number only once it is given, and say that they are a draft until then', async () => {
    const table = office();
    expect(await letterOf(table)).toMatchObject({ number: 'Numéro à l’envoi', standing: 'Projet' });
    table.act('ada', 'letter.fix', 'l1', {}, 'secretariat');
    expect(await letterOf(table)).toMatchObject({
      language: 'fr',
      number: 'N° 001/SE/2026',
      standing: '',
      date: 'Lusaka, le 10 janvier 2026',
    });
  });

  it('take name and function of the addressee from the vault, and print what is left when they are erased', async () => {
    const table = office();
    const { recipient } = await letterOf(table);
    expect(recipient).toEqual([
      'Monsieur Benjamin Phiri',
      'Secrétaire permanent',
      'Ministère de l’Eau',
      'BP 12',
      'Lusaka',
    ]);
    const asked = { ...askedOf(table), nameOf: () => undefined, positionOf: () => undefined };
    expect((await letterSheet('l1', asked))?.recipient).toEqual(['Ministère de l’Eau', 'BP 12', 'Lusaka']);
  });

  it('come out as a tagged PDF with logo and annex whose template never reads what people wrote as markup', async () => {
    const sheet = await letterOf(office());
    expect(sheet.annexes).toMatchObject([{ title: 'Termes de référence' }]);
    expect(sheet.body.at(-1)).toEqual({ kind: 'list', lines: ['le premier', 'le second'] });
    const bytes = await renderLetterPdf(sheet);
    const text = bytes.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('/Subtype /Image');
    expect((await renderLetterPdf(sheet)).equals(bytes)).toBe(true);
  });

  it('come out as a Word file with every part of the letter', async () => {
    const text = wordText(await renderLetterDocx(await letterOf(office())));
    for (const part of [
      'L’eau de la vallée',
      'Benjamin Phiri',
      'panic',
      'le second',
      'Termes de référence',
      'La coordinatrice',
    ])
      expect(text).toContain(part);
  });

  it('are not there for readers outside the secretariat, nor where no letter leaves', async () => {
    const table = office();
    table.act(
      'ada',
      'letter.note',
      'in1',
      { lang: 'fr', on: '2026-01-12', subject: 'Réponse' },
      'secretariat',
    );
    expect(await letterSheet('in1', askedOf(table))).toBeUndefined();
    expect(await letterSheet('absent', askedOf(table))).toBeUndefined();
    expect(await letterSheet('l1', { ...askedOf(table), view: table.view('partners') })).toBeUndefined();
  });

  it('read a picture by its own bytes, and take nothing else for one', () => {
    expect(pictureIn(PIXEL)).toMatchObject({ type: 'png', width: 1, height: 1 });
    const jpeg = Buffer.from(
      'ffd8ffe000104a46494600010100000100010000ffc0001108002000400301220002110103110100',
      'hex',
    );
    expect(pictureIn(jpeg)).toMatchObject({ type: 'jpg', width: 64, height: 32 });
    expect(pictureIn(Buffer.from('GIF89a'))).toBeUndefined();
    expect(pictureIn(PIXEL.subarray(0, 20))).toBeUndefined();
    expect(pictureIn(Buffer.alloc(0))).toBeUndefined();
  });

  it('share their letterhead with the invitation, which carries their number and day', async () => {
    const table = office();
    table.add('ada', 'meeting', 'meeting1', { title: { lang: 'fr', text: 'Atelier' } });
    const row = { meeting: 'meeting1', organisation: 'ministry', person: 'ben', expected: true };
    table.add('ada', 'attendance', 'row1', row);
    const read = askedOf(table);
    const asked = { ...read, register: read.view, organisation: 'row1' };
    expect((await invitationSheet('meeting1', asked))?.sent).toMatchObject({
      head: { name: 'L’eau de la vallée', lines: ['12, rue du Puits', 'Quartier-Bas'] },
      number: '',
      date: 'Lusaka, 10 January 2026',
      recipient: ['Benjamin Phiri', 'Ministère de l’Eau'],
    });
    const letter = {
      template: 'invitation',
      tone: 'state',
      lang: 'fr',
      civility: 'sir',
      subject: 'A',
      body: 'B',
    };
    const about = { ...letter, organisation: 'ministry', about: 'meeting1', dated: '2026-01-08' };
    table.act('ada', 'letter.write', 'l2', about, 'secretariat');
    table.act('ada', 'letter.fix', 'l2', {}, 'secretariat');
    const sheet = await invitationSheet('meeting1', { ...asked, register: table.view('secretariat') });
    expect(sheet?.sent).toMatchObject({ number: 'No. 001/SE/2026', date: 'Lusaka, 8 January 2026' });
    if (sheet === undefined) throw new Error('no invitation');
    const [pdf, docx] = [await renderPdf(sheet), wordText(await renderDocx(sheet))];
    expect(pdf.toString('latin1')).toMatch(/\/Subtype ?\/Image/);
    for (const words of ['12, rue du Puits', '001/SE/2026', 'Benjamin Phiri']) expect(docx).toContain(words);
  });
});

describe('the briefing for somebody who takes office', () => {
  it('says from live data what stays, what is open and what waits, as PDF and Word', async () => {
    const table = office();
    table.add('ada', 'commitment', 'c1', {
      what: { lang: 'fr', text: 'Les analyses' },
      owner: 'ministry',
      due: '2026-02-01',
    });
    table.act('ada', 'officeChange.declare', 'change1', {
      organisation: 'ministry',
      on: '2026-01-08',
      suspendedUntil: '2026-03-15',
    });
    const sheet = briefingSheet('ministry', { ...askedOf(table), language: 'fr', words: wordsIn('fr') });
    if (sheet === undefined) throw new Error('no briefing');
    const said = JSON.stringify(sheet.blocks);
    expect(said).toContain('Les analyses');
    expect(said).toContain('15 mars 2026');
    expect((await renderPdf(sheet)).toString('latin1')).toContain('/StructTreeRoot');
    expect(wordText(await renderDocx(sheet))).toContain('Les analyses');
    expect(briefingSheet('absent', askedOf(table))).toBeUndefined();
  });
});
