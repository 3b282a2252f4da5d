import { valueOf } from '@tablee/domain/kernel';
import type { LetterLine } from '@tablee/domain/modules/letter';
import { MANDATE_ROLE, mandate } from '@tablee/domain/modules/mandate';
import { recordsIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useOpenSpace, usePeople, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { PanelSection } from '#ui/side-panel.tsx';

const FIELDS = ['organisation', 'role', 'person', 'from', 'until', 'designatedBy', 'scope'];

/** What a letter that came in causes: the mandates of those whom it designates. */
export function LetterCauses({ line }: { readonly line: LetterLine }): ReactNode {
  const view = useView();
  const people = usePeople();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [noting, setNoting] = useState(false);
  const caused = recordsIn(view, 'mandate').filter(
    (entity) => valueOf(mandate, entity, 'letter') === line.id,
  );
  const { organisation, dated } = line.state;
  return (
    <PanelSection title={t('letter.causes')}>
      {caused.length > 0 && (
        <SentenceList
          form="plain"
          label={t('letter.causes')}
          items={caused.map((entity) => {
            const role = valueOf(mandate, entity, 'role');
            const person = people.find(valueOf(mandate, entity, 'person') ?? '')?.name;
            return {
              key: entity.id,
              text: (
                <Link href={`${addressOf(store.space, 'people', entity.id)}?view=mandates`}>
                  {person ?? t('record.somebody')}
                </Link>
              ),
              ...(role === undefined ? {} : { note: format.text(MANDATE_ROLE[role][locale]) }),
            };
          })}
        />
      )}
      {noting ? (
        <RecordForm
          declaration={mandate}
          fields={FIELDS}
          preset={{
            letter: line.id,
            from: today(),
            role: 'focal',
            ...(organisation === null ? {} : { organisation }),
            ...(dated === null ? {} : { designatedOn: dated }),
          }}
          submit={t('letter.designate')}
          onDone={() => setNoting(false)}
          onCancel={() => setNoting(false)}
        />
      ) : (
        <ActionButton kind={caused.length === 0 ? 'primary' : 'quiet'} onPress={() => setNoting(true)}>
          {t('letter.designate')}
        </ActionButton>
      )}
    </PanelSection>
  );
}
