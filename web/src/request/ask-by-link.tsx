import { isObject, PARTNERS } from '@tablee/domain/kernel';
import { isPaperKind } from '@tablee/domain/modules/paper';
import { ACT_WORDS, type RequestKind, subjectOf, worded } from '@tablee/domain/modules/request';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale, useText } from '../locale/use-text.tsx';
import { PrintSheets } from '../paper/print-sheets.tsx';
import { Fault, request } from '../sync/api.ts';
import { useOpenSpace, usePeople, useView } from '../sync/use-space.ts';
import { ActionButton, ActionRow } from '../ui/action-button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { ForWriters } from '../ui/for-writers.tsx';
import { type FieldFault, Form } from '../ui/form.tsx';
import { useLocation, useSearch } from '../ui/location.ts';
import { PersonPicker, type PickedPerson } from '../ui/person-picker.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useOrganisations } from '../wording/use-organisations.ts';
import { CopyForWhatsApp } from './copy-for-whatsapp.tsx';
import { type HandOver, HandOverText } from './hand-over.tsx';
import { RequestList } from './request-list.tsx';
import { useFourLines } from './use-four-lines.ts';

/** Props of {@link AskByLink}. */
export interface AskByLinkProps {
  readonly kind: RequestKind;
  /** The entity that is asked about: a meeting, a text, an indicator, a commitment. */
  readonly subject: string;
  /** For a position: the number of the version that is shown. */
  readonly version?: number;
  /** The organisation for which the person answers. */
  readonly organisation?: string | undefined;
  /** The person to ask, when known; else one is chosen. */
  readonly person?: string | undefined;
  /** The circle in which the request stands: that of the thing. */
  readonly circle?: string;
  /** Replaces « Demander par un lien ». */
  readonly label?: string;
  /** The last day for an answer, `YYYY-MM-DD`, for the message to members. */
  readonly until?: string | undefined;
  /** Leaves out what was asked before. */
  readonly bare?: boolean;
}

interface Made extends HandOver {
  readonly name: string;
}

const handOverIn = (answer: unknown): HandOver | undefined =>
  isObject(answer) && typeof answer['url'] === 'string'
    ? {
        url: answer['url'],
        text: typeof answer['text'] === 'string' ? answer['text'] : answer['url'],
        ...(typeof answer['qr'] === 'string' ? { qr: answer['qr'] } : {}),
      }
    : undefined;

/**
 * Asks somebody without an account for one answer by a personal link: to be handed over by WhatsApp, by paper, by
 * word of mouth. Needs the server, and says so offline; what was asked and answered stands below.
 */
export function AskByLink(props: AskByLinkProps): ReactNode {
  const t = useText();
  const [open, setOpen] = useState<'link' | 'paper'>();
  const [made, setMade] = useState<Made>();
  if (made !== undefined)
    return (
      <HandOverText
        title={t('request.made', { name: made.name })}
        handOver={made}
        onDone={() => setMade(undefined)}
      />
    );
  return (
    <>
      {open === 'link' && (
        <AskForm
          {...props}
          onCancel={() => setOpen(undefined)}
          onMade={(next) => {
            setOpen(undefined);
            setMade(next);
          }}
        />
      )}
      {open === 'paper' && isPaperKind(props.kind) && (
        <PrintSheets
          kind={props.kind}
          subject={props.subject}
          version={props.version}
          organisation={props.kind === 'quarterPage' ? props.organisation : undefined}
          circle={props.circle ?? PARTNERS}
          onDone={() => setOpen(undefined)}
        />
      )}
      {open === undefined && (
        <ForWriters>
          <ActionRow>
            <ActionButton kind="quiet" onPress={() => setOpen('link')}>
              {props.label ?? t('request.ask')}
            </ActionButton>
            {isPaperKind(props.kind) && (
              <ActionButton kind="quiet" onPress={() => setOpen('paper')}>
                {t('paper.on-paper')}
              </ActionButton>
            )}
            {props.kind !== 'pulse' && <AskMembers {...props} />}
          </ActionRow>
        </ForWriters>
      )}
      {props.bare !== true && <RequestList subject={props.subject} kind={props.kind} />}
    </>
  );
}

