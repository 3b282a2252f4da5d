import { circleState, type RecordEntity } from '@tablee/domain/kernel';
import {
  PROMISE_STATE,
  type PromiseLine,
  promiseBoard,
  type RightsLine,
  rightsHolder,
  rightsLines,
  rightsPromise,
} from '@tablee/domain/modules/rights-holder';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Stack } from '#page/note.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useCircles, useReaders } from '#register/use-circles.ts';
import { usePeople, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { CircleSelector } from '#ui/circle-selector.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Icon } from '#ui/icon.tsx';
import { Link } from '#ui/link.tsx';
import { ReadersLine } from '#ui/page-head.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import css from './listening.module.css';
import { ReadersForm } from './readers-form.tsx';

const HOLDER_FIELDS = [
  'group',
  'rights',
  'speaker',
  'mandateFrom',
  'mandateOn',
  'proof',
  'purpose',
  'basis',
  'reviewOn',
];
const PROMISE_FIELDS = ['promise', 'by', 'madeOn', 'dueOn'];

/** The circles in which rights holders may be kept: protected ones that I read, else the secretariat's. */
const useSafeCircles = () => {
  const view = useView();
  const circles = useCircles();
  return circles.filter(({ id }) => {
    const entity = view.get(id);
    if (entity?.kind !== 'process' || entity.type !== 'circle') return id === 'secretariat';
    return circleState.read(entity.state).purpose === 'protected';
  });
};

/** Who is affected, who speaks for them by what mandate, what was promised to them: for named readers only. */
export function RightsView({ room }: { readonly room: RoomPlace }): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const circles = useSafeCircles();
  const lines = rightsLines(view, today(), locale);
  const [act, setAct] = useState<'add' | 'readers'>();
  const [circle, setCircle] = useState('');
  const chosen = circles.find(({ id }) => id === circle) ?? circles[0];
  const done = (): void => setAct(undefined);
  // Who reads is named first: until then that is the act of the page.
  const isNamed = circles.some(({ id }) => id !== 'secretariat');
  const note = chosen !== undefined && (
    <ActionButton kind={isNamed ? 'primary' : 'quiet'} onPress={() => setAct('add')}>
      {t('listening.rights-add')}
    </ActionButton>
  );
  const add = (
    <ForWriters>
      <ActionRow>
        {isNamed && note}
        <ActionButton kind={isNamed ? 'quiet' : 'primary'} onPress={() => setAct('readers')}>
          {t('listening.rights-readers')}
        </ActionButton>
        {!isNamed && note}
      </ActionRow>
    </ForWriters>
  );
  return (
    <Stack>
      {act === 'readers' && <ReadersForm onDone={done} />}
      {act === 'add' && chosen !== undefined && (
        <>
          <CircleSelector
            name="circle"
            label={t('listening.rights-circle')}
            circles={circles}
            value={chosen.id}
            onChange={setCircle}
          />
          <RecordForm
            key={chosen.id}
            declaration={rightsHolder}
            fields={HOLDER_FIELDS}
            circle={chosen.id}
            onDone={done}
            onCancel={done}
          />
        </>
      )}
      {act === undefined && lines.length === 0 && (
        <EmptyState action={add}>{t('listening.rights-empty')}</EmptyState>
      )}
      {lines.length > 0 && (
        <Section title={t('listening.rights')} id="rights">
          <SentenceList
            labelledBy="rights"
            items={lines.map((line) => ({
              key: line.id,
              sign: <Icon name={line.reviewDue ? 'clock' : 'lock'} />,
              text: <Holder line={line} room={room} />,
              note: <Gaps line={line} />,
            }))}
          />
          {act === undefined && <div className={css['after']}>{add}</div>}
        </Section>
      )}
      <Board room={room} />
      <p className="note">{t('listening.rights-note')}</p>
    </Stack>
  );
}

