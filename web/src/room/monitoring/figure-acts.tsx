import { processCommand } from '@tablee/domain/kernel';
import type { Figure } from '@tablee/domain/modules/figure';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { useAct } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';

/** Approve, or return with a reason: what a keeper of the thread does with a figure that waits. */
export function Approval({ held }: { readonly held: Running<Figure> }): ReactNode {
  const act = useAct();
  const { t } = useLocale();
  const [returning, setReturning] = useState(false);
  if (returning) return <ReturnForm held={held} onDone={() => setReturning(false)} />;
  return (
    <ActionRow>
      <ActionButton
        onPress={() =>
          void act.issue(
            processCommand(act.ticket(), 'figure.approve', { entity: held.id, circle: held.circle }, {}),
          )
        }
      >
        {t('figure.approve')}
      </ActionButton>
      <ActionButton kind="quiet" onPress={() => setReturning(true)}>
        {t('figure.return')}
      </ActionButton>
    </ActionRow>
  );
}

function ReturnForm(props: { readonly held: Running<Figure>; readonly onDone: () => void }): ReactNode {
  const { held, onDone } = props;
  const act = useAct();
  const { t } = useLocale();
  const [reason, setReason] = useState('');
  return (
    <Form
      label={t('figure.return-do')}
      submit={t('figure.return-do')}
      onCancel={onDone}
      onSubmit={async () => {
        if (reason.trim() === '') return [{ name: 'reason', message: t('record.refused.ReasonMissing') }];
        await act.issue(
          processCommand(
            act.ticket(),
            'figure.return',
            { entity: held.id, circle: held.circle },
            { reason: reason.trim() },
          ),
        );
        onDone();
        return undefined;
      }}
    >
      <TextField
        name="reason"
        label={t('figure.return-why')}
        hint={t('figure.return-hint')}
        rows={2}
        value={reason}
        onChange={setReason}
        autoFocus
      />
    </Form>
  );
}

/** « Confirmer » for what was entered for my organisation. */
export function Confirm({ held }: { readonly held: Running<Figure> }): ReactNode {
  const act = useAct();
  const { t } = useLocale();
  return (
    <ActionButton
      kind="quiet"
      onPress={() =>
        void act.issue(
          processCommand(act.ticket(), 'figure.confirm', { entity: held.id, circle: held.circle }, {}),
        )
      }
    >
      {t('figure.confirm')}
    </ActionButton>
  );
}
