import {
  type DateStyle,
  formatDate,
  formatDeadline,
  formatMoment,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatQuantity,
  formatTime,
  type NumberStyle,
  type TextLocale,
  typography,
} from '@tablee/domain/text';
import { createContext, Fragment, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { currentLocale, type LocaleState, type Translate, watchLocale } from './locale.ts';
import type { MessageId, Messages } from './message/messages.ts';

const LocaleContext = createContext<LocaleState | undefined>(undefined);

/** Around a whole page: watches the language once for everything in it. */
export function LocaleProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const state = useSyncExternalStore(watchLocale, currentLocale, currentLocale);
  return <LocaleContext value={state}>{children}</LocaleContext>;
}

/** The current language; inside of a {@link LocaleProvider} the component renders again when it changes. */
export const useLocale = (): LocaleState => useContext(LocaleContext) ?? currentLocale();

/** `const t = useText(); t('shell.search')`: a message in the current language with its French spaces. */
export const useText = (): Translate => useLocale().t;

/** Formatters bound to the current language; see `@tablee/domain/text` for what each guarantees. */
export interface Format {
  readonly locale: TextLocale;
  readonly number: (value: number, style?: NumberStyle) => string;
  readonly percent: (share: number, maxDecimals?: number) => string;
  readonly money: (minor: number, currency: string) => string;
  readonly quantity: (value: number, unit: string) => string;
  readonly date: (iso: string, style?: DateStyle) => string;
  readonly period: (start: string | undefined, end: string | undefined) => string;
  readonly time: (instant: string, zone?: string) => string;
  readonly moment: (instant: string, zone?: string, style?: DateStyle) => string;
  readonly deadline: (instant: string, zone: string) => string;
  /** Typography of what partners wrote; pass the language of that text. */
  readonly text: (content: string, language?: string) => string;
}

let here: { readonly offset: number; readonly zone: string } | undefined;

// Asking for the zone costs more than writing the time; a device that travels shows it by another offset.
const deviceZone = (): string => {
  const offset = new Date().getTimezoneOffset();
  if (here?.offset !== offset) here = { offset, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  return here.zone;
};

function makeFormat(locale: TextLocale): Format {
  return {
    locale,
    number: (value, style) => formatNumber(value, locale, style),
    percent: (share, maxDecimals) => formatPercent(share, locale, maxDecimals),
    money: (minor, currency) => formatMoney(minor, currency, locale),
    quantity: (value, unit) => formatQuantity(value, unit, locale),
    date: (iso, style) => formatDate(iso, locale, style),
    period: (start, end) => formatPeriod(start, end, locale),
    time: (instant, zone = deviceZone()) => formatTime(instant, zone, locale),
    moment: (instant, zone = deviceZone(), style = undefined) => formatMoment(instant, zone, locale, style),
    deadline: (instant, zone) => formatDeadline(instant, zone, locale),
    text: (content, language = locale) => typography(content, language),
  };
}

const formats = new Map<TextLocale, Format>();

/** Numbers, money, dates and times in the current language; the same object while the language is. */
export function useFormat(): Format {
  const { locale } = useLocale();
  const made = formats.get(locale) ?? makeFormat(locale);
  formats.set(locale, made);
  return made;
}

/** Values of a message where a text may also be an element: a link, a name in bold. */
export type RichValues<K extends MessageId> = {
  readonly [N in keyof Messages[K]]: Messages[K][N] extends string ? ReactNode : Messages[K][N];
};

const MARK = '\uE000';

// Elements pass through the message as numbered marks, so that order and typography stay the catalogue's.
function mark(values: Readonly<Record<string, unknown>>): {
  plain: Record<string, unknown>;
  nodes: ReactNode[];
} {
  const nodes: ReactNode[] = [];
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const isPlain = typeof value === 'string' || typeof value === 'number';
    plain[name] = isPlain ? value : `${MARK}${nodes.length}${MARK}`;
    // A value is a ReactNode by RichValues; the record above only lost the name of the type.
    if (!isPlain) nodes.push(value as ReactNode);
  }
  return { plain, nodes };
}

const STRONG = /<b>(.*?)<\/b>/su;

function weave(text: string, nodes: readonly ReactNode[]): ReactNode[] {
  return text.split(STRONG).map((piece, index) => {
    const parts = piece.split(MARK).map((each, at) => (at % 2 === 1 ? nodes[Number(each)] : each));
    const children = parts.map((each, at) => <Fragment key={String(at)}>{each}</Fragment>);
    return index % 2 === 1 ? (
      <strong key={String(index)}>{children}</strong>
    ) : (
      <Fragment key={String(index)}>{children}</Fragment>
    );
  });
}

/**
 * A message as elements: `<b>…</b>` in the catalogue becomes `strong`, and values may be elements.
 * Use {@link useText} where a plain string will do.
 */
export function Text<K extends MessageId>(props: {
  readonly id: K;
  readonly values?: RichValues<K>;
}): ReactNode {
  const { t } = useLocale();
  const { plain, nodes } = mark(props.values ?? {});
  // Marks stand for elements in places where the message takes a string, so the call is sound.
  const write = t as (id: MessageId, values: Record<string, unknown>) => string;
  return weave(write(props.id, plain), nodes);
}
