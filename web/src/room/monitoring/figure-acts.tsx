import type { Figure } from '@tablee/domain/modules/figure';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { ReasonForm } from '#page/reason-form.tsx';
import { useAct } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';

/** Approve, or return with a reason: what a keeper of the thread does with a figure that waits. */
export function Approval({ held }: { readonly held: Running<Figure> }): ReactNode {
  const act = useAct();
  const { t } = useLocale();
  const [returning, setReturning] = useState(false);
  if (returning) return <ReturnForm held={held} onDone={() => setReturning(false)} />;
  return (
    <ActionRow>
      <ActionButton
        onPress={() => void act.command('figure.approve', { entity: held.id, circle: held.circle }, {})}
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
  const { id, circle } = props.held;
  const act = useAct();
  const { t } = useLocale();
  return (
    <ReasonForm
      act={t('figure.return-do')}
      question={t('figure.return-why')}
      hint={t('figure.return-hint')}
      onSend={(reason) => act.command('figure.return', { entity: id, circle }, { reason })}
      onDone={props.onDone}
    />
  );
}

/** « Confirmer » for what was entered for my organisation. */
export function Confirm({ held }: { readonly held: Running<Figure> }): ReactNode {
  const act = useAct();
  const { t } = useLocale();
  return (
    <ActionButton
      kind="quiet"
      onPress={() => void act.command('figure.confirm', { entity: held.id, circle: held.circle }, {})}
    >
      {t('figure.confirm')}
    </ActionButton>
  );
}
