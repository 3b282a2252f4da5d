import { partnershipOf } from '@tablee/domain/modules/partnership';
import { type Asking, fourLines, mayBeNamed } from '@tablee/domain/modules/request';
import { useLocale } from '../locale/use-text.tsx';
import { usePeople, useView, useYou } from '../sync/use-space.ts';

/** What members are asked or told, with the thing inside the app. */
export interface AskedInside extends Pick<Asking, 'act' | 'subject' | 'facts' | 'until' | 'tells'> {
  /** The address of the thing inside the app. */
  readonly href: string;
  /** The circle of the thing: where not all partners read it, neither its title nor what is known of it is written. */
  readonly circle: string;
}

/** The four lines by which you ask members for something, or tell it, in your name and language. */
export const useFourLines = (): ((asked: AskedInside) => string) => {
  const view = useView();
  const you = useYou();
  const people = usePeople();
  const { t, locale } = useLocale();
  return ({ href, circle, subject, ...asked }) =>
    fourLines(
      {
        ...asked,
        partnership: partnershipOf(view, locale)?.name ?? t('request.partnership'),
        asker: people.find(you?.person ?? '')?.name ?? t('record.somebody'),
        subject: mayBeNamed(circle) ? subject : undefined,
        url: new URL(href, location.href).href,
      },
      locale,
      true,
    );
};
