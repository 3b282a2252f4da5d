import { textOf } from '@tablee/domain/kernel';
import type { Group } from '@tablee/domain/modules/group';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './among-us.module.css';
import { Delegates } from './delegates.tsx';
import { EraseWords } from './erase-words.tsx';
import { Members } from './members.tsx';
import { useGroupAct } from './use-group.ts';

/** Who we are: the mandate, who speaks for us, who is in the room, and how it ends. */
export function GroupCard(props: { readonly held: Running<Group>; readonly onFound: () => void }): ReactNode {
  const { held } = props;
  const { t } = useLocale();
  return (
    <>
      <Mandate held={held} />
      <Delegates held={held} />
      <Members held={held} />
      <EraseWords held={held} />
      <div className={css['acts']}>
        <ActionRow>
          <ActionButton kind="quiet" onPress={props.onFound}>
            {t('group.found-another')}
          </ActionButton>
        </ActionRow>
      </div>
    </>
  );
}

function Mandate({ held }: { readonly held: Running<Group> }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const group = useGroupAct(held);
  const written = textOf(held.state.mandate ?? undefined);
  const [draft, setDraft] = useState<string>();
  return (
    <Section title={t('group.mandate')} id="mandate">
      {draft === undefined && (
        <p className={written === undefined ? 'note' : css['words']}>
          {written === undefined ? t('group.mandate-none') : format.text(written)}
        </p>
      )}
      {draft === undefined && held.state.closed === null && (
        <div className={css['acts']}>
          <ActionRow>
            <ActionButton kind="quiet" onPress={() => setDraft(written ?? '')}>
              {t(written === undefined ? 'group.mandate-write' : 'group.mandate-change')}
            </ActionButton>
          </ActionRow>
        </div>
      )}
      {draft !== undefined && (
        <Form
          label={t('group.mandate')}
          submit={t('record.save')}
          onCancel={() => setDraft(undefined)}
          onSubmit={async () => {
            if (draft.trim() === '') return [{ name: 'mandate', message: t('record.expected.something') }];
            await group.do('setMandate', { mandate: draft.trim() });
            setDraft(undefined);
            return undefined;
          }}
        >
          <TextField
            name="mandate"
            label={t('group.mandate')}
            hint={t('group.mandate-hint')}
            rows={4}
            value={draft}
            onChange={setDraft}
            maxLength={5_000}
          />
        </Form>
      )}
    </Section>
  );
}