/** Members answer inside the app: four lines for their group, with the address of this page. */
function AskMembers({ kind, subject, version, circle = PARTNERS, until }: AskByLinkProps): ReactNode {
  const view = useView();
  const { locale } = useLocale();
  const format = useFormat();
  const [page] = useLocation();
  const search = useSearch();
  const asks = useFourLines();
  const { title, lines } = subjectOf(view, { subject, version: version ?? null }, locale);
  const text = asks({
    act: worded(ACT_WORDS[kind], locale),
    subject: title,
    facts: kind === 'confirmMeeting' && lines.length > 0 ? lines.join(', ') : undefined,
    until: until === undefined ? undefined : format.date(until),
    href: search === '' ? page : `${page}?${search}`,
    circle,
  });
  return <CopyForWhatsApp text={text} />;
}

function AskForm(
  props: AskByLinkProps & { readonly onMade: (made: Made) => void; readonly onCancel: () => void },
): ReactNode {
  const t = useText();
  const { store } = useOpenSpace();
  const people = usePeople();
  const [picked, setPicked] = useState<PickedPerson | undefined>(
    props.person === undefined ? undefined : { kind: 'known', id: props.person },
  );
  const organisations = useOrganisations();
  const [organisation, setOrganisation] = useState(props.organisation ?? '');
  const [question, setQuestion] = useState('');
  const [deadline, setDeadline] = useState('');
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    if (picked === undefined) return [{ name: 'person', message: t('request.person-missing') }];
    if (speaksForOne(props) && organisation === '')
      return [{ name: 'organisation', message: t('wording.organisation-missing') }];
    try {
      const person = await personOf(store.space, picked);
      const { kind, subject, version, circle } = props;
      const answer = await request('POST', path.links(store.space), {
        kind,
        subject,
        person,
        ...(version === undefined ? {} : { version }),
        ...(organisation === '' ? {} : { organisation }),
        ...(circle === undefined ? {} : { circle }),
        ...(question.trim() === '' ? {} : { question: question.trim() }),
        ...(deadline === '' ? {} : { deadline }),
      });
      const handOver = handOverIn(answer);
      const name =
        picked.kind === 'new' ? picked.name : (people.find(picked.id)?.name ?? t('record.somebody'));
      if (handOver !== undefined) props.onMade({ ...handOver, name });
      return undefined;
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      return [{ name: 'person', message: fault.status === 0 ? t('request.needs-network') : fault.message }];
    }
  };
  return (
    <Form label={t('request.ask')} submit={t('request.make')} onSubmit={submit} onCancel={props.onCancel}>
      {props.person === undefined && (
        <PersonPicker
          name="person"
          label={t('request.whom')}
          people={people.all.flatMap((card) =>
            card.name === undefined
              ? []
              : [{ id: card.id, name: card.name, ...(card.designation ? { detail: card.designation } : {}) }],
          )}
          value={picked}
          onChange={setPicked}
          allowNew
        />
      )}
      {speaksForOne(props) && (
        <SelectField
          name="organisation"
          label={t('wording.for-whom')}
          none={t('request.choose')}
          options={organisations}
          value={organisation}
          onChange={setOrganisation}
        />
      )}
      <TextField
        name="question"
        label={t('request.question')}
        hint={t('request.question-hint')}
        value={question}
        onChange={setQuestion}
        maxLength={2_000}
        optional
      />
      <DateField
        name="deadline"
        label={t('request.deadline')}
        value={deadline}
        onChange={setDeadline}
        precisions={['day']}
        optional
      />
    </Form>
  );
}

/** A position, a comment or a figure is that of an organisation: without one the answer would go nowhere. */
const speaksForOne = (props: AskByLinkProps): boolean =>
  props.organisation === undefined && ['position', 'figure', 'comment'].includes(props.kind);

/** The person's id; somebody new is written down in the vault first, with the reason for keeping the name. */
const personOf = async (space: string, picked: PickedPerson): Promise<string> => {
  if (picked.kind === 'known') return picked.id;
  const answer = await request('POST', path.people(space), { name: picked.name, purpose: picked.purpose });
  if (!isObject(answer) || typeof answer['person'] !== 'string') throw new Fault(0, 'Malformed', true);
  return answer['person'];
};
