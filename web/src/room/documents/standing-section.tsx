import type { RecordEntity } from '@tablee/domain/kernel';
import { type DocumentStanding, document, standingOf, versionsOf } from '@tablee/domain/modules/document';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { useMay } from '#register/use-may.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import { useStanding } from './use-standing.ts';

/** What a version counts for, in one sentence, with the way to the version in force; then what may be said of it. */
export function StandingSection({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const { id } = entity;
  const held = standingOf(view, id);
  const sentence = useStripe(held);
  const instead = versionsOf(view, id, locale).find((version) => version.document === held.instead);
  return (
    <PanelSection title={t('document.counts')}>
      <p>{format.text(sentence)}</p>
      {held.instead !== undefined && (
        <p>
          <Link href={`${addressOf(store.space, 'documents', held.instead)}?view=texts`} replace>
            {instead === undefined
              ? t('document.see-in-force')
              : t('document.see-version-in-force', { n: instead.number })}
          </Link>
        </p>
      )}
      <Acts entity={entity} held={held} />
    </PanelSection>
  );
}

/** « Remplacé le 3 mars par la version 2 » */
const useStripe = (held: DocumentStanding): string => {
  const { t } = useLocale();
  const format = useFormat();
  const since = held.since === undefined ? undefined : format.date(held.since.slice(0, 10));
  switch (held.standing) {
    case 'draft':
      return t('document.is.draft');
    case 'withdrawn':
      return t('document.is.withdrawn');
    case 'forComment':
      return held.until === undefined
        ? t('document.is.for-comment')
        : t('document.is.for-comment-until', { date: format.date(held.until) });
    case 'inForce':
      return since === undefined
        ? t('document.is.in-force')
        : t('document.is.in-force-since', { date: since });
    case 'replaced':
      if (since === undefined) return t('document.is.replaced');
      return held.by === undefined
        ? t('document.is.replaced-on', { date: since })
        : t('document.is.replaced-by', { date: since, n: held.by });
  }
};

function Acts(props: { readonly entity: RecordEntity; readonly held: DocumentStanding }): ReactNode {
  const { held } = props;
  const { id } = props.entity;
  const { t } = useLocale();
  const acts = useStanding();
  const mayChange = useMay(document, props.entity).change;
  const [asking, setAsking] = useState(false);
  if (!mayChange || held.standing === 'replaced') return null;
  if (asking) return <AskForm id={id} onDone={() => setAsking(false)} />;
  const isIn = held.standing === 'inForce';
  return (
    <ActionRow>
      {!isIn && (
        <ActionButton onPress={() => void acts.enforce(id)}>
          {t(held.instead === undefined ? 'document.enforce' : 'document.enforce-instead')}
        </ActionButton>
      )}
      {!isIn && (
        <ActionButton kind="quiet" onPress={() => setAsking(true)}>
          {t('document.ask')}
        </ActionButton>
      )}
      {held.standing !== 'withdrawn' && (
        <ActionButton kind="quiet" onPress={() => void acts.withdraw(id)}>
          {t('document.withdraw')}
        </ActionButton>
      )}
    </ActionRow>
  );
}

function AskForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }): ReactNode {
  const { t } = useLocale();
  const acts = useStanding();
  const [until, setUntil] = useState('');
  return (
    <Form
      label={t('document.ask')}
      submit={t('document.ask')}
      onCancel={onDone}
      onSubmit={async () => {
        if (until.length !== 10) return [{ name: 'until', message: t('record.expected.date') }];
        if (until < today()) return [{ name: 'until', message: t('document.day-passed') }];
        await acts.ask(id, until);
        onDone();
        return undefined;
      }}
    >
      <DateField
        name="until"
        label={t('document.until')}
        precisions={['day']}
        value={until}
        onChange={setUntil}
      />
    </Form>
  );
}
