import { expect, it } from 'vitest';
import { Table } from '../testing/index.ts';
import {
  by,
  date,
  expiryOf,
  KEEPERS,
  MEMBERSHIP,
  optional,
  PARTNERS,
  record,
  registry,
  tags,
  text,
  WRITERS,
} from './index.ts';

const fields = { body: text(), until: optional(date()), languages: tags() };
const words = {
  one: 'memo',
  many: 'memos',
  fields: { body: 'Body', until: 'Until', languages: 'Languages' },
};
const memo = record('memo', {
  version: 1,
  circle: PARTNERS,
  fields,
  title: 'body',
  expires: 'until',
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: { fr: words, en: words },
});

const table = (): Table => {
  const made = new Table(registry(...MEMBERSHIP, memo));
  made.join('ada', ['secretariat']);
  return made;
};

const due = (made: Table) => {
  const held = made.state.entities.get('memo1');
  return held?.kind === 'record' ? expiryOf(memo, held) : undefined;
};

it('KRN-113 asks for the erasure of everything but the day, until nothing is left', () => {
  const made = table();
  made.add('ada', 'memo', 'memo1', { body: { lang: 'fr', text: 'Mot' }, 'languages#fr': true });
  expect(due(made)).toBeUndefined();
  made.change('ada', 'memo', 'memo1', { until: '2026-02' });
  expect(due(made)).toMatchObject({
    at: '2026-02-28T23:59:59.999Z',
    targets: expect.arrayContaining(['body', 'languages#fr']),
  });
  made.change('ada', 'memo', 'memo1', { 'body@en': { lang: 'en', text: 'Word' } });
  made.remove('ada', 'memo', 'memo1');
  const first = due(made);
  expect(first?.targets).toHaveLength(3);
  expect(made.act('system', 'memo.erase', 'memo1', { targets: [...(first?.targets ?? [])] })).toBe('ok');
  expect(due(made)).toBeUndefined();
});

it('KRN-113 asks again for what was written after an erasure, as another job', () => {
  const made = table();
  made.add('ada', 'memo', 'memo1', { body: { lang: 'fr', text: 'Mot' }, until: '2026-02-01' });
  const first = due(made);
  made.act('system', 'memo.erase', 'memo1', { targets: ['body'] });
  made.change('ada', 'memo', 'memo1', { body: { lang: 'fr', text: 'Encore' } });
  expect(due(made)?.targets).toEqual(['body']);
  expect(due(made)?.stamp).toBeGreaterThan(first?.stamp ?? 0);
});
