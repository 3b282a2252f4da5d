import { type ReactNode, useEffect, useState } from 'react';
import type { Translate } from '../locale/locale.ts';
import { useLocale, useText } from '../locale/use-text.tsx';
import { ForWriters } from './for-writers.tsx';
import { Icon, type IconName } from './icon.tsx';
import css from './state-line.module.css';

/** A state that stands in the content, at the thing. Dates and names are already written; a language is its code. */
export type LineState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'absent'; readonly contact?: string }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'erased'; readonly date: string }
  | { readonly kind: 'untranslated'; readonly language: string }
  | { readonly kind: 'stale' };

/** A state of the whole view, shown under the header: one at a time, the gravest. */
export type StripState =
  | { readonly kind: 'ended'; readonly date: string }
  | { readonly kind: 'past'; readonly date: string }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'update' };

const LINE_ICONS: Readonly<Record<LineState['kind'], IconName | undefined>> = {
  waiting: 'waiting',
  refused: 'returned',
  conflict: 'conflict',
  absent: 'hidden',
  withdrawn: undefined,
  erased: undefined,
  untranslated: 'language',
  stale: 'clock',
};

const STRIP_ICONS: Readonly<Record<StripState['kind'], IconName>> = {
  ended: 'ended',
  past: 'clock',
  'read-only': 'readOnly',
  update: 'update',
};

/** The words of a state in the content. */
export function lineWords(state: LineState, t: Translate): string {
  switch (state.kind) {
    case 'refused':
      return t('ui.state.refused', { reason: state.reason });
    case 'absent':
      return state.contact ? t('ui.state.absent-contact', { contact: state.contact }) : t('ui.state.absent');
    case 'erased':
      return t('ui.state.erased', { date: state.date });
    case 'untranslated':
      return t('ui.state.untranslated', { language: state.language });
    default:
      return t(`ui.state.${state.kind}`);
  }
}

/** The words of a state of the whole view. */
export function stripWords(state: StripState, t: Translate): string {
  switch (state.kind) {
    case 'ended':
    case 'past':
      return t(`ui.state.${state.kind}`, { date: state.date });
    default:
      return t(`ui.state.${state.kind}`);
  }
}

const nameOf = (language: string, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;

/** A state at the thing: sign, words, the way on. `alert` only for a refusal of what was just done. */
export function StateLine(props: {
  readonly state: LineState;
  readonly action?: ReactNode;
  readonly alert?: boolean;
}): ReactNode {
  const { t, locale } = useLocale();
  const { state } = props;
  const icon = LINE_ICONS[state.kind];
  const said = state.kind === 'untranslated' ? { ...state, language: nameOf(state.language, locale) } : state;
  return (
    <div className={css['line']} data-kind={state.kind} role={props.alert ? 'alert' : undefined}>
      {icon && <Icon name={icon} size={18} />}
      <div>
        <span>{lineWords(said, t)}</span> {props.action}
      </div>
    </div>
  );
}

/** The strip under the header. */
export function StateStrip(props: { readonly state: StripState; readonly action?: ReactNode }): ReactNode {
  const t = useText();
  return (
    <div className={css['strip']} role="status">
      <Icon name={STRIP_ICONS[props.state.kind]} size={18} />
      <div>
        <span>{stripWords(props.state, t)}</span> {props.action}
      </div>
    </div>
  );
}

/** An empty room: what it is for in plain words, the first step, an example. */
export function EmptyState(props: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly more?: ReactNode;
}): ReactNode {
  return (
    <div className={css['empty']}>
      <p>{props.children}</p>
      {(props.action || props.more) && (
        <div className={css['ways']}>
          <ForWriters>
            {props.action}
            {props.more}
          </ForWriters>
        </div>
      )}
    </div>
  );
}

const PATIENCE_MS = 300;

/** Three hairlines and words, only after 300 ms: the device's own data is faster. */
export function Loading(): ReactNode {
  const t = useText();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={css['loading']} aria-busy="true" role="status">
      {late && (
        <>
          <span className={css['hairline']} />
          <span className={css['hairline']} />
          <span className={css['hairline']} />
          <p>{t('ui.state.loading')}</p>
        </>
      )}
    </div>
  );
}
