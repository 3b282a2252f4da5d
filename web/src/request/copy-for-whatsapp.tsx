import { partnershipOf } from '@tablee/domain/modules/partnership';
import { fourLines, mayBeNamed } from '@tablee/domain/modules/request';
import type { ReactNode } from 'react';
import { useLocale } from '../locale/use-text.tsx';
import { usePeople, useView, useYou } from '../sync/use-space.ts';
import { ActionButton } from '../ui/action-button.tsx';
import css from './hand-over.module.css';
import { useCopy } from './use-copy.ts';

/** Props of {@link CopyForWhatsApp}. */
export interface CopyForWhatsAppProps {
  /** What is asked, in one line, as an infinitive: « donner votre position ». */
  readonly act: string;
  /** What it is about; left out by itself where not all partners read it. */
  readonly subject?: string | undefined;
  /** The last moment for an answer, ready to read. */
  readonly until?: string | undefined;
  /** The address of the thing inside the app. */
  readonly href: string;
  /** The circle of the thing. */
  readonly circle: string;
}

/** Asks members for something in a messenger: four lines, one link into the app; where that is confidential, no title. */
export function CopyForWhatsApp({ act, subject, until, href, circle }: CopyForWhatsAppProps): ReactNode {
  const view = useView();
  const you = useYou();
  const people = usePeople();
  const { t, locale } = useLocale();
  const { said, failed, copy } = useCopy();
  const text = fourLines(
    {
      partnership: partnershipOf(view, locale)?.name ?? t('request.partnership'),
      asker: people.find(you?.person ?? '')?.name ?? t('record.somebody'),
      act,
      subject: mayBeNamed(circle) ? subject : undefined,
      until,
      url: new URL(href, location.href).href,
    },
    locale,
    true,
  );
  return (
    <>
      <div>
        <ActionButton kind="quiet" onPress={() => void copy(text, t('request.copied-text'))}>
          {t('request.copy-text')}
        </ActionButton>
      </div>
      {failed && <pre className={css['text']}>{text}</pre>}
      <p role="status">{said}</p>
    </>
  );
}
