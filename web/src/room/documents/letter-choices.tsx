import { documents } from '@tablee/domain/modules/document';
import { LETTER_TEMPLATE, LETTER_TEMPLATES, LETTER_TONE, LETTER_TONES } from '@tablee/domain/modules/letter';
import { meetings } from '@tablee/domain/modules/meeting';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useView } from '#sync/use-space.ts';
import { Choice } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { AddresseeFields } from './addressee-fields.tsx';
import type { LetterPlan } from './letter-plan.ts';

const LANGUAGES = ['fr', 'en'] as const;

/** To whom, what for, in which register and language, by when an answer is hoped for. */
export function LetterChoices(props: {
  readonly plan: LetterPlan;
  readonly onPlan: (plan: LetterPlan) => void;
}): ReactNode {
  const { plan, onPlan } = props;
  const { t, locale } = useLocale();
  const format = useFormat();
  return (
    <>
      <SelectField
        label={t('letter.template')}
        none={t('letter.template-none')}
        value={plan.template}
        options={LETTER_TEMPLATES.map((value) => ({
          value,
          label: format.text(LETTER_TEMPLATE[value][locale]),
        }))}
        onChange={(value) =>
          onPlan({ ...plan, template: LETTER_TEMPLATES.find((each) => each === value) ?? 'free' })
        }
      />
      <AddresseeFields plan={plan} onPlan={onPlan} />
      <Choice
        label={t('letter.tone')}
        options={LETTER_TONES.map((value) => ({ value, label: format.text(LETTER_TONE[value][locale]) }))}
        value={plan.tone}
        onChange={(tone) => onPlan({ ...plan, tone })}
      />
      <Choice
        label={t('letter.language')}
        options={LANGUAGES.map((value) => ({ value, label: t(`letter.language.${value}`) }))}
        value={plan.lang}
        onChange={(lang) => onPlan({ ...plan, lang })}
      />
      <AboutField plan={plan} onPlan={onPlan} />
      <DateField
        label={t('letter.dated')}
        precisions={['day']}
        value={plan.dated}
        onChange={(dated) => onPlan({ ...plan, dated })}
      />
      <DateField
        label={t('letter.answer-by')}
        hint={t('letter.answer-by-hint')}
        optional
        precisions={['day']}
        value={plan.answerBy}
        onChange={(answerBy) => onPlan({ ...plan, answerBy })}
      />
    </>
  );
}

/** The meeting or document that fills the text, for the letters that speak of one. */
function AboutField({
  plan,
  onPlan,
}: {
  readonly plan: LetterPlan;
  readonly onPlan: (plan: LetterPlan) => void;
}): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const sent = plan.template === 'transmission';
  if (!sent && plan.template !== 'invitation' && plan.template !== 'thanks') return null;
  const options = sent
    ? documents(view, locale).map((line) => ({ value: line.id, label: format.text(line.title) }))
    : meetings(view, locale).map((line) => ({ value: line.id, label: format.text(line.title) }));
  return (
    <SelectField
      label={t(sent ? 'letter.enclosed' : 'letter.meeting')}
      none={t('letter.about-none')}
      optional
      value={plan.about}
      options={options}
      onChange={(about) => onPlan({ ...plan, about })}
    />
  );
}
