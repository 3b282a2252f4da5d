import { type Round, type TextIn, voiceSummaries } from '@tablee/domain/modules/listening';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useEffect, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { useOpenSpace } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './listening.module.css';
import { useLanguageName } from './plan-language.tsx';
import { roundPath, type VoiceNote, voicesIn } from './round-api.ts';
import { useFetched, useProtect, useSay } from './use-round.ts';

/** Voice notes: heard by moderators alone; others read the summary that is written here. */
export function VoicePart({ held }: { readonly held: Running<Round> }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const { data, fault, reload } = useFetched(held.id, 'voices', voicesIn);
  const notes = (data ?? []).filter(({ id }) => !Object.hasOwn(held.state.moderated, id));
  const summaries = new Map(voiceSummaries(held.state, locale).map((line) => [line.id, line]));
  return (
    <Section title={t('listening.voices')} id="voices" aside={String(notes.length)}>
      <Stack tight>
        {fault !== undefined && <p className="note">{fault}</p>}
        {data !== undefined && notes.length === 0 && <p>{t('listening.voices-none')}</p>}
        <SentenceList
          labelledBy="voices"
          items={notes.map((note, place) => ({
            key: note.id,
            text: (
              <>
                <VoiceName note={note} place={place + 1} />
                {summaries.has(note.id) && (
                  <span lang={summaries.get(note.id)?.lang}>
                    {format.text(summaries.get(note.id)?.text ?? '')}
                  </span>
                )}
              </>
            ),
            state: <Hear held={held} note={note} summary={summaries.get(note.id)} place={place + 1} />,
          }))}
        />
        <p className="note">{t('listening.voices-note')}</p>
        <div>
          <ActionButton kind="quiet" onPress={reload}>
            {t('listening.reload')}
          </ActionButton>
        </div>
      </Stack>
    </Section>
  );
}

function VoiceName({ note, place }: { readonly note: VoiceNote; readonly place: number }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const nameOf = useLanguageName();
  const length =
    note.seconds === undefined ? '' : t('listening.voice-seconds', { n: Math.round(note.seconds) });
  return (
    <strong className={css['voice']}>
      {[t('listening.voice-of', { place, language: nameOf(note.language) }), length, note.name]
        .filter((part) => part !== undefined && part !== '')
        .map((part) => format.text(part ?? ''))
        .join(', ')}
    </strong>
  );
}

/** The written summary as captions of the whole sound; nothing while nobody wrote one. */
const useCaptions = (text: string | undefined): string | undefined => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (text === undefined) return undefined;
    const vtt = `WEBVTT\n\n00:00:00.000 --> 00:05:00.000\n${text.replace(/\n{2,}/g, '\n').replaceAll('-->', '→')}\n`;
    const made = URL.createObjectURL(new Blob([vtt], { type: 'text/vtt' }));
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
      setAddress(undefined);
    };
  }, [text]);
  return address;
};

function Hear(props: {
  readonly held: Running<Round>;
  readonly note: VoiceNote;
  readonly summary: TextIn | undefined;
  readonly place: number;
}): ReactNode {
  const { held, note, summary } = props;
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const protect = useProtect(held);
  const [writing, setWriting] = useState(false);
  const captions = useCaptions(summary?.text);
  const label = t('listening.voice-play', { place: props.place });
  return (
    <div className={css['hear']}>
      <audio
        controls
        preload="none"
        aria-label={label}
        src={roundPath(store.space, held.id, `voices/${note.id}`)}
      >
        <track kind="captions" srcLang={summary?.lang} label={t('listening.summary-text')} src={captions} />
      </audio>
      {writing ? (
        <Summary held={held} note={note} onDone={() => setWriting(false)} />
      ) : (
        <ActionRow>
          <ActionButton onPress={() => setWriting(true)}>
            {t(note.summarised ? 'listening.summary-again' : 'listening.summary')}
          </ActionButton>
          <ActionButton kind="quiet" onPress={() => void protect('voice', note.id)}>
            {t('listening.voice-protect')}
          </ActionButton>
        </ActionRow>
      )}
    </div>
  );
}

function Summary(props: {
  readonly held: Running<Round>;
  readonly note: VoiceNote;
  readonly onDone: () => void;
}): ReactNode {
  const { held, note } = props;
  const { t, locale } = useLocale();
  const nameOf = useLanguageName();
  const say = useSay(held);
  const { languages } = held.state;
  const [lang, setLang] = useState(languages.find((own) => own === locale) ?? languages[0] ?? locale);
  const [text, setText] = useState('');
  const [by, setBy] = useState('');
  const isTranslated = lang !== note.language;
  return (
    <Form
      label={t('listening.summary')}
      submit={t('listening.summary-do')}
      onCancel={props.onDone}
      onSubmit={async () => {
        if (text.trim() === '') return [{ name: 'summary', message: t('record.expected.something') }];
        const who =
          isTranslated && by.trim() !== '' ? `\n\n${t('listening.translated-by', { who: by.trim() })}` : '';
        await say('summarise', { voice: note.id, lang, text: `${text.trim()}${who}` });
        props.onDone();
        return undefined;
      }}
    >
      <SelectField
        label={t('listening.summary-language')}
        none={nameOf(lang)}
        options={languages.filter((own) => own !== lang).map((own) => ({ value: own, label: nameOf(own) }))}
        value=""
        onChange={(next) => next !== '' && setLang(next)}
      />
      <TextField
        name="summary"
        label={t('listening.summary-text')}
        hint={t('listening.summary-hint')}
        rows={4}
        lang={lang}
        maxLength={4_600}
        value={text}
        onChange={setText}
        shared
      />
      {isTranslated && (
        <TextField
          label={t('listening.translator')}
          hint={t('listening.translator-hint')}
          maxLength={200}
          value={by}
          onChange={setBy}
          optional
        />
      )}
    </Form>
  );
}
