import { textOf } from '@tablee/domain/kernel';
import type { Letter, LetterLine } from '@tablee/domain/modules/letter';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { useAct, useYou } from '#sync/use-space.ts';
import { AddresseeFields } from './addressee-fields.tsx';
import { type LetterPlan, type LetterText, letterPayload } from './letter-plan.ts';
import { LetterWords } from './letter-words.tsx';

/** The words of a letter as they stand. */
export const wordsOf = ({ texts }: Letter): LetterText => {
  const said = (name: keyof Letter['texts']): string => textOf(texts[name] ?? undefined) ?? '';
  return {
    recipient: said('recipient'),
    subject: said('subject'),
    salutation: said('salutation'),
    body: said('body'),
    closing: said('closing'),
    signature: said('signature'),
  };
};

const heldPlan = (seen: Letter): LetterPlan => ({
  template: seen.template,
  tone: seen.tone,
  lang: seen.lang === 'en' ? 'en' : 'fr',
  civility: seen.civility,
  organisation: seen.organisation ?? '',
  person: seen.person ?? '',
  about: seen.about ?? '',
  dated: seen.dated ?? '',
  answerBy: '',
  earlier: seen.answers ?? '',
});

/** Changes the words of a letter that is not fixed; what somebody else wrote meanwhile is not overwritten. */
export function LetterRewrite({
  line,
  onDone,
}: {
  readonly line: LetterLine;
  readonly onDone: () => void;
}): ReactNode {
  const act = useAct();
  const you = useYou();
  const { t } = useLocale();
  const [seen] = useState(line.state);
  const [plan, setPlan] = useState(() => heldPlan(line.state));
  const [text, setText] = useState(() => wordsOf(line.state));
  const save = async (): Promise<void> => {
    const payload = letterPayload(plan, text, seen.signer ?? you?.person ?? '');
    await act.command(
      'letter.revise',
      { entity: line.id, circle: line.circle },
      {
        ...payload,
        seen: seen.revision,
      },
    );
    onDone();
  };
  return (
    <LetterWords
      text={text}
      lang={seen.lang}
      submit={t('record.save')}
      onText={setText}
      onSave={save}
      onCancel={onDone}
    >
      <AddresseeFields plan={plan} onPlan={setPlan} />
    </LetterWords>
  );
}
