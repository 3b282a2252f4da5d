import { coverage, figureGrid, figuresAsked } from '@tablee/domain/modules/figure';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import type { RoomProps } from '#app/room-table.tsx';
import { useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Said, Stack } from '#page/note.tsx';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { useReaders } from '#register/use-circles.ts';
import { useEntity, useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { useMedia } from '#ui/use-media.ts';
import { type Box, FigureForm } from './figure-form.tsx';
import { FigureGrid } from './figure-grid.tsx';
import { FigureLists } from './figure-lists.tsx';
import { FigurePanel } from './figure-panel.tsx';
import { IndicatorList } from './indicator-list.tsx';
import { IndicatorPanel } from './indicator-panel.tsx';
import { useFigureWords } from './use-figures.ts';

/** Figures due, given, missing: what is asked of me first, then the grid, then where each indicator stands. */
export default function MonitoringPage({ thing }: RoomProps): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const room = useRoom('monitoring');
  const readers = useReaders('partners');
  const [box, setBox] = useState<Box>();
  const [said, setSaid] = useState<string>();
  const lines = figureGrid(view, { today: today() });
  const { part, of } = coverage(lines);
  const none = [...view.list('indicator')].length === 0;
  const record = (next: Box): void => {
    setSaid(undefined);
    setBox(next);
  };
  const action = (
    <ActionButton kind="primary" onPress={() => record({})}>
      {t('figure.record')}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={t('figure.title')}
        opening={
          of === 0
            ? t('figure.opening-none')
            : t('figure.opening', { given: part, due: of, missing: of - part })
        }
        readers={readers}
        action={box === undefined && !none ? action : undefined}
      />
      {box !== undefined && (
        <FigureForm
          key={JSON.stringify(box)}
          box={box}
          onCancel={() => setBox(undefined)}
          onDone={(value) => {
            setBox(undefined);
            setSaid(value);
          }}
        />
      )}
      {said !== undefined && <Recorded said={said} onRecord={record} />}
      {none ? (
        <EmptyState
          action={
            <ActionButton href={addressOf(store.space, 'results')}>{t('figure.to-indicators')}</ActionButton>
          }
        >
          {t('figure.empty')}
        </EmptyState>
      ) : (
        box === undefined && <Figures room={room} onRecord={record} share={{ part, of }} />
      )}
      <Thing room={room} thing={thing} />
    </>
  );
}

function Thing({ room, thing }: { readonly room: RoomPlace; readonly thing: string | undefined }): ReactNode {
  const entity = useEntity(thing);
  if (thing === undefined) return null;
  if (entity?.type === 'indicator') return <IndicatorPanel room={room} id={thing} />;
  return <FigurePanel key={thing} room={room} id={thing} />;
}

/** After a value: what was noted, and the next one that is asked, so that a phone goes from one to the next. */
function Recorded({
  said,
  onRecord,
}: {
  readonly said: string;
  readonly onRecord: (box: Box) => void;
}): ReactNode {
  const view = useView();
  const you = useYou();
  const { t } = useLocale();
  const words = useFigureWords();
  const organisation = you?.organisation;
  const next =
    organisation === undefined
      ? undefined
      : figuresAsked(view, organisation, today()).find(({ cell }) => cell.state !== 'returned');
  return (
    <Said
      ways={
        next &&
        organisation && (
          <ActionButton
            kind="quiet"
            onPress={() => onRecord({ indicator: next.indicator.id, organisation, period: next.cell.period })}
          >
            {t('figure.next', {
              indicator: words.indicator(next.indicator.id),
              period: words.period(next.cell.period),
            })}
          </ActionButton>
        )
      }
    >
      {t('figure.recorded', { value: said })}
    </Said>
  );
}

const WIDE = '(min-width: 640px)';

function Figures(props: {
  readonly room: RoomPlace;
  readonly onRecord: (box: Box) => void;
  readonly share: { readonly part: number; readonly of: number };
}): ReactNode {
  const { t } = useLocale();
  const wide = useMedia(WIDE);
  const { part, of } = props.share;
  return (
    <>
      <FigureLists room={props.room} onRecord={props.onRecord} />
      <IndicatorList room={props.room} />
      <Section title={t('figure.grid')} id="grid">
        <Stack>
          {of > 0 && <ProgressLine label={t('figure.coverage')} done={part} total={of} />}
          {wide ? (
            <FigureGrid />
          ) : (
            <details>
              <summary>{t('figure.grid-show')}</summary>
              <FigureGrid />
            </details>
          )}
        </Stack>
      </Section>
    </>
  );
}
