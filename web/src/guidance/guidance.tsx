import type { Tool } from '@tablee/domain/guidance';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useText } from '#locale/use-text.tsx';
import { Icon } from '#ui/icon.tsx';
import css from './guidance.module.css';

const Body = lazy(() => import('./guidance-body.tsx').then((file) => ({ default: file.GuidanceBody })));

/** « À quoi cela sert » beside a tool: closed until somebody asks, loaded when opened, at hand without a network. */
export function Guidance({ tool }: { readonly tool: Tool }): ReactNode {
  const t = useText();
  const [opened, setOpened] = useState(false);
  return (
    <details className={css['guidance']} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary className={css['summary']}>
        <span>{t('guidance.what-for')}</span>
        <Icon name="down" size={16} />
      </summary>
      {opened && (
        <Suspense fallback={<p aria-busy="true">{t('guidance.loading')}</p>}>
          <Body key={tool} tool={tool} />
        </Suspense>
      )}
    </details>
  );
}
