import { valueOf } from '@tablee/domain/kernel';
import { letterState } from '@tablee/domain/modules/letter';
import { MANDATE_ROLE, mandate } from '@tablee/domain/modules/mandate';
import { processIn } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { RecordPanel } from '#register/record-panel.tsx';
import { useEntity, useOpenSpace, useView } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { MANDATE_FIELDS } from './mandates-view.tsx';

/** One mandate, with the letter that designates for those who may read it. */
export function MandatePanel({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const entity = useEntity(id);
  const role = valueOf(mandate, entity, 'role');
  const named = processIn(view, letterState, valueOf(mandate, entity, 'letter'));
  return (
    <RecordPanel
      declaration={mandate}
      id={id}
      fields={MANDATE_FIELDS}
      onClose={onClose}
      returnFocusTo={`row-${id}`}
      {...(role === undefined ? {} : { kicker: format.text(MANDATE_ROLE[role][locale]) })}
    >
      {named && (
        <p>
          <Link href={`${addressOf(store.space, 'documents', named.id)}?view=letters`}>
            {t('mandate.see-letter')}
          </Link>
        </p>
      )}
    </RecordPanel>
  );
}
