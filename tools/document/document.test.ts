import { expect, it } from 'vitest';
import { avoidedWords, avoidedWordsUsed } from './avoided-word.ts';
import { malformedRecords } from './decision-record.ts';
import { unexplainedDependencies } from './dependency-list.ts';
import { deadLinks } from './link.ts';

const messages = (findings: readonly { readonly message: string }[]) =>
  findings.map(({ message }) => message);

it('catches planted links to a missing file and to a missing heading, and leaves code and the web alone', () => {
  const text =
    '[a](b.md) [c](gone.md)\n[d](b.md#here) [e](b.md#gone) [f](#top) [w](https://example.org)\n`[x](y.md)`\n# Top';
  const documents = [
    { path: 'docs/a.md', text },
    { path: 'docs/b.md', text: '# B\n\n## Here\n' },
  ];
  expect(messages(deadLinks(documents, new Set(['docs/a.md', 'docs/b.md'])))).toEqual([
    'the link to gone.md leads nowhere',
    'the link to b.md#gone leads nowhere',
  ]);
});

it('catches a planted decision record without options, status or its number', () => {
  const good =
    '# 0001. A thing\n\nStatus: accepted, 2026-11-22.\n\n## Context\n\n## Options\n\n## Decision\n\n## Consequences\n';
  expect(malformedRecords([{ path: 'docs/decisions/0001-a-thing.md', text: good }])).toEqual([]);
  const bad = good.replace('## Options\n\n', '').replace('accepted', 'perhaps');
  expect(malformedRecords([{ path: 'docs/decisions/0001-a-thing.md', text: bad }])).toHaveLength(2);
  expect(malformedRecords([{ path: 'docs/decisions/0003-a-thing.md', text: good }])).toHaveLength(2);
});

it('catches a planted dependency without its line, a line without its dependency, and a loose version', () => {
  const manifest = { path: 'package.json', text: '{"dependencies":{"a":"1.0.0","b":"^2.0.0"}}' };
  expect(messages(unexplainedDependencies([manifest], '| `a` | does a |\n| `c` | did c |\n'))).toEqual([
    'b has no line in docs/dependencies.md that says why it is there',
    'b ^2.0.0 is not an exact version',
    'c is explained but no longer used',
  ]);
});

it('catches a planted word to avoid in its own language only', () => {
  const avoided = avoidedWords(
    '| `fr` | référentiel | cadre |\n| `en` | permissions | who can read this |\n',
  );
  expect(avoided).toHaveLength(2);
  const catalogue = {
    path: 'm.ts',
    text: "a: { fr: 'Le référentiel', en: 'Permissions' },\nb: { fr: 'permissions', en: 'x' }",
  };
  expect(messages(avoidedWordsUsed([catalogue], avoided))).toEqual([
    '"référentiel" is a word to avoid; say cadre',
    '"permissions" is a word to avoid; say who can read this',
  ]);
});
