import {
  PUBLIC_SECTIONS,
  type PublicCandidate,
  type PublicSection,
  publicCandidates,
} from '@tablee/domain/modules/publication';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { useLanguages } from '#register/use-languages.ts';
import { useView } from '#sync/use-space.ts';
import { ChoiceMany } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import { contentOf, keyOf, type PageDraft } from './use-draft.ts';

/** Chooses what the public page shows: title and introduction per language, then what exists, box by box. */
export function ChoosePage(props: {
  readonly draft: PageDraft;
  readonly onDraft: (draft: PageDraft) => void;
  readonly onReread: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { draft, onDraft } = props;
  const view = useView();
  const { t, locale } = useLocale();
  const spoken = useLanguages();
  const languages = [...new Set([...(spoken.includes(locale) ? [locale] : []), ...spoken])];
  const candidates = publicCandidates(view, locale);
  const name = (code: string): string =>
    new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(code) ?? code;
  return (
    <Form
      label={t('reporting.prepare')}
      submit={t('reporting.reread')}
      onCancel={props.onCancel}
      onSubmit={() => {
        if (Object.keys(contentOf(draft, []).title).length === 0)
          return [{ name: `title-${languages[0] ?? locale}`, message: t('reporting.title-missing') }];
        props.onReread();
        return undefined;
      }}
    >
      {languages.map((code) => (
        <Stack tight key={code}>
          <TextField
            name={`title-${code}`}
            label={t('reporting.f-title', { language: name(code) })}
            lang={code}
            value={draft.titles[code] ?? ''}
            onChange={(text) => onDraft({ ...draft, titles: { ...draft.titles, [code]: text } })}
            maxLength={300}
          />
          <TextField
            name={`intro-${code}`}
            label={t('reporting.f-intro', { language: name(code) })}
            hint={t('reporting.f-intro-hint')}
            lang={code}
            rows={3}
            value={draft.intros[code] ?? ''}
            onChange={(text) => onDraft({ ...draft, intros: { ...draft.intros, [code]: text } })}
            maxLength={5_000}
            optional
            shared
          />
        </Stack>
      ))}
      {PUBLIC_SECTIONS.map((section) => (
        <SectionChoice
          key={section}
          section={section}
          candidates={candidates.filter((candidate) => candidate.section === section)}
          draft={draft}
          onDraft={onDraft}
        />
      ))}
    </Form>
  );
}

function SectionChoice(props: {
  readonly section: PublicSection;
  readonly candidates: readonly PublicCandidate[];
  readonly draft: PageDraft;
  readonly onDraft: (draft: PageDraft) => void;
}): ReactNode {
  const { section, candidates, draft, onDraft } = props;
  const { t, locale } = useLocale();
  const format = useFormat();
  if (candidates.length === 0) return null;
  const keys = candidates.map(keyOf);
  const hint = ({ value, unit, day }: PublicCandidate): { readonly hint?: string } => {
    if (value === undefined) return day === undefined ? {} : { hint: format.date(day) };
    const said = format.quantity(Number(value), unit ?? '');
    return {
      hint: day === undefined ? said : t('reporting.value-on', { value: said, date: format.date(day) }),
    };
  };
  return (
    <ChoiceMany
      label={t(`reporting.${section}`)}
      options={candidates.map((candidate) => ({
        value: keyOf(candidate),
        label: format.text(candidate.texts[locale] ?? Object.values(candidate.texts)[0] ?? ''),
        ...hint(candidate),
      }))}
      values={draft.chosen.filter((key) => keys.includes(key))}
      onChange={(chosen) =>
        onDraft({ ...draft, chosen: [...draft.chosen.filter((key) => !keys.includes(key)), ...chosen] })
      }
    />
  );
}
