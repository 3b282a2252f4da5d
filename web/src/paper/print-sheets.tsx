import type { JsonObject, View } from '@tablee/domain/kernel';
import { commitments } from '@tablee/domain/modules/commitment';
import { attendanceSheet } from '@tablee/domain/modules/meeting';
import { MOST_SHEETS, type PaperKind, paperRuns, prefixFrom } from '@tablee/domain/modules/paper';
import { pollState } from '@tablee/domain/modules/poll';
import { processIn } from '@tablee/domain/modules/reading';
import { subjectOf } from '@tablee/domain/modules/request';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { CopyForWhatsApp } from '#request/copy-for-whatsapp.tsx';
import { useFourLines } from '#request/use-four-lines.ts';
import { useLocale } from '../locale/use-text.tsx';
import { useAct, useOpenSpace, useSyncStatus, useView } from '../sync/use-space.ts';
import { ActionButton, ActionRow } from '../ui/action-button.tsx';
import { Choice, ChoiceMany } from '../ui/choice.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useOrganisations } from '../wording/use-organisations.ts';

/** Props of {@link PrintSheets}. */
export interface PrintSheetsProps {
  readonly kind: PaperKind;
  /** What is asked about. */
  readonly subject: string;
  readonly version?: number | undefined;
  /** The one partner whose sheet it is: nobody else is asked for it. */
  readonly organisation?: string | undefined;
  /** The circle in which the sheets stand: that of the thing. */
  readonly circle: string;
  readonly onDone: () => void;
}

const LANGUAGES = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'es', label: 'Español' },
] as const;
type Tongue = (typeof LANGUAGES)[number]['value'];

/** Signs for a new pile, which no pile in view has. */
export const newPrefix = (view: View): string => {
  const taken = new Set(paperRuns(view).map(({ state }) => state.prefix));
  let prefix = '';
  while (prefix === '' || taken.has(prefix))
    prefix = prefixFrom([...crypto.getRandomValues(new Uint32Array(4))]);
  return prefix;
};

/** Prepares sheets of paper: one per organisation or person expected, and blank ones; then hands out PDF and Word. */
export function PrintSheets(props: PrintSheetsProps): ReactNode {
  const { kind, subject, version, organisation, circle, onDone } = props;
  const view = useView();
  const act = useAct();
  const { t, locale } = useLocale();
  const organisations = useOrganisations();
  const asked = useExpected(kind, subject);
  const expected = organisation === undefined ? asked : [{ organisation }];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [blank, setBlank] = useState('0');
  const [language, setLanguage] = useState<Tongue>(locale);
  const [made, setMade] = useState<string>();
  if (made !== undefined) return <Printed run={made} subject={subject} circle={circle} onDone={onDone} />;
  const submit = async () => {
    const count = Number(blank);
    if (!Number.isInteger(count) || count < 0 || count + chosen.length + expected.length > MOST_SHEETS)
      return [{ name: 'blank', message: t('paper.too-many', { n: MOST_SHEETS }) }];
    const named = [...expected, ...chosen.map((each) => ({ organisation: each }))];
    const sheets = [
      ...named.map((sheet) => ({ ...sheet, ...owedBy(view, kind, sheet, locale) })),
      ...Array.from({ length: count }, () => ({})),
    ];
    if (sheets.length === 0) return [{ name: 'blank', message: t('paper.no-sheets') }];
    const prefix = newPrefix(view);
    const entity = act.newId();
    const ask = { kind, subject, ...(version === undefined ? {} : { version }) };
    const payload: JsonObject = { prefix, lang: language, asks: [ask], sheets };
    await act.command('paper.print', { entity, circle }, payload);
    setMade(entity);
    return undefined;
  };
  return (
    <Form label={t('paper.print')} submit={t('paper.prepare')} onSubmit={submit} onCancel={onDone}>
      {organisation === undefined && expected.length > 0 && (
        <p>{t('paper.expected', { n: expected.length })}</p>
      )}
      {expected.length === 0 && organisations.length > 0 && (
        <ChoiceMany
          name="organisations"
          label={t('paper.for-whom')}
          options={organisations}
          values={chosen}
          onChange={setChosen}
          optional
        />
      )}
      {organisation === undefined && (
        <TextField
          name="blank"
          label={t('paper.blank')}
          hint={t('paper.blank-hint')}
          value={blank}
          inputMode="numeric"
          size={4}
          maxLength={3}
          onChange={setBlank}
        />
      )}
      <Choice
        name="language"
        label={t('paper.language')}
        options={LANGUAGES}
        value={language}
        onChange={setLanguage}
      />
    </Form>
  );
}

interface Named {
  readonly person?: string;
  readonly organisation?: string;
}

/** Who is expected at a meeting, whose date may still be sought, gets a sheet of their own; of other things, organisations are chosen. */
const useExpected = (kind: PaperKind, subject: string): readonly Named[] => {
  const view = useView();
  const poll = kind === 'poll' ? processIn(view, pollState, subject)?.state.meeting : undefined;
  const meeting = kind === 'confirmMeeting' ? subject : poll;
  if (meeting === undefined) return [];
  return attendanceSheet(view, meeting)
    .lines.filter((line) => line.expected && (line.person !== undefined || line.organisation !== undefined))
    .map(({ person, organisation }) => ({
      ...(person === undefined ? {} : { person }),
      ...(organisation === undefined ? {} : { organisation }),
    }));
};

/** The half page of a partner: everything that it owes, each line a question. */
const owedBy = (
  view: ReturnType<typeof useView>,
  kind: PaperKind,
  { organisation }: Named,
  lang: string,
): JsonObject => {
  if (kind !== 'commitment' || organisation === undefined) return {};
  const today = new Date().toISOString().slice(0, 10);
  const owed = commitments(view, today, lang).filter(
    (each) => each.owner === organisation && each.state === 'open',
  );
  return owed.length === 0 ? {} : { asks: owed.slice(0, 40).map(({ id }) => ({ kind, subject: id })) };
};

/** The files of a run: the server writes them, once it has received the run. */
export function SheetFiles({ run }: { readonly run: string }): ReactNode {
  const { t } = useLocale();
  const { store } = useOpenSpace();
  const file = (ending: string): string => `${path.documents(store.space)}/paper/${run}.${ending}`;
  return (
    <ActionRow>
      <a href={file('pdf')} download>
        {t('paper.pdf')}
      </a>
      <a href={file('docx')} download>
        {t('paper.docx')}
      </a>
    </ActionRow>
  );
}

function Printed({
  run,
  subject,
  circle,
  onDone,
}: Pick<PrintSheetsProps, 'subject' | 'circle' | 'onDone'> & { readonly run: string }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { locale } = useLocale();
  const asks = useFourLines();
  const { t } = useLocale();
  const { waiting } = useSyncStatus();
  const text = asks({
    act: t('paper.hand-out'),
    subject: subjectOf(view, { subject, version: null }, locale).title,
    href: `${addressOf(store.space, 'in-out')}?view=paper`,
    circle,
  });
  return (
    <div role="status">
      <p>{t(waiting > 0 ? 'paper.needs-network' : 'paper.ready')}</p>
      {waiting === 0 && <SheetFiles run={run} />}
      <CopyForWhatsApp text={text} />
      <ActionButton kind="quiet" onPress={onDone}>
        {t('paper.done')}
      </ActionButton>
    </div>
  );
}
