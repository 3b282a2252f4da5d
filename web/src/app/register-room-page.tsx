import { partnership } from '@tablee/domain/modules';
import type { ReactNode } from 'react';
import { useLocale } from '../locale/use-text.tsx';
import { RegisterPage } from '../register/register-page.tsx';
import { useOpenSpace } from '../sync/use-space.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { StateLine } from '../ui/state-line.tsx';
import { addressOf } from './address.ts';

/** The register of a record type, by its name in the address. */
export default function RegisterRoom(props: {
  readonly noun: string;
  readonly thing?: string | undefined;
}): ReactNode {
  const { t } = useLocale();
  const { store } = useOpenSpace();
  const declaration = partnership.record(props.noun);
  if (declaration !== undefined)
    return <RegisterPage key={props.noun} declaration={declaration} thing={props.thing} />;
  return (
    <>
      <PageHead title={t('app.nowhere')} />
      <StateLine
        state={{ kind: 'absent' }}
        action={
          <ActionButton kind="quiet" href={addressOf(store.space)}>
            {t('app.place.today')}
          </ActionButton>
        }
      />
    </>
  );
}
