import {
  CARRIAGE,
  LETTER_STAGE,
  type Letter,
  type LetterLine,
  letterLine,
  scanOf,
} from '@tablee/domain/modules/letter';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useState } from 'react';
import { FileLink } from '#file/file-link.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { AbsentPanel } from '#page/absent-panel.tsx';
import { today } from '#page/clock.ts';
import { Note } from '#page/note.tsx';
import { useOpenSpace, usePeople, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Prose } from '#ui/prose.tsx';
import { Facts, PanelSection, SidePanel } from '#ui/side-panel.tsx';
import { LayOpen } from './lay-open.tsx';
import { type LetterAct, LetterActForm, useLetterAct } from './letter-acts.tsx';
import { LetterCauses } from './letter-causes.tsx';
import { LetterRewrite, wordsOf } from './letter-rewrite.tsx';
import { useNumberWords } from './number-words.ts';

interface PanelProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
  readonly onSecond: () => void;
  readonly onNoteAnswer: () => void;
}

/** One letter beside the register: where it stands, its files, what to note next, its words. */
export function LetterPanel(props: PanelProps): ReactNode {
  const view = useView();
  const { locale } = useLocale();
  const format = useFormat();
  const [open, setOpen] = useState<LetterAct | 'words'>();
  const line = letterLine(view, props.id, today(), locale);
  const shell = { onClose: props.onClose, returnFocusTo: `row-${props.id}`, address: location.href };
  if (line === undefined) return <AbsentPanel id={props.id} onClose={props.onClose} />;
  const close = (): void => setOpen(undefined);
  return (
    <SidePanel
      {...shell}
      title={format.text(line.subject)}
      kicker={format.text(LETTER_STAGE[line.stage][locale])}
    >
      <Details line={line} onOpen={props.onOpen} />
      {open === undefined && <Next {...props} line={line} onAct={setOpen} />}
      {open === 'words' && <LetterRewrite line={line} onDone={close} />}
      {open !== undefined && open !== 'words' && <LetterActForm line={line} act={open} onDone={close} />}
      {open === undefined && <LayOpen line={line} />}
      {line.state.direction === 'in' && <LetterCauses line={line} />}
      {open !== 'words' && <Preview state={line.state} />}
    </SidePanel>
  );
}

function Details({
  line,
  onOpen,
}: {
  readonly line: LetterLine;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const people = usePeople();
  const { t, locale } = useLocale();
  const format = useFormat();
  const { state } = line;
  const number = useNumberWords();
  const person = state.person === null ? undefined : people.find(state.person)?.name;
  const items = [
    { term: t('letter.number'), value: number(line) },
    { term: t('letter.with'), value: [line.organisationName, person].filter(Boolean).join(', ') },
    { term: t('letter.dated'), value: state.dated === null ? '' : format.date(state.dated) },
    {
      term: t('letter.sent'),
      value:
        state.sent === null
          ? ''
          : `${format.date(state.sent.on)}, ${CARRIAGE[state.sent.how][locale].toLowerCase()}`,
    },
    {
      term: t(state.direction === 'in' ? 'letter.received-on' : 'letter.arrived'),
      value: state.arrived === null ? '' : format.date(state.arrived.on),
    },
    { term: t('letter.answered'), value: state.answered === null ? '' : format.date(state.answered.on) },
    {
      term: t('letter.answer-by'),
      value: line.stage === 'answered' || state.replyDue === null ? '' : format.date(state.replyDue),
    },
  ].filter(({ value }) => value !== '');
  return (
    <>
      <Facts items={items.map((item) => ({ key: item.term, ...item, value: format.text(item.value) }))} />
      <Scan state={state} />
      {line.answers.map((id) => (
        <ActionButton key={id} kind="quiet" onPress={() => onOpen(id)}>
          {t('letter.see-answer')}
        </ActionButton>
      ))}
      {state.answers !== null && (
        <ActionButton kind="quiet" onPress={() => onOpen(state.answers ?? '')}>
          {t('letter.see-earlier')}
        </ActionButton>
      )}
    </>
  );
}

function Scan({ state }: { readonly state: Letter }): ReactNode {
  const { t } = useLocale();
  const scan = scanOf(state.arrived?.scan);
  if (scan === undefined) return null;
  return (
    <p>
      <FileLink file={scan}>
        {t(state.direction === 'in' ? 'letter.see-scan' : 'letter.see-stamped')}
      </FileLink>
    </p>
  );
}

/** The files, and what can be noted next: one primary step, the rest quiet. */
function Next(
  props: PanelProps & { readonly line: LetterLine; readonly onAct: (act: LetterAct | 'words') => void },
): ReactNode {
  const { line, onAct } = props;
  const { t } = useLocale();
  const issue = useLetterAct(line);
  const { stage } = line;
  if (stage === 'cancelled' || stage === 'received') return null;
  const waits = stage === 'sent' || stage === 'arrived';
  return (
    <>
      <Files id={line.id} />
      <ActionRow>
        {stage === 'draft' && (
          <ActionButton kind="primary" onPress={() => void issue('fix')}>
            {t('letter.fix')}
          </ActionButton>
        )}
        {stage === 'fixed' && (
          <ActionButton kind="primary" onPress={() => onAct('send')}>
            {t('letter.act.send')}
          </ActionButton>
        )}
        {stage === 'sent' && (
          <ActionButton kind="primary" onPress={() => onAct('arrive')}>
            {t('letter.act.arrive')}
          </ActionButton>
        )}
        {waits && (
          <ActionButton kind={stage === 'arrived' ? 'primary' : 'secondary'} onPress={props.onNoteAnswer}>
            {t('letter.note-answer')}
          </ActionButton>
        )}
      </ActionRow>
      {stage === 'draft' && <Note>{t('letter.fix-note')}</Note>}
      <ActionRow>
        {stage === 'draft' && (
          <ActionButton kind="quiet" onPress={() => onAct('words')}>
            {t('letter.rewrite')}
          </ActionButton>
        )}
        {waits && (
          <>
            <ActionButton kind="quiet" onPress={() => onAct('answer')}>
              {t('letter.act.answer')}
            </ActionButton>
            <ActionButton kind="quiet" onPress={() => onAct('expect')}>
              {t('letter.act.expect')}
            </ActionButton>
            <ActionButton kind="quiet" onPress={props.onSecond}>
              {t('letter.second')}
            </ActionButton>
          </>
        )}
        {(stage === 'draft' || stage === 'fixed') && (
          <ActionButton kind="quiet" onPress={() => void issue('cancel')}>
            {t('letter.cancel')}
          </ActionButton>
        )}
      </ActionRow>
    </>
  );
}

function Files({ id }: { readonly id: string }): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  return (
    <ActionRow>
      {(['pdf', 'docx'] as const).map((ending) => (
        <a key={ending} href={`${path.documents(store.space)}/letter/${id}.${ending}`} download>
          {t(`letter.file.${ending}`)}
        </a>
      ))}
    </ActionRow>
  );
}

function Preview({ state }: { readonly state: Letter }): ReactNode {
  const { t } = useLocale();
  const { salutation, body, closing, signature } = wordsOf(state);
  const text = [salutation, body, closing, signature].filter((each) => each.trim() !== '').join('\n\n');
  if (text === '') return null;
  return (
    <PanelSection title={t(state.direction === 'in' ? 'letter.summary' : 'letter.words')}>
      <Prose text={text} lang={state.lang} shared />
    </PanelSection>
  );
}
