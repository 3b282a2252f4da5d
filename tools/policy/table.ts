import { type PolicyRow, policyTable, type Registry, ROLES, verbOf } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';

/** What the roles are called in the table, in the order of the columns. */
const COLUMNS = ['system', ...ROLES] as const;

/** The rows of one noun. */
interface Section {
  readonly noun: string;
  readonly title: string;
  readonly circle: string;
  readonly rows: readonly PolicyRow[];
}

const sections = (nouns: Registry): readonly Section[] => {
  const table = policyTable(nouns);
  return [...nouns.declarations.values()].map((declaration) => ({
    noun: declaration.name,
    title: declaration.labels.en.many,
    circle: declaration.circle,
    rows: table.filter((row) => row.command.startsWith(`${declaration.name}.`)),
  }));
};

const cell = ({ permission }: PolicyRow, role: (typeof COLUMNS)[number]): string => {
  if (permission.roles.includes(role)) return '●';
  return role !== 'system' && (permission.own ?? []).includes(role) ? '○' : '';
};

const lines = ({ noun, title, circle, rows }: Section): readonly string[] => [
  `### ${title} (\`${noun}\`)`,
  '',
  `A new one is proposed in \`${circle}\`.`,
  '',
  `| command | ${COLUMNS.join(' | ')} |`,
  `|---|${COLUMNS.map(() => ':-:').join('|')}|`,
  ...rows.map(
    (row) => `| \`${verbOf(row.command)}\` | ${COLUMNS.map((role) => cell(row, role)).join(' | ')} |`,
  ),
  '',
];

const HEAD = `# Who may do what

Printed from the code by \`node tools/policy/main.ts\`; a test fails when this file is not current. Do not edit it.

● may, ○ may where the thing belongs to their organisation or to themselves, empty may not. \`system\` is the server when a
deadline falls due, somebody is let in, or a person answers through a personal link. Whatever the role, a command reaches
only what its author may read: hidden and absent answer alike.

## Who reads what

| circle | who reads it |
|---|---|
| \`public\` | everybody, without an account |
| \`partners\` | every member of the space |
| \`core\` | members with the role \`core\` |
| \`secretariat\` | members with the role \`secretariat\` |
| a named circle | those on its list since they last joined, and helpers invited into it; its readers alone change the list, and the last one stays |

The steward of the installation reads no partnership. What is readable by its owner alone is in no circle and in no ledger.

## People, invitations and links

| act | who |
|---|---|
| see a name | members of the space see members, and the people named in what they read; whoever wrote a card down sees it |
| see address and telephone | the person, the secretariat where it sees the card, whoever wrote it down |
| change, erase, bring back into view | the person, the secretariat for members and guests, whoever wrote it down while the person has no account |
| put in safety | the same; the secretariat, the core group and the chair anybody of whom they read; who coordinates a group anybody named in its own circle |
| invite, list and revoke invitations | the secretariat; into a named circle only somebody who reads it |
| make a personal link | who may open the request (\`request.open\`) |
| revoke a personal link | who made it, and the secretariat where it reads the request |
| name a secretariat | the steward, only where none is left, only somebody who has been a member |

## Commands

`;

/** The whole table as one Markdown page. */
export const policyPage = (nouns: Registry = partnership): string =>
  `${HEAD}${sections(nouns).flatMap(lines).join('\n').trimEnd()}\n`;

/** Where the page stands, from the root of the project. */
export const POLICY_FILE = 'docs/policy.md';
