import type { HandoverLine } from '@tablee/domain/modules/handover';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { ReasonForm } from '#page/reason-form.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { useAct, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';

/** What may be done with a handover: the successor accepts with a confirmation or declines; it is done; it is withdrawn. */
export function Answer({ line }: { readonly line: HandoverLine }): ReactNode {
  const act = useAct();
  const you = useYou();
  const keeper = useKeeper();
  const { t } = useLocale();
  const [open, setOpen] = useState<'accept' | 'decline'>();
  const { state } = line;
  const issue = (name: string): Promise<void> =>
    act.command(`handover.${name}`, { entity: line.id, circle: 'partners' }, {});
  const close = (): void => setOpen(undefined);
  if (open === 'accept') return <Accept line={line} onYes={() => issue('accept')} onDone={close} />;
  if (open === 'decline') return <Decline line={line} onDone={close} />;
  const mine = state.status === 'offered' && state.toPerson === you?.person;
  if (!mine && !keeper && state.status !== 'accepted') return null;
  return (
    <ActionRow>
      {mine && (
        <>
          <ActionButton onPress={() => setOpen('accept')}>{t('handover.accept')}</ActionButton>
          <ActionButton kind="quiet" onPress={() => setOpen('decline')}>
            {t('handover.decline')}
          </ActionButton>
        </>
      )}
      {state.status === 'accepted' && (
        <ActionButton onPress={() => void issue('finish')}>{t('handover.finish')}</ActionButton>
      )}
      {keeper && !mine && state.status === 'offered' && (
        <ActionButton kind="quiet" onPress={() => void issue('withdraw')}>
          {t('handover.withdraw')}
        </ActionButton>
      )}
    </ActionRow>
  );
}

function Accept(props: {
  readonly line: HandoverLine;
  readonly onYes: () => Promise<void>;
  readonly onDone: () => void;
}): ReactNode {
  const { line } = props;
  const { t } = useLocale();
  const format = useFormat();
  return (
    <Form
      label={t('handover.accept')}
      submit={t('handover.accept-do')}
      onCancel={props.onDone}
      onSubmit={async () => {
        await props.onYes();
        props.onDone();
        return undefined;
      }}
    >
      <p>
        {t('handover.accept-sure', {
          title: format.text(line.title ?? t('record.erased')),
          date: format.date(line.state.date),
        })}
      </p>
    </Form>
  );
}

function Decline({ line, onDone }: { readonly line: HandoverLine; readonly onDone: () => void }): ReactNode {
  const act = useAct();
  const { t } = useLocale();
  const place = { entity: line.id, circle: 'partners' };
  return (
    <ReasonForm
      act={t('handover.decline')}
      question={t('handover.decline-why')}
      hint={t('handover.decline-hint')}
      onSend={(reason) => act.command('handover.decline', place, { reason })}
      onDone={onDone}
    />
  );
}
