import { ruleCard } from '@tablee/domain/engines/decision';
import { titleOf, valueOf } from '@tablee/domain/kernel';
import { SECTOR } from '@tablee/domain/modules/actor';
import { ruleOfBody } from '@tablee/domain/modules/governance';
import { ANSWER, agenda, attendanceSheet, meeting, WANTED } from '@tablee/domain/modules/meeting';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import { recordIn } from '@tablee/domain/modules/reading';
import { formatMoment, formatTime } from '@tablee/domain/text';
import { type Asked, writtenName } from '../asked.ts';
import type { Block, Sheet } from '../sheet.ts';
import { meetingWordsIn } from './meeting-words.ts';

const itemRows = (id: string, { view, language }: Asked): readonly (readonly string[])[] => {
  const opens = valueOf(meeting, recordIn(view, 'meeting', id), 'moment');
  return agenda(view, id, language).map((line) => {
    const wanted = Object.entries(WANTED).find(([key]) => key === line.wanted)?.[1][language];
    const start =
      opens === undefined || line.startsAt === undefined
        ? ''
        : formatTime(
            new Date(Date.parse(opens.instant) + line.startsAt * 60_000).toISOString(),
            opens.zone,
            language,
          );
    const purpose = [wanted, line.outcome].filter((part) => part !== undefined).join('. ');
    return [start, line.title, purpose, line.minutes === undefined ? '' : String(line.minutes)];
  });
};

const table = (id: string, asked: Asked): readonly Block[] => {
  const { view, language, words } = asked;
  const said = meetingWordsIn(language);
  const sheet = attendanceSheet(view, id);
  if (sheet.lines.length === 0) return [];
  const answerOf = (key: string | undefined): string =>
    Object.entries(ANSWER).find(([each]) => each === key)?.[1][language] ?? said.noAnswer;
  const order = (sector: string | undefined): number =>
    sector === undefined ? 9 : Object.keys(SECTOR).indexOf(sector);
  const lines = [...sheet.lines].sort((a, b) => order(a.sector) - order(b.sector));
  return [
    { kind: 'heading', text: said.aroundTable },
    {
      kind: 'table',
      caption: said.aroundCaption(sheet.expected, sheet.coming),
      head: [said.group, words.organisation, words.name, said.said],
      rows: lines.map((line) => [
        line.sector === undefined ? said.noGroup : SECTOR[line.sector][language],
        line.organisationName ?? '',
        writtenName(asked, line) ?? '',
        answerOf(line.answer),
      ]),
    },
  ];
};

/** The chair's page: the agenda with its hours, how it is decided in one sentence, who sits around the table. */
export const runSheetToPrint = (id: string, asked: Asked): Sheet | undefined => {
  const { view, language, words } = asked;
  const entity = recordIn(view, 'meeting', id);
  if (entity === undefined) return undefined;
  const said = meetingWordsIn(language);
  const moment = valueOf(meeting, entity, 'moment');
  const place = valueOf(meeting, entity, 'place')?.name;
  const when = moment === undefined ? words.noDate : formatMoment(moment.instant, moment.zone, language);
  const rule = ruleOfBody(view, undefined);
  const rows = itemRows(id, asked);
  return {
    title: said.runSheetOf(titleOf(meeting, entity, language) ?? words.untitled),
    partnership: partnershipOf(view, language)?.name ?? '',
    kicker: [when, place].filter((part) => part !== undefined).join(', '),
    language,
    foot: words.foot(asked.page),
    blocks: [
      ...(rows.length === 0
        ? [{ kind: 'note' as const, text: said.agendaLater }]
        : [
            {
              kind: 'table' as const,
              caption: said.agendaCaption,
              head: [said.time, said.item, said.purpose, said.minutes],
              rows,
            },
          ]),
      { kind: 'heading', text: said.ruleHeading },
      {
        kind: 'paragraph',
        text: `${rule.title[language]}. ${ruleCard(rule).lines[0]?.[language] ?? ''}`,
      },
      ...table(id, asked),
      { kind: 'heading', text: said.closing },
      { kind: 'paragraph', text: said.readAloud },
    ],
  };
};
