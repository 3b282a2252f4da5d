import { actorSector } from '@tablee/domain/modules/actor';
import { sectorsSentence } from '@tablee/domain/modules/compass';
import {
  type CoreConsent,
  type CoreSeat,
  coreConsents,
  coreMember,
  coreSeats,
  coreSectors,
} from '@tablee/domain/modules/core-group';
import { wordingOf } from '@tablee/domain/modules/wording';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { Guidance } from '#guidance/guidance.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { RoomTabs, viewOf } from '#page/room-tabs.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useReaders } from '#register/use-circles.ts';
import { TableSeats } from '#seat/table-seats.tsx';
import { useOpenSpace, usePeople, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Drawing } from '#ui/drawing.tsx';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { SectorShape } from '#ui/sector-shape.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { WordingDocument } from '#wording/wording-document.tsx';

/** Who carries the start, and how they work together. */
export default function CorePage({ thing }: RoomProps): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const room = useRoom('core');
  const current = viewOf(room, ['members', 'rules']);
  const readers = useReaders(current === 'rules' ? 'core' : 'partners');
  const seats = coreSeats(view, today(), locale);
  const check = coreSectors(view);
  const [adding, setAdding] = useState(false);
  const sectors = sectorsSentence({ there: check.there.length, missing: check.missing }, locale).text;
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t('launch.core-add')}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={t('launch.core')}
        opening={
          seats.length === 0
            ? t('launch.core-question')
            : t('launch.core-opening', { n: seats.length, sectors: format.text(sectors) })
        }
        readers={readers}
        action={adding || seats.length === 0 || current === 'rules' ? undefined : add}
      />
      <Guidance tool="core" />
      <RoomTabs
        label={t('launch.core-views')}
        room={room}
        current={current}
        views={[
          { id: 'members', label: t('launch.core-members') },
          { id: 'rules', label: t('launch.core-rules') },
        ]}
      />
      {current === 'rules' && <Rules />}
      {adding && current === 'members' && (
        <RecordForm
          declaration={coreMember}
          fields={['organisation', 'person', 'personName', 'mandate', 'termEnd']}
          submit={t('launch.core-add-do')}
          onDone={() => setAdding(false)}
          onCancel={() => setAdding(false)}
        />
      )}
      {current === 'members' && seats.length === 0 && !adding && (
        <EmptyState action={add}>{t('launch.core-empty')}</EmptyState>
      )}
      {current === 'members' && seats.length > 0 && <Members seats={seats} room={room} thing={thing} />}
      {thing !== undefined && <ThingPanel room={room} declaration={coreMember} thing={thing} />}
    </>
  );
}

/** The working agreement on one page: its words with versions and positions, who of us said yes, and the page to hand out. */
function Rules(): ReactNode {
  const { t, locale } = useLocale();
  const view = useView();
  const { store } = useOpenSpace();
  const found = wordingOf(view, 'workingAgreement');
  const consents = [...coreConsents(view).values()];
  const count = (state: CoreConsent['state']): number =>
    consents.filter((consent) => consent.state === state).length;
  const file = found && `${path.documents(store.space)}/working-agreement/${found.id}`;
  return (
    <>
      <WordingDocument
        kind="workingAgreement"
        circle="core"
        empty={t('launch.core-rules-empty')}
        starter={t('launch.core-rules-start')}
      />
      {file !== undefined && (
        <Section title={t('launch.core-consent')}>
          <p>
            {t('launch.core-consents', {
              yes: count('agrees'),
              n: coreSeats(view, today(), locale).length,
              earlier: count('earlier'),
            })}
          </p>
          <ActionRow>
            <a href={`${file}.pdf?lang=${locale}`} download>
              {t('launch.core-rules-pdf')}
            </a>
            <a href={`${file}.docx?lang=${locale}`} download>
              {t('launch.core-rules-docx')}
            </a>
          </ActionRow>
        </Section>
      )}
    </>
  );
}

function Members(props: {
  readonly seats: readonly CoreSeat[];
  readonly room: RoomPlace;
  readonly thing: string | undefined;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const view = useView();
  const people = usePeople();
  const { seats, room } = props;
  const whoOf = (seat: CoreSeat): string | undefined => {
    const name =
      seat.person === undefined ? seat.personName : (people.find(seat.person)?.name ?? seat.personName);
    return name === undefined ? undefined : format.text(name);
  };
  const nameOf = (seat: CoreSeat): string =>
    seat.organisationName === undefined
      ? t('launch.core-no-organisation')
      : format.text(seat.organisationName);
  const termOf = (seat: CoreSeat): string | undefined => {
    if (seat.termEnd === undefined) return undefined;
    const date = format.date(seat.termEnd);
    return seat.over ? t('launch.core-term-over', { date }) : t('launch.core-term', { date });
  };
  const over = seats.filter((seat) => seat.over).length;
  return (
    <Drawing
      caption={over > 0 ? t('launch.core-caption-over', { n: over }) : t('launch.core-caption')}
      picture={
        <TableSeats
          room={room}
          selected={props.thing}
          middle={{
            title: format.number(seats.length),
            note: t('launch.core-middle', { n: seats.length }),
          }}
          seats={seats.map((seat) => ({
            id: seat.id,
            name: nameOf(seat),
            note: seat.over ? termOf(seat) : whoOf(seat),
            sector: actorSector(view, seat.organisation) ?? 'other',
            empty: seat.over,
          }))}
        />
      }
      table={
        <SentenceList
          label={t('launch.core-members')}
          items={seats.map((seat) => {
            const term = termOf(seat);
            const who = whoOf(seat);
            const mandate =
              seat.mandate === undefined ? t('launch.core-no-mandate') : format.text(seat.mandate);
            return {
              key: seat.id,
              sign: (
                <SectorShape sector={actorSector(view, seat.organisation) ?? 'other'} missing={seat.over} />
              ),
              text: (
                <span id={`row-${seat.id}`} tabIndex={-1}>
                  <Link href={room.href(seat.id)} replace>
                    {nameOf(seat)}
                  </Link>
                  {who === undefined ? '' : `, ${who}`}
                </span>
              ),
              note:
                term === undefined
                  ? mandate
                  : // The full stop of the mandate would stand before the separator.
                    `${mandate.replace(/\.$/, '')} · ${term}`,
            };
          })}
        />
      }
    />
  );
}
