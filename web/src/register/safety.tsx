import {
  type AnyRecord,
  type Circle,
  isWithin,
  moveRecord,
  openConflicts,
  type RecordEntity,
} from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useAct, useOpenSpace, useYou } from '../sync/use-space.ts';
import { ActionButton, ActionRow } from '../ui/action-button.tsx';
import { ChoiceMany } from '../ui/choice.tsx';
import { CircleSelector } from '../ui/circle-selector.tsx';
import { Form } from '../ui/form.tsx';
import { hasErasable } from './erasable.ts';
import { useCircles } from './use-circles.ts';
import { useMay } from './use-may.ts';

/** Who may read a record, and what can be done about it: another circle, out of danger, erased. */
export function Safety(props: { readonly declaration: AnyRecord; readonly entity: RecordEntity }): ReactNode {
  const { declaration, entity } = props;
  const { t } = useLocale();
  const may = useMay(declaration, entity);
  const circles = useCircles();
  const [act, setAct] = useState<'move' | 'protect' | 'erase'>();
  const done = (): void => setAct(undefined);
  const current = circles.find((circle) => circle.id === entity.circle);
  return (
    <>
      <p className="note">{t('record.read-by', { who: current?.label ?? entity.circle })}</p>
      {may.protect || may.remove ? (
        <ActionRow>
          {may.protect && (
            <ActionButton kind="quiet" onPress={() => setAct('protect')}>
              {t('record.protect')}
            </ActionButton>
          )}
          {may.remove && (
            <ActionButton kind="quiet" onPress={() => setAct('move')}>
              {t('record.move')}
            </ActionButton>
          )}
          {may.protect && (
            <ActionButton kind="quiet" onPress={() => setAct('erase')}>
              {t('record.erase')}
            </ActionButton>
          )}
        </ActionRow>
      ) : (
        <p className="note">{t('record.safety-ask')}</p>
      )}
      {act === 'move' && <Move {...props} onDone={done} />}
      {act === 'protect' && <Protect {...props} onDone={done} />}
      {act === 'erase' && <Erase {...props} onDone={done} />}
    </>
  );
}

interface ActProps {
  readonly declaration: AnyRecord;
  readonly entity: RecordEntity;
  readonly onDone: () => void;
}

function Move({ entity, onDone }: ActProps): ReactNode {
  const { t } = useLocale();
  const act = useAct();
  const circles = useCircles();
  const [to, setTo] = useState(entity.circle);
  return (
    <Form
      submit={t('record.move-do')}
      onCancel={onDone}
      onSubmit={async () => {
        if (openConflicts(entity).length > 0 && !isWithin(to, entity.circle))
          return [{ name: 'circle', message: t('record.refused.SettleFirst') }];
        await act.issue(moveRecord(act.ticket(), entity, to));
        onDone();
        return undefined;
      }}
    >
      <CircleSelector name="circle" circles={circles} value={to} onChange={setTo} confirmWidening />
    </Form>
  );
}

/** The circles in which a record of `circle` would be safer: those that not all of its readers read. */
const safer = (circle: Circle, mine: readonly Circle[]): readonly Circle[] =>
  mine.filter((other) => !isWithin(circle, other));

function Protect({ entity, onDone }: ActProps): ReactNode {
  const { t } = useLocale();
  const act = useAct();
  const you = useYou();
  const circles = useCircles();
  const offered = circles.filter((circle) => safer(entity.circle, you?.circles ?? []).includes(circle.id));
  const [to, setTo] = useState(offered[0]?.id ?? '');
  if (offered.length === 0) return <p className="note">{t('record.protect-none')}</p>;
  return (
    <Form
      submit={t('record.protect-do')}
      onCancel={onDone}
      onSubmit={async () => {
        await act.issue({ ...moveRecord(act.ticket(), entity, to), type: `${entity.type}.protect` });
        onDone();
        return undefined;
      }}
    >
      <p>{t('record.protect-explained')}</p>
      <CircleSelector
        name="circle"
        label={t('record.protect-who')}
        circles={offered}
        value={to}
        onChange={setTo}
      />
    </Form>
  );
}

function Erase({ declaration, entity, onDone }: ActProps): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const act = useAct();
  const { store } = useOpenSpace();
  const erasable = hasErasable(declaration, entity);
  const copies = copiesOf(store, entity.id);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <Form
      submit={t('record.erase-do')}
      onCancel={onDone}
      onSubmit={async () => {
        if (chosen.length === 0) return [{ name: 'targets', message: t('record.expected.something') }];
        await act.issue({
          ...moveRecord(act.ticket(), entity, ''),
          type: `${entity.type}.erase`,
          payload: { targets: [...chosen] },
        });
        onDone();
        return undefined;
      }}
    >
      <p>{t('record.erase-explained')}</p>
      {copies > 0 && <p>{t('record.erase-copies', { n: copies })}</p>}
      <ChoiceMany
        name="targets"
        label={t('record.erase-what')}
        options={erasable.map((slot) => ({
          value: slot.slot,
          label: format.text(`${declaration.labels[locale].fields[slot.field] ?? slot.field}${slot.more}`),
        }))}
        values={chosen}
        onChange={setChosen}
      />
    </Form>
  );
}

/** How many frozen texts hold a copy that an erasure lists and does not touch. */
const copiesOf = (store: ReturnType<typeof useOpenSpace>['store'], id: string): number => {
  const view = store.getView();
  let count = 0;
  for (const declaration of partnership.declarations.values()) {
    if (declaration.kind !== 'process') continue;
    for (const entity of view.list(declaration.name))
      if (entity.kind === 'process' && declaration.copies(entity.state).includes(id)) count += 1;
  }
  return count;
};
