import { type Round, type StatementLine, statementLines } from '@tablee/domain/modules/listening';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useRef, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { useHeardKeys } from '#paper/use-heard-keys.ts';
import { useOpenSpace } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { HandsForm } from './hands-form.tsx';
import css from './listening.module.css';
import { linesOf } from './plan-draft.ts';
import { useLanguageName } from './plan-language.tsx';
import { roundPath } from './round-api.ts';
import { useSend } from './use-round.ts';
import { useSectorOptions } from './use-sector-options.ts';

const STANCES = ['agree', 'disagree', 'pass'] as const;
type Stance = (typeof STANCES)[number];

/** Paper: sheets to print, one sheet typed in with one key per statement, or hands counted in a room. */
export function PaperPart({ held }: { readonly held: Running<Round> }): ReactNode {
  const { t } = useLocale();
  const [way, setWay] = useState<'sheet' | 'hands'>('sheet');
  return (
    <>
      <Print held={held} />
      <Section title={t('listening.paper')} id="paper">
        <Stack tight>
          <Choice
            label={t('listening.paper-way')}
            options={[
              { value: 'sheet', label: t('listening.paper-sheet') },
              { value: 'hands', label: t('listening.paper-hands') },
            ]}
            value={way}
            onChange={setWay}
          />
          {way === 'sheet' ? <SheetForm held={held} /> : <HandsForm held={held} />}
        </Stack>
      </Section>
    </>
  );
}

function Print({ held }: { readonly held: Running<Round> }): ReactNode {
  const { t } = useLocale();
  const nameOf = useLanguageName();
  const { store } = useOpenSpace();
  const [count, setCount] = useState('20');
  const { languages } = held.state;
  const [lang, setLang] = useState(languages[0] ?? 'fr');
  const n = Math.min(200, Math.max(1, Number(count) || 1));
  return (
    <Section title={t('listening.print')} id="print">
      <Stack tight>
        <p className="note">{t('listening.print-explained')}</p>
        <TextField
          label={t('listening.print-count')}
          inputMode="numeric"
          size={5}
          value={count}
          onChange={(text) => setCount(text.replace(/\D/g, '').slice(0, 3))}
        />
        {languages.length > 1 && (
          <SelectField
            label={t('listening.print-language')}
            none={nameOf(lang)}
            options={languages
              .filter((own) => own !== lang)
              .map((own) => ({ value: own, label: nameOf(own) }))}
            value=""
            onChange={(next) => next !== '' && setLang(next)}
          />
        )}
        <ActionRow>
          {(['pdf', 'docx'] as const).map((ending) => (
            <ActionButton
              key={ending}
              href={`${roundPath(store.space, held.id, `paper.${ending}`)}?lang=${lang}&count=${n}`}
            >
              {t(`listening.print-${ending}`)}
            </ActionButton>
          ))}
        </ActionRow>
      </Stack>
    </Section>
  );
}

function SheetForm({ held }: { readonly held: Running<Round> }): ReactNode {
  const { t, locale } = useLocale();
  const send = useSend(held.id);
  const sectors = useSectorOptions(held.state);
  const lines = statementLines(held.state, locale).filter(({ shown }) => shown);
  const frame = useRef<HTMLDivElement>(null);
  const [code, setCode] = useState('');
  const [sector, setSector] = useState('');
  const [answers, setAnswers] = useState<{ readonly [id: string]: Stance }>({});
  const [own, setOwn] = useState('');
  const [done, setDone] = useState(0);
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    if (code.trim() === '') return [{ name: 'code', message: t('listening.fault-code') }];
    if (Object.keys(answers).length === 0)
      return [{ name: 'answers', message: t('record.expected.something') }];
    const faults = await send('code', async (post) => {
      await post('POST', 'sheets', {
        code: code.trim(),
        answers,
        ...(sector === '' ? {} : { sector }),
        ...(linesOf(own).length === 0 ? {} : { statements: linesOf(own).slice(0, 20) }),
      });
    });
    if (faults !== undefined) return faults;
    setCode('');
    setAnswers({});
    setOwn('');
    setDone(done + 1);
    frame.current?.closest('form')?.querySelector<HTMLInputElement>('input[name=code]')?.focus();
    return undefined;
  };
  return (
    <Form label={t('listening.paper-sheet')} submit={t('listening.sheet-do')} onSubmit={submit}>
      <TextField
        name="code"
        label={t('listening.sheet-code')}
        size={14}
        maxLength={40}
        spellCheck={false}
        value={code}
        onChange={setCode}
      />
      {sectors.length > 0 && (
        <SelectField
          label={t('listening.sheet-sector')}
          none={t('listening.unsaid')}
          options={sectors}
          value={sector}
          onChange={setSector}
          optional
        />
      )}
      <div ref={frame}>
        <p className="note">{t('listening.sheet-keys')}</p>
        {lines.map((line, place) => (
          <SheetLine
            key={line.id}
            line={line}
            place={place + 1}
            value={answers[line.id]}
            onChange={(stance) => setAnswers((before) => ({ ...before, [line.id]: stance }))}
          />
        ))}
      </div>
      <TextField
        label={t('listening.sheet-own')}
        hint={t('listening.sheet-own-hint')}
        rows={2}
        value={own}
        onChange={setOwn}
        optional
      />
      <p role="status">{done > 0 && t('listening.sheet-done', { n: done })}</p>
    </Form>
  );
}

/** One statement: three boxes; 1, 2 and 3 tick them and lead on to the next one. */
function SheetLine(props: {
  readonly line: StatementLine;
  readonly place: number;
  readonly value: Stance | undefined;
  readonly onChange: (stance: Stance) => void;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const frame = useRef<HTMLFieldSetElement>(null);
  useHeardKeys(frame, (event) => {
    const stance = STANCES[Number(event.key) - 1];
    if (stance === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    props.onChange(stance);
    const next = frame.current?.nextElementSibling;
    const goal = next?.querySelector('input') ?? frame.current?.closest('form')?.querySelector('textarea');
    if (goal instanceof HTMLElement) goal.focus();
  });
  return (
    <fieldset ref={frame} className={css['sheet']}>
      <legend lang={props.line.lang}>
        {format.number(props.place)}. {format.text(props.line.text)}
      </legend>
      {STANCES.map((stance, index) => (
        <label key={stance}>
          <input
            type="radio"
            name={`sheet-${props.line.id}`}
            checked={props.value === stance}
            onChange={() => props.onChange(stance)}
          />
          <span>
            {index + 1} {t(`listening.stance-${stance}`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
