import { textOf } from '@tablee/domain/kernel';
import {
  type Cell,
  type Figure,
  figuresAsked,
  figuresToApprove,
  figuresToConfirm,
} from '@tablee/domain/modules/figure';
import type { Running } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { useKeeper } from '#page/use-keeper.ts';
import type { RoomPlace } from '#page/use-room.ts';
import { useView, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { Approval, Confirm } from './figure-acts.tsx';
import type { Box } from './figure-form.tsx';
import { useFigureWords } from './use-figures.ts';

interface ListsProps {
  readonly room: RoomPlace;
  readonly onRecord: (box: Box) => void;
}

/** What waits for me among the figures: asked of my organisation, entered for it, and, for keepers, to approve. */
export function FigureLists(props: ListsProps): ReactNode {
  return (
    <>
      <Asked {...props} />
      <ToConfirm room={props.room} />
      <ToApprove room={props.room} />
    </>
  );
}

function Asked({ room, onRecord }: ListsProps): ReactNode {
  const view = useView();
  const you = useYou();
  const { t } = useLocale();
  const format = useFormat();
  const words = useFigureWords();
  const organisation = you?.organisation;
  const asked = organisation === undefined ? [] : figuresAsked(view, organisation, today());
  if (asked.length === 0 || organisation === undefined) return null;
  const note = (cell: Cell): string => {
    const reason = textOf(cell.figures.find((held) => held.state.status === 'returned')?.state.returned);
    if (cell.state === 'returned')
      return t('figure.asked-returned', { reason: reason === undefined ? '' : format.text(reason) });
    return t(cell.state === 'missing' ? 'figure.asked-missing' : 'figure.asked-expected');
  };
  return (
    <Section title={t('figure.asked')} id="asked">
      <SentenceList
        labelledBy="asked"
        items={asked.map(({ indicator, cell }) => {
          const returned = cell.figures.find((held) => held.state.status === 'returned');
          return {
            key: `${indicator.id}-${cell.period}`,
            text: t('figure.asked-row', {
              indicator: words.indicator(indicator.id),
              period: words.period(cell.period),
            }),
            note: note(cell),
            action:
              returned === undefined ? (
                <ActionButton
                  kind="quiet"
                  onPress={() => onRecord({ indicator: indicator.id, organisation, period: cell.period })}
                >
                  {t('figure.record-this')}
                </ActionButton>
              ) : (
                <ActionButton kind="quiet" href={room.href(returned.id)} replace>
                  {t('figure.correct')}
                </ActionButton>
              ),
          };
        })}
      />
    </Section>
  );
}

function ToConfirm({ room }: { readonly room: RoomPlace }): ReactNode {
  const view = useView();
  const you = useYou();
  const { t } = useLocale();
  const held = you?.organisation === undefined ? [] : figuresToConfirm(view, you.organisation);
  if (held.length === 0) return null;
  return (
    <Section title={t('figure.to-confirm')} id="to-confirm">
      <FigureList
        room={room}
        labelledBy="to-confirm"
        held={held}
        action={(each) => <Confirm held={each} />}
      />
    </Section>
  );
}

function ToApprove({ room }: { readonly room: RoomPlace }): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const keeper = useKeeper();
  const held = figuresToApprove(view);
  if (!keeper || held.length === 0) return null;
  return (
    <Section title={t('figure.to-approve')} id="to-approve">
      <FigureList
        room={room}
        labelledBy="to-approve"
        held={held}
        state={(each) => <Approval held={each} />}
      />
    </Section>
  );
}

/** Figures as sentences: indicator and value, then organisation, period and source. */
export function FigureList(props: {
  readonly room: RoomPlace;
  readonly labelledBy: string;
  readonly held: readonly Running<Figure>[];
  readonly action?: (held: Running<Figure>) => ReactNode;
  readonly state?: (held: Running<Figure>) => ReactNode;
}): ReactNode {
  const words = useFigureWords();
  return (
    <SentenceList
      labelledBy={props.labelledBy}
      items={props.held.map((held) => ({
        key: held.id,
        text: (
          <span id={`row-${held.id}`} tabIndex={-1}>
            <Link href={props.room.href(held.id)} replace>
              {words.row(held.state)}
            </Link>
          </span>
        ),
        note: words.note(held.state),
        ...(props.action ? { action: props.action(held) } : {}),
        ...(props.state ? { state: props.state(held) } : {}),
      }))}
    />
  );
}
