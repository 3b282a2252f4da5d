import {
  isPageLanguage,
  LONGEST_STATEMENT,
  PAGE_LANGUAGES,
  PAGE_WORDS,
  type PageWord,
} from '@tablee/domain/modules/listening';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { ActionButton } from '#ui/action-button.tsx';
import { ChoiceMany } from '#ui/choice.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './listening.module.css';
import { type DraftTexts, type PlanDraft, textsOf } from './plan-draft.ts';

interface PartProps {
  readonly draft: PlanDraft;
  readonly onChange: (more: Partial<PlanDraft>) => void;
}

/** The name of a language in the reader's own, else its code. */
export const useLanguageName = (): ((code: string) => string) => {
  const { locale } = useLocale();
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      // A code that no browser knows is shown as it was written.
      return code;
    }
  };
};

/** The languages that are offered: those of the pages, and any other one that the round brings words for. */
export function LanguagesField({ draft, onChange }: PartProps): ReactNode {
  const { t } = useLocale();
  const nameOf = useLanguageName();
  const [code, setCode] = useState('');
  const own = draft.languages.filter((lang) => !isPageLanguage(lang));
  const isCode = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code) && !draft.languages.includes(code);
  return (
    <>
      <ChoiceMany
        name="languages"
        label={t('listening.languages')}
        options={[...PAGE_LANGUAGES, ...own].map((lang) => ({ value: lang, label: nameOf(lang) }))}
        values={draft.languages}
        onChange={(languages) => onChange({ languages })}
      />
      <details>
        <summary>{t('listening.language-other')}</summary>
        <TextField
          label={t('listening.language-code')}
          hint={t('listening.language-code-hint')}
          size={12}
          value={code}
          onChange={setCode}
          spellCheck={false}
        />
        {isCode && (
          <ActionButton
            onPress={() => {
              onChange({ languages: [...draft.languages, code] });
              setCode('');
            }}
          >
            {t('listening.language-add', { language: nameOf(code) })}
          </ActionButton>
        )}
      </details>
    </>
  );
}

/** Title, question, promise and statements in one language. */
export function LanguagePart(
  props: PartProps & { readonly lang: string; readonly isFirst: boolean; readonly withSeeds: boolean },
): ReactNode {
  const { draft, lang, onChange } = props;
  const { t } = useLocale();
  const nameOf = useLanguageName();
  const texts = textsOf(draft, lang);
  const set = (more: Partial<DraftTexts>): void =>
    onChange({ texts: { ...draft.texts, [lang]: { ...texts, ...more } } });
  return (
    <fieldset className={css['language']}>
      <legend>{t('listening.in-language', { language: nameOf(lang) })}</legend>
      <TextField
        name={`title-${lang}`}
        label={t('listening.title-field')}
        lang={lang}
        value={texts.title}
        onChange={(title) => set({ title })}
        maxLength={300}
      />
      <TextField
        name={`intro-${lang}`}
        label={t('listening.question')}
        hint={t('listening.question-hint')}
        rows={2}
        lang={lang}
        value={texts.intro}
        onChange={(intro) => set({ intro })}
        maxLength={2_000}
        shared
      />
      <TextField
        name={`promise-${lang}`}
        label={t('listening.promise')}
        hint={t('listening.promise-hint')}
        rows={2}
        lang={lang}
        value={texts.promise}
        onChange={(promise) => set({ promise })}
        maxLength={2_000}
        shared
      />
      {texts.promise.trim() === '' && (
        <p>
          <ActionButton kind="quiet" onPress={() => set({ promise: promiseIn(lang) })}>
            {t('listening.promise-offer')}
          </ActionButton>
        </p>
      )}
      {props.withSeeds && (
        <TextField
          name={`seeds-${lang}`}
          label={t('listening.seeds')}
          hint={t(props.isFirst ? 'listening.seeds-hint' : 'listening.seeds-again', {
            most: String(LONGEST_STATEMENT),
          })}
          rows={4}
          lang={lang}
          value={texts.seeds}
          onChange={(seeds) => set({ seeds })}
          optional
          shared
        />
      )}
      {!isPageLanguage(lang) && (
        <OwnWords lang={lang} words={texts.words} onChange={(words) => set({ words })} />
      )}
    </fieldset>
  );
}

const PROMISES: { readonly [lang: string]: string } = {
  fr: 'Nous vous dirons ici même ce que nous avons entendu, et ce que nous en ferons ou non, et pourquoi.',
  en: 'We will tell you here what we heard, and what we will or will not do about it, and why.',
  de: 'Wir sagen Ihnen hier, was wir gehört haben, was wir daraus machen oder nicht, und warum.',
  es: 'Le diremos aquí mismo lo que hemos oído, qué haremos o no con ello, y por qué.',
};
const promiseIn = (lang: string): string => PROMISES[lang] ?? PROMISES['en'] ?? '';

/** The page's own words in a language that the program does not bring; what stays empty is said in one that it does. */
function OwnWords(props: {
  readonly lang: string;
  readonly words: DraftTexts['words'];
  readonly onChange: (words: DraftTexts['words']) => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const source: readonly (readonly [string, string])[] = Object.entries(PAGE_WORDS[locale]);
  const first: readonly PageWord[] = ['agree', 'disagree', 'pass', 'start', 'confirm'];
  const ordered = [
    ...source.filter(([key]) => first.some((each) => each === key)),
    ...source.filter(([key]) => !first.some((each) => each === key)),
  ];
  return (
    <details>
      <summary>{t('listening.own-words', { n: ordered.length })}</summary>
      <p className="note">{t('listening.own-words-hint')}</p>
      {ordered.map(([key, words]) => (
        <TextField
          key={key}
          label={words}
          lang={props.lang}
          value={props.words[key] ?? ''}
          onChange={(word) => props.onChange({ ...props.words, [key]: word })}
          maxLength={600}
          optional
        />
      ))}
    </details>
  );
}
