import { titleOf, valueOf } from '@tablee/domain/kernel';
import {
  agenda,
  attendanceSheet,
  type CaughtLine,
  caughtLines,
  decisionList,
  meeting,
  minutesOf,
} from '@tablee/domain/modules/meeting';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import { recordIn } from '@tablee/domain/modules/reading';
import { formatDate, formatMoment } from '@tablee/domain/text';
import { type Asked, writtenName } from '../asked.ts';
import type { Block, Sheet } from '../sheet.ts';

const lineText = (line: CaughtLine, { language, words }: Asked): string => {
  const owner =
    line.ownerName === undefined
      ? ''
      : ` (${line.ownerName}${line.due === undefined ? '' : `, ${words.until} ${formatDate(line.due, language)}`})`;
  return `${line.text}${owner}`;
};

const actionsTable = (actions: readonly CaughtLine[], { language, words }: Asked): readonly Block[] =>
  actions.length === 0
    ? []
    : [
        { kind: 'heading', text: words.actions },
        {
          kind: 'table',
          caption: words.actionsCaption,
          head: [words.what, words.who, words.when],
          rows: actions.map((line) => [
            line.text,
            line.ownerName ?? words.noOwner,
            line.due === undefined ? words.noDate : formatDate(line.due, language),
          ]),
        },
      ];

const decisionsList = (decisions: readonly CaughtLine[], asked: Asked): readonly Block[] => [
  { kind: 'heading', text: asked.words.decisions },
  decisions.length === 0
    ? { kind: 'note', text: asked.words.noDecisions }
    : { kind: 'list', items: decisions.map((line) => lineText(line, asked)) },
];

const attendanceBlocks = (id: string, asked: Asked): readonly Block[] => {
  const sheet = attendanceSheet(asked.view, id);
  const present = sheet.lines.filter((line) => line.present);
  if (present.length === 0) return [];
  const name = (line: (typeof present)[number]): string => writtenName(asked, line) ?? '–';
  return [
    { kind: 'heading', text: asked.words.present },
    {
      kind: 'table',
      caption: asked.words.presentCount(sheet.present, sheet.expected),
      head: [asked.words.name, asked.words.organisation],
      rows: present.map((line) => [name(line), line.organisationName ?? '–']),
    },
  ];
};

const itemBlocks = (id: string, asked: Asked): readonly Block[] => {
  const lines = caughtLines(asked.view, id, asked.language);
  const items = agenda(asked.view, id, asked.language);
  const of = (item: string | undefined): readonly CaughtLine[] => lines.filter((line) => line.item === item);
  const blocks = items.flatMap((item, index): readonly Block[] => [
    { kind: 'heading', text: `${index + 1}. ${item.title}` },
    ...(item.outcome === undefined ? [] : [{ kind: 'paragraph' as const, text: item.outcome }]),
    ...of(item.id).map(
      (line): Block => ({
        kind: 'paragraph',
        text: `${asked.words.kinds[line.kind]} : ${lineText(line, asked)}`,
      }),
    ),
  ]);
  const rest = lines.filter(
    (line) => line.item === undefined || !items.some((item) => item.id === line.item),
  );
  return rest.length === 0
    ? blocks
    : [
        ...blocks,
        { kind: 'heading', text: asked.words.otherLines },
        { kind: 'list', items: rest.map((line) => lineText(line, asked)) },
      ];
};

const headOf = (
  id: string,
  asked: Asked,
  title: (name: string) => string,
): Omit<Sheet, 'blocks'> | undefined => {
  const entity = recordIn(asked.view, 'meeting', id);
  if (entity === undefined) return undefined;
  const moment = valueOf(meeting, entity, 'moment');
  const place = valueOf(meeting, entity, 'place')?.name;
  const when =
    moment === undefined ? asked.words.noDate : formatMoment(moment.instant, moment.zone, asked.language);
  return {
    title: title(titleOf(meeting, entity, asked.language) ?? asked.words.untitled),
    partnership: partnershipOf(asked.view, asked.language)?.name ?? '',
    kicker: [when, place].filter((part) => part !== undefined).join(', '),
    language: asked.language,
    foot: asked.words.foot(asked.page),
  };
};

/** The minutes of a meeting: who was there, item by item, what was decided, who does what; with their standing. */
export const minutesSheet = (id: string, asked: Asked): Sheet | undefined => {
  const head = headOf(id, asked, asked.words.minutesOf);
  if (head === undefined) return undefined;
  const list = decisionList(asked.view, id, asked.language);
  const standing = asked.words.standing[minutesOf(asked.view, id)?.state ?? 'draft'];
  return {
    ...head,
    kicker: `${head.kicker}. ${standing}`,
    blocks: [
      ...attendanceBlocks(id, asked),
      ...itemBlocks(id, asked),
      ...decisionsList(list.decisions, asked),
      ...actionsTable(list.actions, asked),
    ],
  };
};

/** The list of decisions: what is read aloud before people leave, on one page. */
export const decisionsSheet = (id: string, asked: Asked): Sheet | undefined => {
  const head = headOf(id, asked, asked.words.decisionsOf);
  if (head === undefined) return undefined;
  const list = decisionList(asked.view, id, asked.language);
  return { ...head, blocks: [...decisionsList(list.decisions, asked), ...actionsTable(list.actions, asked)] };
};
