import { changeRecord } from '@tablee/domain/kernel';
import { recordIn } from '@tablee/domain/modules/reading';
import { OUTCOME, term, type WordSides, wordSense, wordSides } from '@tablee/domain/modules/term';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useAct, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { Prose } from '#ui/prose.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './problem.module.css';

const OUTCOMES = ['agreed', 'both'] as const;

/** Words that groups understand differently: each with its meanings side by side, and what was agreed about it. */
export function WordsView({ room }: { readonly room: RoomPlace }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const [adding, setAdding] = useState(false);
  const words = wordSides(view, locale);
  const wanted = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('word');
  const done = (): void => setAdding(false);
  const add = (
    <ForWriters>
      <ActionButton kind="primary" onPress={() => setAdding(true)}>
        {t('problem.word-add')}
      </ActionButton>
    </ForWriters>
  );
  return (
    <div className={css['stack']}>
      {adding && <RecordForm declaration={term} fields={['word']} onDone={done} onCancel={done} />}
      {!adding && words.length === 0 && (
        <EmptyState action={add}>{format.text(term.labels[locale].empty ?? '')}</EmptyState>
      )}
      {!adding && words.length > 0 && <ActionRow>{add}</ActionRow>}
      {words.map((word) => (
        <Word key={word.id} word={word} room={room} wanted={word.id === wanted} />
      ))}
    </div>
  );
}

function Word(props: {
  readonly word: WordSides;
  readonly room: RoomPlace;
  readonly wanted: boolean;
}): ReactNode {
  const { word, room, wanted } = props;
  const { t } = useLocale();
  const format = useFormat();
  const [open, setOpen] = useState<'sense' | 'agree'>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (wanted) heading.current?.focus();
  }, [wanted]);
  const done = (): void => setOpen(undefined);
  return (
    <section className={css['side']} aria-labelledby={`row-${word.id}`}>
      <h2 id={`row-${word.id}`} ref={heading} tabIndex={-1} className={css['word']}>
        <Link href={room.href(word.id)} replace>
          {format.text(t('problem.word-quoted', { word: word.word }))}
        </Link>
      </h2>
      <p className="note">{word.settled ? t('problem.word-settled') : t('problem.word-open')}</p>
      {word.senses.length > 0 && (
        <ul className={css['sides']}>
          {word.senses.map((sense) => (
            <li key={sense.id} className={css['sense']}>
              <p className={css['who']} id={`row-${sense.id}`} tabIndex={-1}>
                <Link href={room.href(sense.id)} replace>
                  {sense.who === undefined ? t('problem.some-group') : format.text(sense.who)}
                </Link>
              </p>
              <Prose text={sense.meaning} lang={sense.lang} />
            </li>
          ))}
        </ul>
      )}
      <Agreed word={word} />
      {open === 'sense' && (
        <RecordForm
          declaration={wordSense}
          fields={['meaning', 'organisation', 'group']}
          preset={{ term: word.id }}
          submit={t('problem.sense-do')}
          onDone={done}
          onCancel={done}
        />
      )}
      {open === 'agree' && <Agree word={word} onDone={done} />}
      {open === undefined && (
        <ForWriters>
          <ActionRow>
            <ActionButton kind="quiet" onPress={() => setOpen('sense')}>
              {t('problem.sense-add')}
            </ActionButton>
            {word.senses.length > 0 && (
              <ActionButton kind="quiet" onPress={() => setOpen('agree')}>
                {t('problem.agree')}
              </ActionButton>
            )}
          </ActionRow>
        </ForWriters>
      )}
    </section>
  );
}

function Agreed({ word }: { readonly word: WordSides }): ReactNode {
  const { t } = useLocale();
  if (!word.settled) return null;
  if (word.outcome === 'both') return <p>{t('problem.both-kept')}</p>;
  return (
    <>
      <p className={css['who']}>{t('problem.working')}</p>
      {word.working && <Prose text={word.working.text} lang={word.working.lang} shared />}
    </>
  );
}

/** What the groups make of the word: one meaning to work with, or both kept. */
function Agree({ word, onDone }: { readonly word: WordSides; readonly onDone: () => void }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const act = useAct();
  const [seen] = useState(() => recordIn(view, term.name, word.id));
  const [outcome, setOutcome] = useState(word.outcome ?? 'agreed');
  const [working, setWorking] = useState(word.working?.text ?? '');
  const lang = word.working?.lang ?? locale;
  return (
    <Form
      label={t('problem.agree')}
      submit={t('problem.agree-do')}
      onCancel={onDone}
      onSubmit={async () => {
        const text = working.trim();
        if (outcome === 'agreed' && text === '')
          return [{ name: 'working', message: t('record.expected.something') }];
        const slots = outcome === 'both' ? { outcome } : { outcome, working: { lang, text } };
        if (seen !== undefined) await act.issue(changeRecord(act.ticket(), seen, slots));
        onDone();
        return undefined;
      }}
    >
      <Choice
        name="outcome"
        label={t('problem.agree')}
        options={OUTCOMES.map((value) => ({ value, label: format.text(OUTCOME[value][locale]) }))}
        value={outcome}
        onChange={setOutcome}
      />
      {outcome === 'agreed' && (
        <TextField
          name="working"
          label={t('problem.working')}
          hint={format.text(term.labels[locale].hints?.['working'] ?? '')}
          rows={3}
          value={working}
          onChange={setWorking}
          maxLength={1_000}
          lang={lang}
          shared
        />
      )}
    </Form>
  );
}
