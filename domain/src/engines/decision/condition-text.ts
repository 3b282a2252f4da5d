import type { Group } from './case.ts';
import type { Condition, Majority, Measure, Quorum, Scope, Text } from './rule.ts';
import { baseText, boundText, listText, measureText, text, withDe } from './wording.ts';

/** What a card needs to name constituencies. */
export type Groups = readonly Pick<Group, 'id' | 'title'>[];

function groupNames(ids: readonly string[], groups: Groups): Text {
  return listText(ids.map((id) => groups.find((group) => group.id === id)?.title ?? text(id, id)));
}

function scopeText(scope: Scope, groups: Groups): Text {
  const names = scope.groups && groupNames(scope.groups, groups);
  const fr = names ? ` (${names.fr})` : '';
  const en = names ? ` (${names.en})` : '';
  switch (scope.over) {
    case 'whole':
      return names
        ? text(`pour ${names.fr} ensemble`, `for ${names.en} together`)
        : text('dans l’ensemble', 'overall');
    case 'eachGroup':
      return text(`dans chaque collège${fr}`, `in each constituency${en}`);
    case 'eachSubgroup':
      return text(
        `dans chaque sous-groupe de chaque collège${fr}`,
        `in each sub-group of each constituency${en}`,
      );
    case 'someGroups':
      return text(
        `dans au moins ${scope.atLeast} collèges${fr}`,
        `in at least ${scope.atLeast} constituencies${en}`,
      );
  }
}

function ofMeasure(measure: Measure): Text {
  if (measure === 'power') return measureText('power');
  const said = measureText(measure);
  return text(`des ${said.fr}`, `of the ${said.en}`);
}

function quorumText(test: Quorum, groups: Groups): Text {
  const bound = boundText(test.bound);
  const said = measureText(test.measure ?? 'head');
  const of = 'count' in test.bound ? said : ofMeasure(test.measure ?? 'head');
  const where = scopeText(test.scope, groups);
  return text(
    `présence ou représentation ${withDe(bound.fr)} ${of.fr}, ${where.fr}`,
    `presence or representation of ${bound.en} ${of.en}, ${where.en}`,
  );
}

function majorityText(test: Majority, groups: Groups): Text {
  const bound = boundText(test.bound);
  const base = baseText(test.base);
  const where = scopeText(test.scope, groups);
  const measure = test.measure ?? 'head';
  const kind = {
    head: text('voix', 'votes'),
    seat: text('voix (une par siège)', 'votes (one per seat)'),
    weight: text('voix pondérées', 'weighted votes'),
    power: text('parts du pouvoir de vote', 'parts of the voting power'),
  }[measure];
  const equal =
    test.across === 'equalGroups'
      ? text(', chaque collège pesant autant que les autres', ', each constituency weighing the same')
      : text('', '');
  const of =
    'count' in test.bound ? kind : text(`des ${kind.fr} ${base.fr},`, `of the ${kind.en} ${base.en},`);
  return text(
    `${bound.fr} ${of.fr} sont pour ${where.fr}${equal.fr}`,
    `${bound.en} ${of.en} are in favour ${where.en}${equal.en}`,
  );
}

/** A condition in words, with AND, OR and brackets. */
export function conditionText(condition: Condition, groups: Groups): Text {
  if (condition.kind === 'quorum') return quorumText(condition, groups);
  if (condition.kind === 'majority') return majorityText(condition, groups);
  const parts = condition.of.map((inner) => {
    const said = conditionText(inner, groups);
    return inner.kind === 'all' || inner.kind === 'any' ? text(`(${said.fr})`, `(${said.en})`) : said;
  });
  const word = condition.kind === 'all' ? text(' ET ', ' AND ') : text(' OU ', ' OR ');
  return text(parts.map((part) => part.fr).join(word.fr), parts.map((part) => part.en).join(word.en));
}
