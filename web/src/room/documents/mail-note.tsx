import { type Mail, notingAnswer } from '@tablee/domain/modules/mail';
import { processesIn, type Running } from '@tablee/domain/modules/reading';
import {
  CHOICE_WORDS,
  REQUEST_KIND,
  type Request,
  type RequestAnswer,
  requestState,
  subjectOf,
  worded,
} from '@tablee/domain/modules/request';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, usePeople, useView } from '#sync/use-space.ts';
import { type FieldFault, Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { firmFrom, firmGiven, StandingField } from '#wording/standing-field.tsx';
import type { MailText } from './use-mails.ts';

/** What the forms of an e-mail are given. */
export interface MailFormProps {
  readonly mail: Running<Mail>;
  readonly text: MailText | undefined;
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}

/** The choices of what was asked; none where the words or a figure are the answer. */
const choicesOf = (asked: Request | undefined, isVote: boolean): readonly string[] => {
  if (asked === undefined) return [];
  return isVote ? ['yes', 'no', 'abstain'] : Object.keys(CHOICE_WORDS[asked.kind]);
};

const takesStanding = (asked: Request | undefined): boolean =>
  asked?.kind === 'position' || asked?.kind === 'comment';

const VOTES: { readonly [choice: string]: { readonly fr: string; readonly en: string } } = {
  yes: { fr: 'Oui', en: 'Yes' },
  no: { fr: 'Non', en: 'No' },
  abstain: { fr: 'Abstention', en: 'Abstention' },
};

/** Records an e-mail as somebody's answer, in their name: it waits for their confirmation. */
export function NoteAnswer({ mail, text, onDone, onCancel }: MailFormProps): ReactNode {
  const view = useView();
  const act = useAct();
  const people = usePeople();
  const { t, locale } = useLocale();
  const format = useFormat();
  const { state } = mail;
  const [request, setRequest] = useState(state.request ?? '');
  const [choice, setChoice] = useState(state.said?.choice ?? '');
  const [firm, setFirm] = useState(firmFrom());
  // A figure and dates are noted as they were read; what has a choice, or is its words, can be chosen here.
  const open = processesIn(view, requestState).filter(
    ({ id, state: asked }) =>
      asked.state !== 'closed' &&
      (id === state.request || asked.kind === 'comment' || choicesOf(asked, false).length > 0),
  );
  const asked = open.find(({ id }) => id === request)?.state;
  const choices = choicesOf(asked, asked !== undefined && view.get(asked.subject)?.type === 'decision');
  const label = (each: Request): string => {
    const person = each.person === null ? undefined : people.find(each.person)?.name;
    const what = `${REQUEST_KIND[each.kind][locale]} : ${subjectOf(view, each, locale).title}`;
    return format.text([person, what].filter(Boolean).join(' · '));
  };
  const saidNow = (): RequestAnswer | undefined => {
    if (asked?.kind === 'comment') return { standing: firm.standing };
    if (choices.length === 0) return state.said ?? undefined;
    if (choice === '') return undefined;
    const kept = choice === state.said?.choice && request === state.request ? state.said : {};
    return { ...kept, choice, ...(asked?.kind === 'position' ? { standing: firm.standing } : {}) };
  };
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    if (asked === undefined) return [{ name: 'request', message: t('mail.missing-request') }];
    const said = saidNow();
    if (said === undefined) return [{ name: 'choice', message: t('mail.missing-answer') }];
    const words = text?.words || undefined;
    const more = takesStanding(asked) ? { firm: firmGiven(firm) } : {};
    const noting = { mail, request, said, words, lang: locale, entity: act.newId(), ...more };
    await act.issueAll(notingAnswer(view, noting, act.ticket));
    onDone(t('mail.noted'));
    return undefined;
  };
  return (
    <Form label={t('mail.note')} submit={t('mail.note')} onSubmit={submit} onCancel={onCancel}>
      <SelectField
        name="request"
        label={t('mail.note-for')}
        none={t('mail.choose')}
        value={request}
        options={open.map(({ id, state: each }) => ({ value: id, label: label(each) }))}
        onChange={(next) => {
          setRequest(next);
          setChoice('');
        }}
      />
      {asked !== undefined && choices.length > 0 && (
        <SelectField
          name="choice"
          label={t('mail.answer')}
          none={t('mail.choose')}
          value={choice}
          options={choices.map((each) => ({
            value: each,
            label: format.text(
              worded(CHOICE_WORDS[asked.kind][each] ?? VOTES[each] ?? { fr: '', en: '' }, locale),
            ),
          }))}
          onChange={setChoice}
        />
      )}
      {takesStanding(asked) && <StandingField value={firm} onChange={setFirm} />}
    </Form>
  );
}
