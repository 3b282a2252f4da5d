import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import css from './compass.module.css';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { useLocation } from './location.ts';
import { Ring, type RingPhase } from './ring.tsx';
import { RAIL_WIDTH, useMedia } from './use-media.ts';

/** One phase with its link. `page` says that its page is the one being read. */
export interface CompassPhase extends RingPhase {
  readonly name: string;
  readonly href: string;
  readonly flags?: number;
  readonly page?: boolean;
}

/** Props of {@link Compass}. */
export interface CompassProps {
  readonly phases: readonly CompassPhase[];
  readonly cycle?: number;
  /** The return that opened this cycle; `date` already written in the reader's language. */
  readonly returned?: { readonly from: number; readonly to: number; readonly date: string } | undefined;
  /** `beside`: links next to the ring (rail, phone). `corners`: around it (Today, wide). */
  readonly layout: 'beside' | 'corners';
  /** Pixels of the ring; 84 beside and 220 in corners unless told otherwise. */
  readonly size?: number;
  /** Under the cycle in the middle of the large ring. */
  readonly note?: string;
}

function PhaseLink({ phase }: { readonly phase: CompassPhase }): ReactNode {
  const t = useText();
  const current = phase.page ? 'page' : phase.state === 'current' ? 'step' : undefined;
  const flags = phase.flags ? `, ${t('ui.phase.flags', { n: phase.flags })}` : '';
  return (
    <Link
      href={phase.href}
      className={css['link']}
      current={current}
      // In one piece: a hidden span would leave a space before its comma.
      label={`${phase.number} ${phase.name}, ${t(`ui.phase.${phase.state}`)}${flags}`}
    >
      <span>{phase.number} </span>
      <span>
        {phase.name}
        {phase.flags ? <Icon name="pennant" size={14} /> : null}
      </span>
    </Link>
  );
}

/**
 * The ring with its menu: a picture for the eye and four ordinary links that say the state in words. Arcs take
 * the pointer as a bonus.
 */
export function Compass({ phases, cycle = 1, returned, layout, size, note }: CompassProps): ReactNode {
  const t = useText();
  const [, navigate] = useLocation();
  const pixels = size ?? (layout === 'corners' ? 220 : 84);
  const center =
    cycle > 1 ? { title: t('ui.compass.cycle', { n: cycle }), ...(note ? { note } : {}) } : undefined;
  return (
    <nav
      aria-label={t(layout === 'corners' ? 'ui.compass.where' : 'ui.compass.label')}
      className={css['compass']}
      data-layout={layout}
    >
      <Ring
        phases={phases}
        size={pixels}
        cycle={cycle}
        returned={returned}
        center={center}
        className={css['ring']}
        onPick={(number) => {
          const phase = phases.find((each) => each.number === number);
          if (phase) navigate(phase.href);
        }}
      />
      <ol className={css['list']}>
        {phases.map((phase) => (
          <li key={phase.number} data-phase={phase.number}>
            <PhaseLink phase={phase} />
          </li>
        ))}
      </ol>
      {cycle > 1 && (
        <p className="visually-hidden">{t('ui.compass.twin', { n: cycle, date: returned?.date ?? '' })}</p>
      )}
    </nav>
  );
}

/** Props of {@link CompassSentence}. */
export interface CompassSentenceProps extends Omit<CompassProps, 'layout' | 'size'> {
  /** Where we are, in one or two sentences. */
  readonly children: ReactNode;
}

/**
 * The large compass beside one sentence; below 1000 px a ring of 88 px without links, since the bar leads to the
 * phases and what waits must stay above the thumb.
 */
export function CompassSentence({ children, ...compass }: CompassSentenceProps): ReactNode {
  const wide = useMedia(RAIL_WIDTH);
  return (
    <div className={css['where']}>
      {wide ? (
        <Compass {...compass} layout="corners" />
      ) : (
        <Ring phases={compass.phases} size={88} cycle={compass.cycle ?? 1} />
      )}
      <div className={css['sentence']}>{children}</div>
    </div>
  );
}
