import { type AnyRecord, isPresent, type RecordEntity, removeRecord } from '@tablee/domain/kernel';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useAct, useEntity } from '../sync/use-space.ts';
import { ActionButton, ActionRow } from '../ui/action-button.tsx';
import { InTurn } from '../ui/in-turn.tsx';
import { Facts, PanelSection, SidePanel } from '../ui/side-panel.tsx';
import { StateLine } from '../ui/state-line.tsx';
import { Conflicts } from './conflict.tsx';
import { isRecord } from './draft.ts';
import { HistoryList } from './history-list.tsx';
import { MissingLine, RecordForm } from './record-form.tsx';
import { Safety } from './safety.tsx';
import { FieldValue } from './show-value.tsx';
import { useTitle } from './title.ts';
import { useMay } from './use-may.ts';
import { WaitingLine } from './waiting-line.tsx';

/** Props of {@link RecordPanel}. */
export interface RecordPanelProps {
  readonly declaration: AnyRecord;
  readonly id: string;
  readonly onClose: () => void;
  readonly returnFocusTo?: string;
  readonly kicker?: ReactNode;
  /** The fields that the form of a change asks, in order; all of the declaration when absent. */
  readonly fields?: readonly string[];
  /** Fields whose value the room shows better by itself: left out of the details. */
  readonly without?: readonly string[] | undefined;
  /** More sections of a purpose-made view: relations, conversations. */
  readonly children?: ReactNode;
}

/** One record beside its room: details, states, conflicts, change, history. */
export function RecordPanel(props: RecordPanelProps): ReactNode {
  const { declaration, id, onClose } = props;
  const { locale, t } = useLocale();
  const format = useFormat();
  const entity = useEntity(id);
  const called = useTitle();
  const shell = {
    onClose,
    address: typeof location === 'undefined' ? '' : location.href,
    ...(props.returnFocusTo ? { returnFocusTo: props.returnFocusTo } : {}),
    kicker: props.kicker ?? format.text(declaration.labels[locale].one),
  };
  if (!isRecord(entity) || !isPresent(entity))
    return (
      <SidePanel {...shell} title={t('record.not-here')}>
        <StateLine state={entity?.kind === 'withdrawn' ? { kind: 'withdrawn' } : { kind: 'absent' }} />
        {isRecord(entity) && <Conflicts declaration={declaration} entity={entity} />}
      </SidePanel>
    );
  const title = called(declaration, entity);
  return (
    <SidePanel {...shell} title={title === undefined ? t('record.untitled') : format.text(title)}>
      <WaitingLine entity={entity} />
      <Conflicts declaration={declaration} entity={entity} />
      <InTurn>
        <Details
          declaration={declaration}
          entity={entity}
          fields={props.fields}
          without={props.without}
          onClose={onClose}
        />
        {props.children}
        <PanelSection title={t('record.safety')}>
          <Safety declaration={declaration} entity={entity} />
        </PanelSection>
        <PanelSection title={t('record.history')}>
          <Later label={t('record.history-show')}>
            <HistoryList entity={entity.id} />
          </Later>
        </PanelSection>
      </InTurn>
    </SidePanel>
  );
}

function Later({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  const [open, setOpen] = useState(false);
  return open ? (
    children
  ) : (
    <ActionButton kind="quiet" onPress={() => setOpen(true)}>
      {label}
    </ActionButton>
  );
}

function Details(props: {
  readonly declaration: AnyRecord;
  readonly entity: RecordEntity;
  readonly fields: readonly string[] | undefined;
  readonly without: readonly string[] | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const { declaration, entity } = props;
  const { locale, t } = useLocale();
  const format = useFormat();
  const act = useAct();
  const may = useMay(declaration, entity);
  const [editing, setEditing] = useState(false);
  if (editing)
    return (
      <RecordForm
        declaration={declaration}
        entity={entity}
        {...(props.fields === undefined ? {} : { fields: props.fields })}
        onDone={() => setEditing(false)}
        onCancel={() => setEditing(false)}
      />
    );
  const words = declaration.labels[locale].fields;
  const shown = Object.keys(declaration.fields).filter(
    (name) => hasValue(entity, name) && name !== declaration.title && !props.without?.includes(name),
  );
  return (
    <>
      <MissingLine declaration={declaration} entity={entity} />
      <Facts
        items={shown.map((name) => ({
          key: name,
          term: format.text(words[name] ?? name),
          value: <FieldValue declaration={declaration} entity={entity} name={name} />,
        }))}
      />
      <ActionRow>
        {may.change && <ActionButton onPress={() => setEditing(true)}>{t('record.edit')}</ActionButton>}
        {act.canUndo && (
          <ActionButton kind="quiet" onPress={() => void act.undo()}>
            {t('record.undo')}
          </ActionButton>
        )}
        {may.remove && (
          <ActionButton
            kind="quiet"
            onPress={() => void act.issue(removeRecord(act.ticket(), entity)).then(props.onClose)}
          >
            {t('record.remove')}
          </ActionButton>
        )}
      </ActionRow>
    </>
  );
}

const hasValue = (entity: RecordEntity, name: string): boolean => {
  const slot = entity.slots[name];
  if (slot !== undefined && (slot.value !== undefined || slot.erased === true)) return true;
  return Object.entries(entity.slots).some(
    ([held, { value }]) => held.startsWith(`${name}#`) && value === true,
  );
};
