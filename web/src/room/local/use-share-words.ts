import type { LocalShare } from '@tablee/domain/modules/local';
import { useFormat, useLocale } from '#locale/use-text.tsx';

/** How shares are called and written, the same in sentences, drawing and table. */
export interface ShareWords {
  readonly key: (share: LocalShare) => string;
  readonly what: (share: LocalShare) => string;
  /** A number of the share: a count, or money in its currency. */
  readonly amount: (share: LocalShare, value: number) => string;
  /** The share in per cent; for reading only. */
  readonly share: (share: LocalShare) => string;
  /** One sentence with the numbers behind it. */
  readonly sentence: (share: LocalShare) => string;
  /** What was left out, in sentences; empty where nothing was. */
  readonly gaps: (share: LocalShare) => string;
}

/** The words of the shares in the reader's language. */
export const useShareWords = (): ShareWords => {
  const { t } = useLocale();
  const format = useFormat();
  const amount = ({ currency }: LocalShare, value: number): string =>
    currency === undefined ? format.number(value) : format.money(value, currency);
  const percent = ({ local, whole }: LocalShare): string =>
    whole === 0 ? '' : format.percent(local / whole, 0);
  return {
    key: ({ kind, currency }) => `${kind}-${currency ?? ''}`,
    what: ({ kind, currency }) =>
      kind === 'contributions' && currency !== undefined
        ? t('local.what.contributions-in', { currency })
        : t(`local.what.${kind}`),
    amount,
    share: percent,
    sentence: (share) =>
      share.share === undefined
        ? t(`local.none.${share.kind}`)
        : t(`local.say.${share.kind}`, {
            share: percent(share),
            local: amount(share, share.local),
            whole: amount(share, share.whole),
          }),
    gaps: (share) =>
      [
        ...(share.unsaid === 0 ? [] : [t('local.unsaid', { amount: amount(share, share.unsaid) })]),
        ...(share.missing === 0 ? [] : [t(`local.missing.${share.kind}`, { n: share.missing })]),
      ].join(' '),
  };
};
