import { textOf } from '@tablee/domain/kernel';
import { type Round, roundReading, statementLines } from '@tablee/domain/modules/listening';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { ActionButton } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';
import { Prose } from '#ui/prose.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLanguageName } from './plan-language.tsx';
import { useRoundRoles, useSay } from './use-round.ts';

/** What became of the round: said once for the whole, and for single statements; read by those who answered, at their link. */
export function AnswerPart({ held }: { readonly held: Running<Round> }): ReactNode {
  const { state } = held;
  const { t, locale } = useLocale();
  const format = useFormat();
  const { keeps } = useRoundRoles(state);
  const [writing, setWriting] = useState(false);
  const answer = roundReading(state, locale)?.answer;
  return (
    <Section title={t('listening.answer')} id="answer">
      <Stack tight>
        {answer !== undefined && <Prose text={answer.text} lang={answer.lang} shared />}
        {answer === undefined && <p>{t('listening.answer-owed', { date: format.date(state.answerBy) })}</p>}
        {writing && <AnswerForm held={held} onDone={() => setWriting(false)} />}
        {keeps && !writing && (
          <div>
            <ActionButton kind={answer === undefined ? 'primary' : 'quiet'} onPress={() => setWriting(true)}>
              {t(answer === undefined ? 'listening.answer-write' : 'listening.answer-again')}
            </ActionButton>
          </div>
        )}
      </Stack>
    </Section>
  );
}

type Texts = { readonly [name: string]: string };

const written = (texts: Texts, of: string, languages: readonly string[]): { [lang: string]: string } =>
  Object.fromEntries(
    languages.flatMap((lang) => {
      const text = texts[`${of}-${lang}`]?.trim() ?? '';
      return text === '' ? [] : [[lang, text] as const];
    }),
  );

const heldTexts = ({ answer }: Round): Texts => {
  const texts: Record<string, string> = {};
  for (const [lang, part] of Object.entries(answer?.texts ?? {})) texts[`whole-${lang}`] = textOf(part) ?? '';
  for (const [id, each] of Object.entries(answer?.statements ?? {}))
    for (const [lang, part] of Object.entries(each)) texts[`${id}-${lang}`] = textOf(part) ?? '';
  return texts;
};

function AnswerForm({
  held,
  onDone,
}: {
  readonly held: Running<Round>;
  readonly onDone: () => void;
}): ReactNode {
  const { state } = held;
  const { t, locale } = useLocale();
  const format = useFormat();
  const nameOf = useLanguageName();
  const say = useSay(held);
  const [texts, setTexts] = useState<Texts>(() => heldTexts(state));
  const lines = statementLines(state, locale).filter(({ shown }) => shown);
  const field = (of: string, lang: string, most: number): ReactNode => (
    <TextField
      key={`${of}-${lang}`}
      name={`${of}-${lang}`}
      label={nameOf(lang)}
      lang={lang}
      rows={of === 'whole' ? 4 : 2}
      maxLength={most}
      value={texts[`${of}-${lang}`] ?? ''}
      onChange={(text) => setTexts((before) => ({ ...before, [`${of}-${lang}`]: text }))}
      optional={of !== 'whole'}
      shared
    />
  );
  return (
    <Form
      label={t('listening.answer-write')}
      submit={t('listening.answer-do')}
      onCancel={onDone}
      onSubmit={async () => {
        const whole = written(texts, 'whole', state.languages);
        if (Object.keys(whole).length === 0)
          return [{ name: `whole-${state.languages[0]}`, message: t('record.expected.something') }];
        const statements = lines.flatMap(({ id }) => {
          const own = written(texts, id, state.languages);
          return Object.keys(own).length === 0 ? [] : [{ id, texts: own }];
        });
        await say('answer', { texts: whole, ...(statements.length === 0 ? {} : { statements }) });
        onDone();
        return undefined;
      }}
    >
      <p className="note">{t('listening.answer-explained')}</p>
      {state.languages.map((lang) => field('whole', lang, 10_000))}
      {lines.map((line) => (
        <details key={line.id} open={line.id in (state.answer?.statements ?? {})}>
          <summary>
            <span lang={line.lang}>{format.text(line.text)}</span>
          </summary>
          {state.languages.map((lang) => field(line.id, lang, 2_000))}
        </details>
      ))}
    </Form>
  );
}