function Holder({ line, room }: { readonly line: RightsLine; readonly room: RoomPlace }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const people = usePeople();
  const card = people.find(line.speaker ?? '');
  const speaker = card?.name ?? t('record.somebody');
  return (
    <span id={`row-${line.id}`} tabIndex={-1}>
      <Link href={room.href(line.id)} replace>
        {format.text(line.group)}
      </Link>
      {line.speaker !== undefined &&
        ` ${
          card?.gone !== undefined && card.name === undefined
            ? t('listening.speaker-withdrawn')
            : line.mandateFrom === undefined
              ? t('listening.speaks', { speaker })
              : line.mandateOn === undefined
                ? t('listening.speaks-for', { speaker, from: format.text(line.mandateFrom) })
                : t('listening.speaks-since', {
                    speaker,
                    from: format.text(line.mandateFrom),
                    date: format.date(line.mandateOn),
                  })
        }`}
    </span>
  );
}

function Gaps({ line }: { readonly line: RightsLine }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const said = [
    line.reviewDue && line.reviewOn !== undefined
      ? t('listening.review-due', { date: format.date(line.reviewOn) })
      : undefined,
    line.gaps.length > 0
      ? t('listening.gaps', { gaps: line.gaps.map((gap) => t(`listening.gap-${gap}`)).join(', ') })
      : undefined,
    line.promises > 0 ? t('listening.promises-count', { n: line.promises, open: line.open }) : undefined,
  ];
  return said.filter((part) => part !== undefined).join(' ');
}

/** The board of promises, as sentences: what is owed first. */
function Board({ room }: { readonly room: RoomPlace }): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const board = promiseBoard(view, today(), locale);
  if (board.length === 0) return null;
  return (
    <Section title={t('listening.board')} id="board">
      <SentenceList
        labelledBy="board"
        items={board.map((line) => ({
          key: line.id,
          sign: <Icon name={line.state === 'open' ? 'waiting' : 'received'} />,
          text: <Promised line={line} room={room} />,
          note: line.unanswered ? t('listening.unanswered') : undefined,
        }))}
      />
    </Section>
  );
}

function Promised({ line, room }: { readonly line: PromiseLine; readonly room: RoomPlace }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const when =
    line.state === 'open' && line.dueOn !== undefined
      ? t(line.overdue ? 'listening.promise-overdue' : 'listening.promise-due', {
          date: format.date(line.dueOn),
        })
      : format.text(`${PROMISE_STATE[line.state][locale]}.`);
  return (
    <span id={`row-${line.id}`} tabIndex={-1}>
      {line.to !== undefined && `${t('listening.colon', { name: format.text(line.to) })} `}
      <Link href={room.href(line.id)} replace>
        {format.text(line.promise)}
      </Link>{' '}
      <strong>{when}</strong>
      {line.why !== undefined && ` ${format.text(line.why)}`}
    </span>
  );
}

/** Rights holders or a promise to them beside the list: who reads it first, and the way to note a promise. */
export function RightsPanel(props: { readonly room: RoomPlace; readonly entity: RecordEntity }): ReactNode {
  const { room, entity } = props;
  const { t } = useLocale();
  const readers = useReaders(entity.circle);
  const [adding, setAdding] = useState(false);
  const done = (): void => setAdding(false);
  const declaration = entity.type === 'rightsHolder' ? rightsHolder : rightsPromise;
  return (
    <ThingPanel room={room} declaration={declaration} thing={entity.id} kicker={t('listening.rights')}>
      <ReadersLine {...readers} />
      {entity.type === 'rightsHolder' && !adding && (
        <ForWriters>
          <ActionButton onPress={() => setAdding(true)}>{t('listening.promise-add')}</ActionButton>
        </ForWriters>
      )}
      {adding && (
        <RecordForm
          declaration={rightsPromise}
          fields={PROMISE_FIELDS}
          preset={{ to: entity.id }}
          circle={entity.circle}
          submit={t('listening.promise-add')}
          onDone={done}
          onCancel={done}
        />
      )}
    </ThingPanel>
  );
}
