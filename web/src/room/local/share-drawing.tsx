import type { LocalShare } from '@tablee/domain/modules/local';
import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import css from './local.module.css';
import { useShareWords } from './use-share-words.ts';

const WIDTH = 640;
const ROW = 56;
const BAR = 12;

/** One bar per share in ink: local, then what is not said, on the whole. The table beside it says the same. */
export function ShareDrawing({ shares }: { readonly shares: readonly LocalShare[] }): ReactNode {
  const words = useShareWords();
  const { t } = useLocale();
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      className={css['bars']}
      viewBox={`0 0 ${WIDTH} ${shares.length * ROW}`}
    >
      {shares.map((share, index) => {
        const local = share.whole === 0 ? 0 : (WIDTH * share.local) / share.whole;
        const unsaid = share.whole === 0 ? 0 : (WIDTH * share.unsaid) / share.whole;
        return (
          <g key={words.key(share)} transform={`translate(0 ${index * ROW})`}>
            <text x="0" y="20" className={css['what']}>
              {words.what(share)}
            </text>
            <text x={WIDTH} y="20" textAnchor="end" className={css['number']}>
              {share.whole === 0 ? t('local.no-share') : words.share(share)}
            </text>
            <rect y="30" width={WIDTH} height={BAR} className={css['ground']} />
            <rect y="30" width={local} height={BAR} className={css['done']} />
            <rect x={local} y={30 + BAR / 2 - 1} width={unsaid} height="2" className={css['unsaid']} />
          </g>
        );
      })}
    </svg>
  );
}
