import { addRecord, type RecordEntity } from '@tablee/domain/kernel';
import { type OpenPoint, openPoints } from '@tablee/domain/modules/today';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now as instantHere } from '#page/clock.ts';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { Section } from '#ui/sentence-list.tsx';
import css from './meetings.module.css';

/** How many proposals are ticked when the list opens: an agenda of more than that is no agenda. */
const TICKED = 6;

const keyOf = (point: OpenPoint): string => `${point.kind}-${point.from}`;

/** One press proposes the agenda from what is open; what is ticked enters with its length. */
export function Proposals(props: {
  readonly entity: RecordEntity;
  /** The place of the first item that enters. */
  readonly order: number;
  readonly isEmpty: boolean;
}): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const [open, setOpen] = useState(false);
  const now = instantHere();
  const points = openPoints(view, { now, today: now.slice(0, 10), lang: locale });
  if (points.length === 0) return null;
  return (
    <div data-screen className={css['after']}>
      {open ? (
        <Section title={t('meeting.open-points')} id="open-points">
          <Choose {...props} points={points} onDone={() => setOpen(false)} />
        </Section>
      ) : (
        <ActionButton kind={props.isEmpty ? 'primary' : 'secondary'} onPress={() => setOpen(true)}>
          {t('meeting.propose', { n: points.length })}
        </ActionButton>
      )}
    </div>
  );
}

function Choose(props: {
  readonly entity: RecordEntity;
  readonly order: number;
  readonly points: readonly OpenPoint[];
  readonly onDone: () => void;
}): ReactNode {
  const { entity, points } = props;
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(points.slice(0, TICKED).map(keyOf)));
  const [lengths, setLengths] = useState<{ readonly [key: string]: string }>({});
  const lengthOf = (point: OpenPoint): string => lengths[keyOf(point)] ?? String(point.minutes);
  const taken = points.filter((point) => chosen.has(keyOf(point)));
  const total = taken.reduce((sum, point) => sum + (Number(lengthOf(point)) || 0), 0);
  const submit = async () => {
    for (const [index, point] of taken.entries()) {
      const minutes = Number(lengthOf(point));
      await act.issue(
        addRecord(
          act.ticket(),
          'agendaItem',
          { entity: act.newId(), circle: entity.circle },
          {
            meeting: entity.id,
            title: { lang: locale, text: point.title.slice(0, 500) },
            wanted: point.wanted,
            order: props.order + index,
            from: point.from,
            ...(minutes >= 1 && minutes <= 1_440 ? { minutes } : {}),
          },
        ),
      );
    }
    props.onDone();
    return undefined;
  };
  return (
    <Form
      label={t('meeting.open-points')}
      submit={t('meeting.take-over', { n: taken.length })}
      onSubmit={submit}
      onCancel={props.onDone}
      more={<p className="note">{t('meeting.take-over-total', { n: total })}</p>}
    >
      <p className="note">{t('meeting.propose-note')}</p>
      <ul className={css['points']}>
        {points.map((point) => (
          <Proposal
            key={keyOf(point)}
            point={point}
            isChosen={chosen.has(keyOf(point))}
            length={lengthOf(point)}
            onChoose={(on) => {
              const next = new Set(chosen);
              if (on) next.add(keyOf(point));
              else next.delete(keyOf(point));
              setChosen(next);
            }}
            onLength={(text) =>
              setLengths({ ...lengths, [keyOf(point)]: format.text(text).replace(/\D/g, '') })
            }
          />
        ))}
      </ul>
    </Form>
  );
}

function Proposal(props: {
  readonly point: OpenPoint;
  readonly isChosen: boolean;
  readonly length: string;
  readonly onChoose: (on: boolean) => void;
  readonly onLength: (text: string) => void;
}): ReactNode {
  const { point } = props;
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const format = useFormat();
  const thing = point.kind === 'actions' ? undefined : point.from.replace(/-minutes$/, '');
  return (
    <li>
      <label className={css['point']}>
        <input
          type="checkbox"
          checked={props.isChosen}
          onChange={(event) => props.onChoose(event.target.checked)}
        />
        <span>{format.text(point.title)}</span>
      </label>
      <p className="note">
        {t(`meeting.why.${point.kind}`)}{' '}
        <Link href={addressOf(store.space, point.room, thing)}>{t('meeting.read-first')}</Link>
      </p>
      <label className={css['length']}>
        <input
          inputMode="numeric"
          size={3}
          aria-label={t('meeting.length-of', { title: point.title })}
          value={props.length}
          disabled={!props.isChosen}
          onChange={(event) => props.onLength(event.target.value)}
        />
        <span>{t('meeting.minutes-unit')}</span>
      </label>
    </li>
  );
}
