import { addRecord, type Json, textIn, textOf, titleOf, valueOf } from '@tablee/domain/kernel';
import { initiative } from '@tablee/domain/modules/context';
import {
  FIT_ANSWER,
  FIT_QUESTION,
  FIT_READER,
  FIT_VERDICT,
  type FitAnswer,
  type FitConclusion,
  type FitReader,
  type FitVerdict,
  fitVerdict,
  type Spread,
  spreadSentence,
  toldVerdict,
} from '@tablee/domain/modules/fit-check';
import { listed } from '@tablee/domain/modules/sentence';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { useRecords } from '#register/register-view.tsx';
import { PersonName, RefNames } from '#register/show-value.tsx';
import { useAct, usePeople, useView } from '#sync/use-space.ts';
import { Choice } from '#ui/choice.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { Prose } from '#ui/prose.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './fit.module.css';

/** How the answers spread, question by question: numbers in words, then the reasons, without names. */
export function FitSpread({ spread }: { readonly spread: readonly Spread[] }): ReactNode {
  const { locale } = useLocale();
  const format = useFormat();
  return (
    <div className={css['spread']}>
      {spread.map((line) => (
        <div key={line.question}>
          <ProgressLine
            label={format.text(FIT_QUESTION[line.question][locale])}
            done={line.yes}
            total={line.yes + line.partly + line.no}
            text={format.text(spreadSentence(line, locale).text)}
          />
          {line.names !== undefined && <Names names={line.names} />}
          {line.reasons.length > 0 && (
            <ul className={css['reasons']}>
              {line.reasons.map((reason) => (
                <li key={reason}>{format.text(reason)}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}

/** Who said what, where everybody knew beforehand that their name would stand here. */
function Names({ names }: { readonly names: NonNullable<Spread['names']> }): ReactNode {
  const { locale } = useLocale();
  const format = useFormat();
  const people = usePeople();
  const { t } = useLocale();
  const said = ANSWERS.flatMap((answer) => {
    const who = names[answer].map((id) => people.find(id)?.name ?? t('record.somebody'));
    return who.length === 0 ? [] : [`${FIT_ANSWER[answer][locale]} : ${listed(locale, who)}`];
  });
  return <Note>{format.text(`${said.join(' ; ')}.`)}</Note>;
}

/** What was concluded, why, by whom and when. */
export function Verdict({ verdict }: { readonly verdict: FitConclusion }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const reason = textOf(verdict.reason);
  return (
    <article className={css['verdict']}>
      <h2>{format.text(FIT_VERDICT[verdict.verdict][locale])}</h2>
      {verdict.initiative !== null && (
        <p>
          <RefNames ids={[verdict.initiative]} />
        </p>
      )}
      {reason === undefined ? <Note>{t('record.erased')}</Note> : <Prose text={reason} lang={locale} />}
      <Note>
        <PersonName id={verdict.by} />, {format.moment(verdict.at)}
      </Note>
    </article>
  );
}

const ANSWERS = ['yes', 'partly', 'no'] as const satisfies readonly FitAnswer[];
const READERS = ['core', 'verdict', 'reasons'] as const satisfies readonly FitReader[];

const VERDICTS = ['start', 'join', 'otherForm', 'notNow'] as const satisfies readonly FitVerdict[];

/** The conclusion of those who keep the thread: one of four verdicts, each a valid result, with its reasons. */
export function ConcludeFit(props: {
  readonly id: string;
  readonly circle: string;
  readonly onDone: () => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const act = useAct();
  const initiatives = useRecords(initiative);
  const [verdict, setVerdict] = useState<FitVerdict>();
  const [joined, setJoined] = useState<string>();
  const [reason, setReason] = useState('');
  const [reader, setReader] = useState<FitReader>('core');
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const faults: FieldFault[] = [];
    if (verdict === undefined) faults.push({ name: 'verdict', message: t('fit.verdict-missing') });
    if (reason.trim() === '') faults.push({ name: 'reason', message: t('fit.reason-missing') });
    if (faults.length > 0 || verdict === undefined) return faults;
    await act.command(
      'fitCheck.conclude',
      { entity: props.id, circle: props.circle },
      {
        verdict,
        reason: reason.trim(),
        ...(verdict === 'join' && joined !== undefined ? { initiative: joined } : {}),
      },
    );
    if (reader !== 'core') {
      const slots: { [slot: string]: Json } = {
        verdict,
        ...(verdict === 'join' && joined !== undefined ? { initiative: joined } : {}),
        ...(reader === 'reasons' ? { reason: { lang: locale, text: reason.trim() } } : {}),
      };
      const place = { entity: act.newId(), circle: fitVerdict.circle };
      await act.issue(addRecord(act.ticket(), 'fitVerdict', place, slots));
    }
    props.onDone();
    return undefined;
  };
  return (
    <Form label={t('fit.conclude')} submit={t('fit.conclude')} onSubmit={submit} onCancel={props.onDone}>
      <Choice
        name="verdict"
        label={t('fit.verdict')}
        options={VERDICTS.map((value) => ({ value, label: format.text(FIT_VERDICT[value][locale]) }))}
        value={verdict}
        onChange={setVerdict}
      />
      {verdict === 'join' && initiatives.length > 0 && (
        <Choice
          name="initiative"
          label={t('fit.which')}
          optional
          options={initiatives.map((entity) => ({
            value: entity.id,
            label: format.text(titleOf(initiative, entity, locale) ?? ''),
          }))}
          value={joined}
          onChange={setJoined}
        />
      )}
      <TextField name="reason" label={t('fit.reasons')} rows={4} value={reason} onChange={setReason} shared />
      <Choice
        name="reader"
        label={t('fit.reader')}
        options={READERS.map((value) => ({ value, label: format.text(FIT_READER[value][locale]) }))}
        value={reader}
        onChange={setReader}
      />
    </Form>
  );
}

/** What the core group chose to tell partners: the verdict, with its reasons or without. */
export function ToldVerdict(): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const told = toldVerdict(useView());
  const verdict = valueOf(fitVerdict, told, 'verdict');
  const joined = valueOf(fitVerdict, told, 'initiative');
  const reason = textIn(told, 'reason', locale);
  if (verdict === undefined) return null;
  return (
    <article className={css['verdict']}>
      <h2>{format.text(FIT_VERDICT[verdict][locale])}</h2>
      {joined !== undefined && (
        <p>
          <RefNames ids={[joined]} />
        </p>
      )}
      {reason === undefined ? (
        <Note>{t('fit.reason-kept')}</Note>
      ) : (
        <Prose text={reason.text} lang={reason.lang} />
      )}
    </article>
  );
}
