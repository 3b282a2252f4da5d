import {
  LONGEST_STATEMENT,
  type Round,
  type StatementLine,
  statementLines,
  withdrawnStatements,
} from '@tablee/domain/modules/listening';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './listening.module.css';
import { linesOf } from './plan-draft.ts';
import { useLanguageName } from './plan-language.tsx';
import { useProtect, useRoundRoles, useSay } from './use-round.ts';

/** The statements that people answer, with what is missing in a language, and the way to put one in safety. */
export function StatementPart({ held }: { readonly held: Running<Round> }): ReactNode {
  const { state } = held;
  const { t, locale } = useLocale();
  const { moderates, keeps } = useRoundRoles(state);
  const lines = statementLines(state, locale);
  const [open, setOpen] = useState<
    { readonly act: 'add' } | { readonly act: 'translate'; readonly id: string }
  >();
  const done = (): void => setOpen(undefined);
  const may = moderates || keeps;
  const gone = withdrawnStatements(state);
  return (
    <Section title={t('listening.statements')} id="statements" aside={String(lines.length)}>
      <SentenceList
        labelledBy="statements"
        items={lines.map((line) => ({
          key: line.id,
          text: <Words line={line} />,
          note: <LineNote line={line} />,
          state:
            open?.act === 'translate' && open.id === line.id ? (
              <Translate held={held} line={line} onDone={done} />
            ) : undefined,
          action: may ? (
            <LineActs
              held={held}
              line={line}
              onTranslate={() => setOpen({ act: 'translate', id: line.id })}
            />
          ) : undefined,
        }))}
      />
      {gone > 0 && <p className="note">{t('listening.withdrawn', { n: gone })}</p>}
      {gone > 0 && may && <p className="note">{t('listening.protect-copies')}</p>}
      {open?.act === 'add' && <Add held={held} onDone={done} />}
      {may && state.state !== 'closed' && open === undefined && (
        <ActionButton kind="quiet" onPress={() => setOpen({ act: 'add' })}>
          {t('listening.statement-add')}
        </ActionButton>
      )}
    </Section>
  );
}

function Words({ line }: { readonly line: StatementLine }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  return line.shown ? (
    <span lang={line.lang}>{format.text(line.text)}</span>
  ) : (
    <span>{t('listening.statement-withdrawn')}</span>
  );
}

function LineNote({ line }: { readonly line: StatementLine }): ReactNode {
  const { t } = useLocale();
  const nameOf = useLanguageName();
  const said = [
    line.from === 'proposed' ? t('listening.from-proposed') : undefined,
    line.missing.length > 0
      ? t('listening.missing-in', { languages: line.missing.map((lang) => nameOf(lang)).join(', ') })
      : undefined,
  ].filter((part) => part !== undefined);
  return said.length === 0 ? null : said.join(' ');
}

/** Puts a statement in safety with one press, without asking why; its words leave every view and device. */
function StatementActs({
  held,
  line,
}: {
  readonly held: Running<Round>;
  readonly line: StatementLine;
}): ReactNode {
  const { t } = useLocale();
  const say = useSay(held);
  const protect = useProtect(held);
  return line.shown ? (
    <ActionButton kind="quiet" onPress={() => void protect('statement', line.id)}>
      {t('listening.protect')}
    </ActionButton>
  ) : (
    <ActionButton
      kind="quiet"
      onPress={() => void say('moderate', { of: 'statement', id: line.id, decision: 'accept' })}
    >
      {t('listening.show-again')}
    </ActionButton>
  );
}

/** What can be done about one statement. */
function LineActs(props: {
  readonly held: Running<Round>;
  readonly line: StatementLine;
  readonly onTranslate: () => void;
}): ReactNode {
  const { held, line } = props;
  const { t } = useLocale();
  return (
    <div className={css['acts']}>
      {line.shown && line.missing.length > 0 && (
        <ActionButton kind="quiet" onPress={props.onTranslate}>
          {t('listening.translate')}
        </ActionButton>
      )}
      <StatementActs held={held} line={line} />
    </div>
  );
}

function Translate(props: {
  readonly held: Running<Round>;
  readonly line: StatementLine;
  readonly onDone: () => void;
}): ReactNode {
  const { held, line } = props;
  const { t } = useLocale();
  const nameOf = useLanguageName();
  const say = useSay(held);
  const [texts, setTexts] = useState<{ readonly [lang: string]: string }>({});
  return (
    <Form
      label={t('listening.translate')}
      submit={t('listening.translate-do')}
      onCancel={props.onDone}
      onSubmit={async () => {
        const written = Object.entries(texts).filter(([, text]) => text.trim() !== '');
        if (written.length === 0)
          return [{ name: `in-${line.missing[0]}`, message: t('record.expected.something') }];
        for (const [lang, text] of written)
          await say('translate', { statement: line.id, lang, text: text.trim() });
        props.onDone();
        return undefined;
      }}
    >
      {line.missing.map((lang) => (
        <TextField
          key={lang}
          name={`in-${lang}`}
          label={nameOf(lang)}
          lang={lang}
          rows={2}
          maxLength={LONGEST_STATEMENT}
          value={texts[lang] ?? ''}
          onChange={(text) => setTexts({ ...texts, [lang]: text })}
          shared
        />
      ))}
    </Form>
  );
}

function Add({ held, onDone }: { readonly held: Running<Round>; readonly onDone: () => void }): ReactNode {
  const act = useAct();
  const { t } = useLocale();
  const nameOf = useLanguageName();
  const say = useSay(held);
  const [text, setText] = useState('');
  const lang = held.state.languages[0] ?? 'fr';
  return (
    <Form
      label={t('listening.statement-add')}
      submit={t('listening.statement-add-do')}
      onCancel={onDone}
      onSubmit={async () => {
        const lines = linesOf(text);
        const message =
          lines.length === 0
            ? t('record.expected.something')
            : lines.some((line) => [...line].length > LONGEST_STATEMENT)
              ? t('listening.fault-seed-long')
              : undefined;
        if (message !== undefined) return [{ name: 'seeds', message }];
        const statements = lines.slice(0, 100).map((line) => ({ id: act.newId(), texts: { [lang]: line } }));
        await say('seed', { statements });
        onDone();
        return undefined;
      }}
    >
      <TextField
        name="seeds"
        label={t('listening.seeds-in', { language: nameOf(lang) })}
        hint={t('listening.seeds-hint', { most: String(LONGEST_STATEMENT) })}
        rows={3}
        lang={lang}
        value={text}
        onChange={setText}
        shared
      />
    </Form>
  );
}
