import { type Messages as Compiled, type I18n, setupI18n } from '@lingui/core';
import { intlTag, type TextLocale, typography } from '@tablee/domain/text';
import type { MessageId, Messages } from './message/messages.ts';
import { LOCALE_KEY, preferredLocale } from './preferred.ts';

/** The words of the shell and of the first page come first; those of the rooms with the first room. */
export type CataloguePart = 'first' | 'more';

/** Fetches the compiled messages of one part of a language. */
export type CatalogueLoader = (locale: TextLocale, part: CataloguePart) => Promise<Compiled>;

/** The values that a message takes, as further arguments: none, or one object. */
export type ValuesOf<K extends MessageId> = [keyof Messages[K]] extends [never] ? [] : [values: Messages[K]];

/** Writes a message in the current language, French spaces set. */
export type Translate = <K extends MessageId>(id: K, ...values: ValuesOf<K>) => string;

/** The current language with its words; a new object at each change, so that React sees it. */
export interface LocaleState {
  readonly locale: TextLocale;
  readonly t: Translate;
}

const i18n: I18n = setupI18n();
const listeners = new Set<() => void>();
const loaded: Readonly<Record<CataloguePart, Set<TextLocale>>> = { first: new Set(), more: new Set() };
/** Whether a room has asked for its words: from then on each language comes whole. */
let whole = false;
let state: LocaleState = { locale: 'en', t: translator('en') };

function translator(locale: TextLocale): Translate {
  return (id, ...values) => typography(i18n._(id, values[0]), locale);
}

/** Makes a language current with all its messages at hand; for tests and pages rendered without a network. */
export function activateCatalogue(locale: TextLocale, messages: Compiled): void {
  i18n.load(locale, messages);
  loaded.first.add(locale);
  loaded.more.add(locale);
  activate(locale);
}

async function fetchPart(load: CatalogueLoader, locale: TextLocale, part: CataloguePart): Promise<void> {
  if (loaded[part].has(locale)) return;
  i18n.load(locale, await load(locale, part));
  loaded[part].add(locale);
}

/** The page that is open in a language also names the app on the home screen in it; French is the first manifest. */
function nameInstalled(locale: TextLocale): void {
  document
    .querySelector('link[rel=manifest]')
    ?.setAttribute('href', `/manifest${locale === 'fr' ? '' : `.${locale}`}.webmanifest`);
}

function activate(locale: TextLocale): void {
  i18n.activate(locale, [intlTag(locale)]);
  state = { locale, t: translator(locale) };
  for (const listener of listeners) listener();
}

/**
 * Loads a language and makes it current without reloading the page; sets `html lang`. Rejects when the
 * catalogue cannot be fetched, and leaves the current language as it is.
 */
export async function startLocale(
  load: CatalogueLoader,
  locale: TextLocale = preferredLocale(),
): Promise<void> {
  await Promise.all([fetchPart(load, locale, 'first'), ...(whole ? [fetchPart(load, locale, 'more')] : [])]);
  activate(locale);
  document.documentElement.lang = locale;
  nameInstalled(locale);
}

/** Loads the words of the rooms in the current language, once; later languages come whole. Rejects as {@link startLocale}. */
export async function loadRoomWords(load: CatalogueLoader): Promise<void> {
  whole = true;
  await fetchPart(load, state.locale, 'more');
}

/** Like {@link startLocale}, and remembers the choice on this device. */
export async function changeLocale(load: CatalogueLoader, locale: TextLocale): Promise<void> {
  await startLocale(load, locale);
  try {
    localStorage.setItem(LOCALE_KEY, locale);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** The current language, for `useSyncExternalStore`. */
export const currentLocale = (): LocaleState => state;

/** Calls back at each change of language; returns the way to stop. */
export function watchLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The languages on offer, each named in itself. */
export const LOCALE_NAMES: Readonly<Record<TextLocale, string>> = { fr: 'Français', en: 'English' };
