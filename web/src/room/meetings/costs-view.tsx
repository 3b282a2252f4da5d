import { addRecord, changeRecord, type RecordEntity, removeRecord, SECRETARIAT } from '@tablee/domain/kernel';
import { attendanceSheet, COST_KIND, type CostLine, costsOf } from '@tablee/domain/modules/meeting';
import { recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, usePeople, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { MoneyField, type MoneyValue } from '#ui/amount-field.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLineName, useName } from './attendance-row.tsx';
import { type Saved, saveMeeting } from './meeting-file.ts';

const CURRENCIES = ['XOF', 'XAF', 'EUR', 'USD', 'GBP', 'ZMW', 'GHS', 'NGN', 'KES', 'ZAR', 'MAD', 'GNF'];

/** What the meeting cost, per person and per currency, and the sheet for the auditor. Readable by the secretariat. */
export function CostsView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const you = useYou();
  const { t } = useLocale();
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const costs = costsOf(view, entity.id);
  // Costs are in the circle of the secretariat: nobody else would see what they typed.
  if (you?.roles.includes('secretariat') !== true) return null;
  const totals = costs.totals.map((total) => format.money(total.minor, total.currency)).join(' · ');
  return (
    <Section title={t('meeting.costs')} id="costs" {...(totals === '' ? {} : { aside: totals })}>
      <p className="note">{t(costs.lines.length === 0 ? 'meeting.costs-none' : 'meeting.costs-readers')}</p>
      <Lines lines={costs.lines} />
      {adding ? (
        <CostForm entity={entity} onDone={() => setAdding(false)} />
      ) : (
        <ActionRow>
          <ActionButton onPress={() => setAdding(true)}>{t('meeting.cost-add')}</ActionButton>
          <Export entity={entity} />
        </ActionRow>
      )}
    </Section>
  );
}

function Lines({ lines }: { readonly lines: readonly CostLine[] }): ReactNode {
  const view = useView();
  const act = useAct();
  const nameOf = useName();
  const { t, locale } = useLocale();
  const format = useFormat();
  return (
    <SentenceList
      labelledBy="costs"
      items={lines.map((line) => {
        const held = recordIn(view, 'meetingCost', line.id);
        const whom = [line.organisationName, nameOf(line)].filter((part) => part !== undefined).join(', ');
        const paid = t(line.paid ? 'meeting.cost-paid' : 'meeting.cost-unpaid');
        const receipt = t(line.receipt ? 'meeting.cost-receipt' : 'meeting.cost-no-receipt');
        return {
          key: line.id,
          text: `${format.text(COST_KIND[line.kind][locale])}${whom === '' ? '' : format.text(`, ${whom}`)}`,
          note: [paid, receipt, ...(line.note === undefined ? [] : [format.text(line.note)])].join(' · '),
          when: format.money(line.amount.minor, line.amount.currency),
          ...(held === undefined
            ? {}
            : {
                action: (
                  <ActionRow>
                    {!line.paid && (
                      <ActionButton
                        kind="quiet"
                        onPress={() => void act.issue(changeRecord(act.ticket(), held, { paid: true }))}
                      >
                        {t('meeting.cost-pay')}
                      </ActionButton>
                    )}
                    {!line.receipt && (
                      <ActionButton
                        kind="quiet"
                        onPress={() => void act.issue(changeRecord(act.ticket(), held, { receipt: true }))}
                      >
                        {t('meeting.cost-hand-in')}
                      </ActionButton>
                    )}
                    <ActionButton
                      kind="quiet"
                      onPress={() => void act.issue(removeRecord(act.ticket(), held))}
                    >
                      {t('meeting.take-off')}
                    </ActionButton>
                  </ActionRow>
                ),
              }),
        };
      })}
    />
  );
}

function CostForm({
  entity,
  onDone,
}: {
  readonly entity: RecordEntity;
  readonly onDone: () => void;
}): ReactNode {
  const view = useView();
  const act = useAct();
  const lineName = useLineName();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [kind, setKind] = useState('transport');
  const [row, setRow] = useState('');
  const [amount, setAmount] = useState<MoneyValue>();
  const [note, setNote] = useState('');
  const rows = attendanceSheet(view, entity.id).lines.map((line) => ({
    value: line.id,
    label: lineName(line),
  }));
  const submit = async () => {
    if (amount === undefined) return [{ name: 'amount', message: t('meeting.cost-amount-missing') }];
    await act.issue(
      addRecord(
        act.ticket(),
        'meetingCost',
        { entity: act.newId(), circle: SECRETARIAT },
        {
          meeting: entity.id,
          kind,
          amount: { ...amount },
          ...(row === '' ? {} : { attendance: row }),
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        },
      ),
    );
    onDone();
    return undefined;
  };
  return (
    <Form label={t('meeting.cost-add')} submit={t('meeting.cost-keep')} onSubmit={submit} onCancel={onDone}>
      <SelectField
        name="kind"
        label={t('meeting.cost-kind')}
        none={t('meeting.cost-kind')}
        options={Object.entries(COST_KIND).map(([value, words]) => ({
          value,
          label: format.text(words[locale]),
        }))}
        value={kind}
        onChange={(value) => setKind(value || 'other')}
      />
      <SelectField
        name="row"
        label={t('meeting.cost-whom')}
        none={t('meeting.cost-all')}
        options={rows}
        value={row}
        onChange={setRow}
      />
      <MoneyField
        name="amount"
        label={t('meeting.cost-amount')}
        value={amount}
        onChange={setAmount}
        currencies={CURRENCIES}
      />
      <TextField
        name="note"
        label={t('meeting.cost-note')}
        value={note}
        onChange={setNote}
        maxLength={300}
        optional
      />
    </Form>
  );
}

function Export({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const people = usePeople();
  const { t, locale } = useLocale();
  const [said, setSaid] = useState<Saved>();
  const save = async (): Promise<void> => {
    const nameOf = (person: string): string | undefined => people.find(person)?.name;
    setSaid(await saveMeeting(view, entity, { lang: locale, nameOf }));
  };
  return (
    <>
      <ActionButton kind="quiet" onPress={() => void save()}>
        {t('meeting.export')}
      </ActionButton>
      <span role="status" className="note">
        {said !== undefined && t('meeting.exported', { name: said.name })}
      </span>
    </>
  );
}
