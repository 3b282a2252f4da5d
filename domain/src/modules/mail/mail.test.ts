import { Table } from '@tablee/domain/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { processIn, stateIn } from '../reading/index.ts';
import { requestState, toConfirm } from '../request/index.ts';
import {
  type Asked,
  askedOf,
  bouncesOf,
  mailState,
  mailsSettled,
  mailsToSort,
  notingAnswer,
  ownWords,
  readingLines,
  readReply,
} from './index.ts';

const asked = (kind: Asked['kind'], more: Partial<Asked> = {}): Asked => ({
  kind,
  isVote: false,
  dates: [],
  unit: '',
  lang: 'fr',
  ...more,
});

const withMail = (facts: object = {}): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.add('ada', 'meeting', 'meeting1', { title: { lang: 'fr', text: 'Rencontre' } });
  const open = { kind: 'confirmMeeting', subject: 'meeting1', person: 'ben', organisation: 'utility' };
  table.act('ada', 'request.open', 'ask1', open);
  const came = { kind: 'answer', request: 'ask1', person: 'ben', fromAsked: true, files: 0 };
  const said = { said: { choice: 'coming' } };
  expect(table.act('system', 'mail.receive', 'mail1', { ...came, ...said, ...facts })).toBe('ok');
  return table;
};

const answerOf = (table: Table) => stateIn(table.view(), requestState, 'ask1')?.answer;

