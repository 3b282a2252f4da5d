import { Table } from '@tablee/domain/testing';
import { expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { coreConsents, coreOrganisations, coreSeats, coreSectors } from './index.ts';

const table = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat']);
  made.add('ada', 'actor', 'utility', { name: 'Régie', sector: 'state' });
  made.add('ada', 'actor', 'women', { name: 'Comité', sector: 'civilSociety' });
  made.add('ada', 'coreMember', 'one', { organisation: 'utility', person: 'ben', termEnd: '2026-01' });
  made.add('ada', 'coreMember', 'two', { organisation: 'utility', personName: 'Ingénieure' });
  made.add('ada', 'coreMember', 'three', { organisation: 'women', personName: 'Présidente' });
  return made;
};

it('COR-1 counts each organisation and its sector once', () => {
  const view = table().view();
  expect(
    coreOrganisations(view)
      .map((entity) => entity.id)
      .sort(),
  ).toEqual(['utility', 'women']);
  expect(coreSectors(view).there).toEqual(['state', 'civilSociety']);
});

it('COR-2 says that a term is over', () => {
  const over = (today: string) =>
    coreSeats(table().view(), today, 'fr')
      .filter((seat) => seat.over)
      .map((seat) => seat.id);
  expect(over('2026-01-31')).toEqual([]);
  expect(over('2026-02-01')).toEqual(['one']);
});

it('COR-3 takes what an organisation said of the working agreement for its members, and says on which version', () => {
  const made = table();
  made.act('ada', 'wording.open', 'rules1', { kind: 'workingAgreement', text: 'On se tait', lang: 'fr' });
  const states = () => [...coreConsents(made.view())].map(([seat, consent]) => [seat, consent.state]).sort();
  expect(states()).toEqual([]);
  const take = (organisation: string, stance: string) =>
    made.act('ada', 'wording.take', 'rules1', { organisation, version: 1, stance, standing: 'personal' });
  expect([take('utility', 'agree'), take('women', 'standAside')]).toEqual(['ok', 'ok']);
  expect(states()).toEqual([
    ['one', 'agrees'],
    ['three', 'otherwise'],
    ['two', 'agrees'],
  ]);
  made.act('ada', 'wording.propose', 'rules1', { after: 1, text: 'On parle', lang: 'fr' });
  expect(new Set(states().map(([, state]) => state))).toEqual(new Set(['earlier']));
});
