import type { ReactNode } from 'react';
import { useLocale } from '../locale/use-text.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Prose } from '../ui/prose.tsx';
import { Section } from '../ui/sentence-list.tsx';
import { PlainPage } from './plain-page.tsx';

/** Help and the accessibility statement: plain words, no account needed. */
export default function HelpPage({ page }: { readonly page: 'help' | 'accessibility' }): ReactNode {
  const { t, locale } = useLocale();
  if (page === 'accessibility')
    return (
      <PlainPage>
        <PageHead title={t('app.accessibility')} />
        <Prose text={t('app.accessibility-text')} lang={locale} />
      </PlainPage>
    );
  return (
    <PlainPage>
      <PageHead title={t('app.help')} />
      {(['offline', 'who-reads', 'no-account', 'going-back', 'safety'] as const).map((topic) => (
        <Section key={topic} title={t(`app.help.${topic}`)}>
          <Prose text={t(`app.help.${topic}-text`)} lang={locale} />
        </Section>
      ))}
    </PlainPage>
  );
}
