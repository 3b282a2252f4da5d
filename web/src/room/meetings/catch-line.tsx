import { addRecord, changeRecord, type RecordEntity, removeRecord } from '@tablee/domain/kernel';
import { type CaughtLine, LINE_KIND, minuteLine } from '@tablee/domain/modules/meeting';
import { recordIn, recordsIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useContext, useRef, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { RecordForm } from '#register/record-form.tsx';
import { useAct, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { ReadsOnly } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useOrganisations } from '#wording/use-organisations.ts';
import css from './meetings.module.css';

type Kind = CaughtLine['kind'];
const KINDS = ['decision', 'action', 'note'] as const;

/** One line per decision, action or note; Enter keeps it and waits for the next. Works without a network. */
export function CatchLine(props: {
  readonly entity: RecordEntity;
  readonly item?: string | undefined;
}): ReactNode {
  const { entity, item } = props;
  const view = useView();
  const act = useAct();
  const readsOnly = useContext(ReadsOnly);
  const { t, locale } = useLocale();
  const format = useFormat();
  const organisations = useOrganisations();
  const box = useRef<HTMLDivElement>(null);
  const [kind, setKind] = useState<Kind>('decision');
  const [text, setText] = useState('');
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState('');
  const [kept, setKept] = useState(0);
  const submit = async () => {
    if (text.trim() === '') return [{ name: 'text', message: t('record.expected.something') }];
    const order = recordsIn(view, 'minuteLine').length + 1;
    await act.issue(
      addRecord(
        act.ticket(),
        'minuteLine',
        { entity: act.newId(), circle: entity.circle },
        {
          meeting: entity.id,
          kind,
          text: { lang: locale, text: text.trim() },
          order,
          ...(item === undefined ? {} : { item }),
          ...(kind === 'action' && owner !== '' ? { owner } : {}),
          ...(kind === 'action' && due !== '' ? { due } : {}),
        },
      ),
    );
    setText('');
    setOwner('');
    setKept((n) => n + 1);
    box.current?.querySelector<HTMLInputElement>('input[name="text"]')?.focus();
    return undefined;
  };
  if (readsOnly) return null;
  return (
    <div ref={box} className={css['catch']} data-screen>
      <Form label={t('meeting.catch')} submit={t(`meeting.keep.${kind}`)} onSubmit={submit}>
        <div className={css['kinds']}>
          <Choice
            label={t('meeting.catch')}
            options={KINDS.map((value) => ({ value, label: format.text(LINE_KIND[value][locale]) }))}
            value={kind}
            onChange={setKind}
          />
        </div>
        <TextField
          name="text"
          label={t('meeting.one-line')}
          hint={t('meeting.enter-next')}
          value={text}
          onChange={setText}
          maxLength={2_000}
        />
        {kind === 'action' && (
          <div className={css['line']}>
            <SelectField
              name="owner"
              label={t('meeting.owner')}
              none={t('meeting.owner-none')}
              options={organisations}
              value={owner}
              onChange={setOwner}
            />
            <TextField
              name="due"
              label={t('meeting.due')}
              type="date"
              value={due}
              onChange={setDue}
              size={12}
            />
          </div>
        )}
      </Form>
      <p className="note" role="status">
        {kept > 0 && t('meeting.kept', { n: kept })}
      </p>
    </div>
  );
}

/** Lines as they were caught; each can be mended in place while minutes are not approved. */
export function CaughtLines({ lines }: { readonly lines: readonly CaughtLine[] }): ReactNode {
  return (
    <ul className={css['lines']}>
      {lines.map((line) => (
        <Caught key={line.id} line={line} />
      ))}
    </ul>
  );
}

function Caught({ line }: { readonly line: CaughtLine }): ReactNode {
  const view = useView();
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const entity = recordIn(view, 'minuteLine', line.id);
  const details = [
    ...(line.kind === 'action' ? [line.ownerName ?? t('meeting.no-owner')] : []),
    ...(line.kind === 'action'
      ? [line.due === undefined ? t('meeting.no-due') : t('meeting.by', { date: format.date(line.due) })]
      : []),
  ];
  return (
    <li>
      <p>
        <strong>{format.text(LINE_KIND[line.kind][locale])}</strong>{' '}
        <span lang={line.lang}>{format.text(line.text, line.lang)}</span>
      </p>
      {details.length > 0 && <p className="note">{format.text(details.join(' · '))}</p>}
      {entity !== undefined && !editing && (
        <div className={css['acts']} data-screen>
          <ActionButton kind="quiet" onPress={() => setEditing(true)}>
            {t('record.edit')}
          </ActionButton>
          <ActionButton kind="quiet" onPress={() => void act.issue(removeRecord(act.ticket(), entity))}>
            {t('meeting.take-off')}
          </ActionButton>
          {line.kind === 'note' && (
            <ActionButton
              kind="quiet"
              onPress={() => void act.issue(changeRecord(act.ticket(), entity, { kind: 'decision' }))}
            >
              {t('meeting.make-decision')}
            </ActionButton>
          )}
        </div>
      )}
      {entity !== undefined && editing && (
        <RecordForm
          declaration={minuteLine}
          entity={entity}
          fields={line.kind === 'action' ? ['text', 'owner', 'due'] : ['text']}
          onDone={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      )}
    </li>
  );
}
