import { actorName } from '@tablee/domain/modules/actor';
import {
  DATA_FATE,
  DATA_KIND,
  type DataFate,
  type DataKind,
  endingView,
} from '@tablee/domain/modules/ending';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { useOrganisations } from '#wording/use-organisations.ts';
import { Part, type PartProps, useMaySettle, useSettle } from './part.tsx';

const KINDS = ['record', 'people', 'figures', 'recordings', 'shared'] as const;
const FATES = ['keep', 'return', 'erase'] as const;

/** What becomes of each kind of data: kept, returned, erased, until when and by whom. */
export function DataPart({ held }: PartProps): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const may = useMaySettle(held);
  const [open, setOpen] = useState<DataKind>();
  return (
    <Part id="data" settled={endingView(view, held.state).settled.data}>
      <Note>{t('ending.data-note')}</Note>
      <SentenceList
        labelledBy="part-data"
        items={KINDS.map((kind) => {
          const settled = held.state.data[kind];
          const name = format.text(DATA_KIND[kind][locale]);
          const holder = actorName(view, settled?.holder ?? undefined);
          return {
            key: kind,
            text:
              settled === undefined
                ? t('ending.data-open', { kind: name })
                : t('ending.data-row', {
                    kind: name,
                    fate: format.text(DATA_FATE[settled.fate][locale]).toLowerCase(),
                  }),
            ...(holder === undefined ? {} : { note: holder }),
            ...(settled?.until ? { when: t('ending.data-until', { date: format.date(settled.until) }) } : {}),
            ...(open === kind
              ? { state: <DataForm held={held} kind={kind} onDone={() => setOpen(undefined)} /> }
              : {}),
            action: may && open !== kind && (
              <ActionButton kind="quiet" onPress={() => setOpen(kind)}>
                {t('ending.data-say')}
              </ActionButton>
            ),
          };
        })}
      />
    </Part>
  );
}

function DataForm(props: PartProps & { readonly kind: DataKind; readonly onDone: () => void }): ReactNode {
  const { kind } = props;
  const settle = useSettle(props.held);
  const organisations = useOrganisations();
  const { t, locale } = useLocale();
  const format = useFormat();
  const before = props.held.state.data[kind];
  const [fate, setFate] = useState<DataFate | undefined>(before?.fate);
  const [until, setUntil] = useState(before?.until ?? '');
  const [holder, setHolder] = useState(before?.holder ?? '');
  return (
    <Form
      label={t('ending.data-say')}
      submit={t('ending.data-say')}
      onCancel={props.onDone}
      onSubmit={async () => {
        if (fate === undefined) return [{ name: 'fate', message: t('ending.goal-missing') }];
        await settle('settleData', {
          kind,
          fate,
          ...(until.length === 10 ? { until } : {}),
          ...(holder === '' ? {} : { holder }),
        });
        props.onDone();
        return undefined;
      }}
    >
      <Choice
        name="fate"
        label={t('ending.data-fate', { kind: format.text(DATA_KIND[kind][locale]) })}
        options={FATES.map((value) => ({ value, label: format.text(DATA_FATE[value][locale]) }))}
        value={fate}
        onChange={setFate}
      />
      <DateField
        name="until"
        label={t('ending.data-date')}
        value={until}
        onChange={setUntil}
        precisions={['day']}
        optional
      />
      <SelectField
        name="holder"
        label={t('ending.data-holder')}
        none={t('handover.none')}
        value={holder}
        onChange={setHolder}
        options={organisations}
        optional
      />
    </Form>
  );
}