describe('e-mails that come in', () => {
  it('MAIL-1 keeps what was read as a proposal: the request stays open until somebody says that it is right', () => {
    const table = withMail();
    expect(answerOf(table)).toBeNull();
    const meeting = { kind: 'confirmMeeting', subject: 'meeting1', version: null } as const;
    expect(readingLines(table.view(), meeting, { choice: 'coming' }, 'en')).toEqual(['I am coming']);
    const indicator = { kind: 'figure', subject: 'none', version: null } as const;
    expect(readingLines(table.view(), indicator, { value: '12.5', unit: 'm3' }, 'fr')).toEqual(['12,5 m3']);
    expect(mailsToSort(table.view()).map(({ id }) => id)).toEqual(['mail1']);
    const mail = processIn(table.view(), mailState, 'mail1');
    if (mail === undefined) throw new Error('no mail');
    let count = 0;
    const noting = { mail, request: 'ask1', said: { choice: 'coming' }, lang: 'fr', entity: 'fresh222' };
    const ticket = () => ({ id: `t${(count += 1)}`, space: 'space0000000000000000', saidAt: table.now });
    const commands = notingAnswer(table.view(), { ...noting, words: 'Je viens' }, ticket);
    for (const { type, entity, payload } of commands)
      expect(table.act('ada', type, entity, { ...payload })).toBe('ok');
    expect(answerOf(table)).toMatchObject({ said: { choice: 'coming' }, channel: 'email', confirmed: false });
    expect(toConfirm(table.view(), { id: 'ben' }).map(({ id }) => id)).toEqual(['ask1']);
    expect(mailsToSort(table.view())).toEqual([]);
  });

  it('MAIL-2 is received by the system alone, and confirmed only where it came from the one who was asked', () => {
    const table = withMail({ fromAsked: false });
    expect(table.act('ada', 'mail.receive', 'mail2', { kind: 'toSort', fromAsked: false, files: 0 })).toBe(
      'NotAllowed',
    );
    expect(table.act('ada', 'mail.confirm', 'mail1', {})).toBe('NotAllowed');
    expect(table.act('system', 'mail.confirm', 'mail1', {})).toBe('NothingRead');
    expect(withMail().act('system', 'mail.confirm', 'mail1', {})).toBe('ok');
  });

  it('MAIL-3 is sorted once, and brought back after it was discarded', () => {
    const table = withMail({ kind: 'toSort' });
    expect(table.act('ada', 'mail.restore', 'mail1', {})).toBe('NotDiscarded');
    expect(table.act('ada', 'mail.discard', 'mail1', {})).toBe('ok');
    expect(table.act('ada', 'mail.sort', 'mail1', { as: 'letter' })).toBe('AlreadySorted');
    expect(table.act('ada', 'mail.restore', 'mail1', {})).toBe('ok');
    expect(table.act('ada', 'mail.sort', 'mail1', { as: 'letter', to: 'letter1' })).toBe('ok');
    expect(mailsSettled(table.view())[0]?.state).toMatchObject({ sortedAs: 'letter', to: 'letter1' });
  });

  it.each([
    ['confirmMeeting', 'Oui, je viens avec plaisir.', { choice: 'coming' }],
    ['confirmMeeting', 'Je serai présente jeudi.', { choice: 'coming' }],
    ['confirmMeeting', 'Je ne pourrai malheureusement pas venir.', { choice: 'notComing' }],
    ['confirmMeeting', 'I am not able to attend.', { choice: 'notComing' }],
    ['confirmMeeting', 'Ma suppléante viendra à ma place', { choice: 'sendsDeputy' }],
    ['confirmMeeting', 'Non, pas jeudi, mais oui vendredi', undefined],
    ['confirmMeeting', 'Merci pour votre message', undefined],
    ['position', 'D’accord', { choice: 'agree', standing: 'personal' }],
    ['position', 'D’accord avec réserve : le coût', { choice: 'reservations', standing: 'personal' }],
    ['position', 'Je m’oppose à la taxe', { choice: 'block', standing: 'personal' }],
    [
      'position',
      'Bonjour Awa,\n\nOui.\n\nBien cordialement\nJean Non',
      { choice: 'agree', standing: 'personal' },
    ],
    ['position', 'We agree, subject to the budget', { choice: 'reservations', standing: 'personal' }],
    ['figure', 'La valeur est 1 240,5 m3', { value: '1240.5', unit: 'm3' }],
    ['figure', 'Nous avons compté 1 240,5 le 12/03/2027.', { value: '1240.5', unit: 'm3' }],
    ['figure', 'Entre 12 et 15', undefined],
    ['commitment', 'Pas encore fait', { choice: 'open' }],
    ['commitment', 'C’est fait depuis le 3 mars 2026', { choice: 'done' }],
    ['commitment', 'Ce sera livrable au 12 mars 2027', { choice: 'open', day: '2027-03-12' }],
    [
      'poll',
      '1 oui, 2 non, 3 s’il le faut',
      {
        dates: [
          { option: 4, answer: 'yes' },
          { option: 2, answer: 'no' },
          { option: 7, answer: 'ifNeeded' },
        ],
      },
    ],
    ['comment', 'Il manque le puits du bas.', { standing: 'personal' }],
  ] as const)('MAIL-4 reads « %s: %s » as far as it says one thing', (kind, words, said) => {
    expect(readReply(words, asked(kind, { unit: 'm3', dates: [4, 2, 7] }))).toEqual(said);
  });

  it.each([
    'Je ne suis pas d’accord.',
    'I do not agree with this',
    'We cannot agree',
    'Nous ne pouvons pas être d’accord',
    'Je ne suis plus d’accord',
    'Je n’approuve pas',
    'Je ne m’oppose pas',
    'Nous ne sommes pas opposés',
    'not sure yes',
    'Je ne suis pas sûr d’être d’accord',
    'Êtes-vous d’accord ?',
    'Je dois demander si nous sommes d’accord',
    'Oui, bien reçu. Je reviens vers vous.',
    'Bonjour, ok je transmets au ministre',
    'Je suis d’accord mais pas avec le point 3',
    'Peut-être d’accord',
    'Mon collègue est d’accord, moi non',
    'Le ministre a dit oui à un autre projet',
    'Sans réserve',
    'Ce n’est pas un oui',
    'D’accord ou pas d’accord ?',
    'Oui\nJean Non',
    'Oui\n\nCordialement\nA. Sow\nPS : en fait non',
    'I am out of office until Monday. ok',
    'Absent du bureau jusqu’au 3 mars. Pour toute urgence, écrivez au cabinet. Oui',
  ])('MAIL-6 makes no proposal of « %s »', (words) => {
    expect(readReply(words, asked('position'))).toBeUndefined();
    const vote = readReply(words, asked('position', { isVote: true }));
    // Somebody who says no to a question that is put to the vote says no; nobody is ever read as saying yes.
    expect(vote === undefined || vote.choice === 'no').toBe(true);
  });

  it.each([
    ['confirmMeeting', 'Je ne sais pas si je viens'],
    ['confirmMeeting', 'Je confirme la réception'],
    ['confirmMeeting', 'Je ne viens pas seule'],
    ['confirmMeeting', 'no problem, I will come'],
    ['confirmMeeting', 'Le maire sera présent, pas moi'],
    ['confirmMeeting', 'Oui, je viens, mais pas avant 10 h'],
    ['commitment', 'Ce n’est pas fait'],
    ['commitment', 'It is not done'],
    ['commitment', 'Est-ce fait ?'],
    ['commitment', 'En fait, non'],
    ['commitment', 'Le rapport a été livré à 50 %'],
    ['commitment', 'Nous nous sommes vus le 12 mars 2026'],
    ['figure', 'environ 12'],
    ['figure', 'Nous n’avons pas compté 12'],
    ['figure', '12 %'],
    ['poll', 'le 2 non'],
    ['poll', '1 oui ou 2 oui'],
    ['poll', '1 oui, 1 non'],
  ] as const)('MAIL-6 makes no proposal for %s of « %s »', (kind, words) => {
    expect(readReply(words, asked(kind, { unit: 'm3', dates: [4, 2] }))).toBeUndefined();
  });

  it('MAIL-6 reads nothing out of words that are turned round by a denial or a doubt, wherever it stands', () => {
    const said = fc.constantFrom('Oui', 'D’accord', 'Je suis d’accord', 'I agree', 'Yes');
    const round = fc.constantFrom(
      'pas du tout',
      'mais',
      'si le budget suit',
      'not really',
      'peut-être',
      'sans moi',
      'never',
    );
    fc.assert(
      fc.property(
        said,
        round,
        fc.constantFrom(' ', ', ', '. ', '\n', '\n\n'),
        fc.boolean(),
        (yes, no, gap, first) => {
          const words = first ? `${no}${gap}${yes}` : `${yes}${gap}${no}`;
          expect(readReply(words, asked('position'))).toBeUndefined();
          expect(readReply(words, asked('position', { isVote: true }))).toBeUndefined();
        },
      ),
    );
  });

  it('MAIL-4 reads a vote by yes and no where the subject is a decision', () => {
    expect(readReply('Non, pas en l’état.', asked('position', { isVote: true }))).toMatchObject({
      choice: 'no',
    });
    const table = withMail();
    const request = stateIn(table.view(), requestState, 'ask1');
    if (request === undefined) throw new Error('no request');
    expect(askedOf(table.view(), request, 'fr')).toEqual(asked('confirmMeeting'));
  });

  it('MAIL-4 cuts quotation and signature, and leaves nothing of a mail that was only passed on', () => {
    const quoted =
      '\n\nLe lun. 2 mars 2026 à 10:00, Tablée <t@t.test> a\nécrit :\n> Venez-vous ?\n> Oui ou non';
    expect(ownWords(`D’accord.\r\n\r\nMerci${quoted}`)).toBe('D’accord.\n\nMerci');
    expect(ownWords('Yes\n-- \nB. Phiri, 12 years of service')).toBe('Yes');
    expect(ownWords('OK\n\nEnvoyé de mon iPhone')).toBe('OK');
    expect(ownWords('Oui\n\n*De :* Tablée\nnon')).toBe('Oui');
    expect(ownWords('Oui\n\n2 mars 2026 10:00 Tablée <t@t.test>:\nnon')).toBe('Oui');
    expect(ownWords('Ja\n\nAm 2. März 2026 um 10:00 schrieb X <x@x.test>:\nnein')).toBe('Ja');
    expect(ownWords('-----Message d’origine-----\nDe : quelqu’un')).toBe('');
    expect(ownWords('On Mon, Mar 2, 2026 at 10:00 AM X <x@x.test> wrote:\n> no')).toBe('');
  });

  it('MAIL-5 shows a bounce at the person, and lets an automatic reply wait for nobody', () => {
    const table = withMail({ kind: 'bounce' });
    expect(bouncesOf(table.view(), 'ben').map(({ id }) => id)).toEqual(['mail1']);
    expect(bouncesOf(table.view(), 'ada')).toEqual([]);
    expect(mailsToSort(withMail({ kind: 'auto' }).view())).toEqual([]);
  });
});
