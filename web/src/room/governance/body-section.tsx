import { textIn, titleOf, valueOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { type BodyLine, body, type SeatLine, seat } from '@tablee/domain/modules/governance';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note, Stack } from '#page/note.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { TableSeats } from '#seat/table-seats.tsx';
import { usePeople, useView } from '#sync/use-space.ts';
import { Drawing } from '#ui/drawing.tsx';
import { Link } from '#ui/link.tsx';
import { Prose } from '#ui/prose.tsx';
import { SECTORS, SectorShape } from '#ui/sector-shape.tsx';
import { Section, type Sentence, SentenceList } from '#ui/sentence-list.tsx';
import { RuleCard } from './rule-card.tsx';

interface BodyProps {
  readonly line: BodyLine;
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}

const useSeatWords = (): {
  readonly name: (line: SeatLine) => string;
  readonly holder: (line: SeatLine) => string;
  readonly until: (line: SeatLine) => string;
} => {
  const { t } = useLocale();
  const format = useFormat();
  const view = useView();
  const people = usePeople();
  const person = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : (people.find(id)?.name ?? t('record.somebody'));
  // As precise as it was said: a year stays a year.
  const untilOf = (line: SeatLine): string => {
    const until = valueOf(seat, line.entity, 'until');
    return until === undefined ? '' : format.date(until);
  };
  return {
    until: untilOf,
    name: (line) =>
      format.text(
        actorName(view, line.organisation) ??
          valueOf(seat, line.entity, 'name') ??
          t('governance.free', { sector: t(`ui.sector.${line.sector}`) }),
      ),
    holder: (line) => {
      if (line.vacancy === 'ended') return t('governance.vacancy.ended', { date: untilOf(line) });
      if (line.vacancy !== undefined) return t(`governance.vacancy.${line.vacancy}`);
      return person(line.holder) ?? '';
    },
  };
};

/** One body: its seats around a table, vacancies first in the list, the balance of sectors, and its rule in words. */
export function BodySection(props: BodyProps): ReactNode {
  const { line, room } = props;
  const { t, locale } = useLocale();
  const format = useFormat();
  const mandate = textIn(line.entity, 'mandate', locale);
  const meets = valueOf(body, line.entity, 'meets');
  const id = `body-${line.entity.id}`;
  return (
    <Section
      id={id}
      title={format.text(titleOf(body, line.entity, locale) ?? t('record.untitled'))}
      aside={
        <span id={`row-${line.entity.id}`} tabIndex={-1}>
          <Link href={room.href(line.entity.id)} replace>
            {t('governance.details')}
          </Link>
        </span>
      }
    >
      <Stack>
        {mandate && <Prose text={mandate.text} lang={mandate.lang} />}
        {meets !== undefined && <Note>{t('governance.meets', { rhythm: format.text(meets) })}</Note>}
        {line.seats.length === 0 ? <Note>{t('governance.no-seat')}</Note> : <Seats {...props} />}
        <RuleCard line={line} />
      </Stack>
    </Section>
  );
}

function Seats({ line, room, selected }: BodyProps): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const words = useSeatWords();
  const voting = line.seats.filter((each) => each.voting).length;
  const balance = SECTORS.filter((sector) => line.balance[sector] > 0).map((sector) =>
    t('governance.sector-count', { sector: t(`ui.sector.${sector}`), n: line.balance[sector] }),
  );
  return (
    <Drawing
      caption={t('governance.balance', { voting, balance: balance.join(', ') })}
      picture={
        <TableSeats
          room={room}
          selected={selected}
          middle={{
            title: format.number(line.seats.length),
            note: t('governance.seats', { n: line.seats.length }),
          }}
          seats={line.seats.map((each) => ({
            id: each.entity.id,
            name: words.name(each),
            note: words.holder(each),
            sector: each.sector,
            empty: each.vacancy !== undefined,
          }))}
        />
      }
      table={<SeatList line={line} room={room} />}
    />
  );
}

function SeatList({ line, room }: { readonly line: BodyLine; readonly room: RoomPlace }): ReactNode {
  const { t } = useLocale();
  const people = usePeople();
  const words = useSeatWords();
  const rows = [...line.seats].sort(
    (a, b) => Number(b.vacancy !== undefined) - Number(a.vacancy !== undefined),
  );
  const noteOf = (each: SeatLine): string =>
    [
      t(`ui.sector.${each.sector}`),
      ...(each.deputy === undefined
        ? []
        : [t('governance.deputy', { name: people.find(each.deputy)?.name ?? t('record.somebody') })]),
      ...(each.until === undefined || each.vacancy === 'ended'
        ? []
        : [t('governance.until', { date: words.until(each) })]),
      ...(each.voting ? [] : [t('governance.no-vote')]),
    ].join(' · ');
  return (
    <SentenceList
      label={t('governance.seats', { n: rows.length })}
      items={rows.map(
        (each): Sentence => ({
          key: each.entity.id,
          sign: <SectorShape sector={each.sector} missing={each.vacancy !== undefined} />,
          text: (
            <span id={`row-${each.entity.id}`} tabIndex={-1}>
              <Link href={room.href(each.entity.id)} replace>
                {words.name(each)}
              </Link>
              , {words.holder(each)}
            </span>
          ),
          note: noteOf(each),
        }),
      )}
    />
  );
}
