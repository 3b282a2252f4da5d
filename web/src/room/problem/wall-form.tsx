import { plantCards, SIDE, type Side, typedCards } from '@tablee/domain/modules/problem-tree';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Choice } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useTree } from './use-tree.ts';
import { useTreeWriter } from './use-tree-writer.ts';

const SIDES = ['cause', 'effect'] as const;

/** Cards typed from a photo of the wall: one line is one card, a line that is set in hangs on the one above it. */
export function WallForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const tree = useTree();
  const writer = useTreeWriter(locale);
  const [side, setSide] = useState<Side>('cause');
  const [text, setText] = useState('');
  const cards = typedCards(text);
  return (
    <Form
      label={t('problem.wall')}
      submit={t('problem.wall-do', { n: cards.length })}
      onCancel={onDone}
      onSubmit={async () => {
        if (cards.length === 0) return [{ name: 'cards', message: t('record.expected.something') }];
        const ids = cards.map(() => writer.newId());
        const words = new Map(cards.map((card, at) => [ids[at] ?? '', card.text]));
        await writer.place(plantCards(tree, side, cards, ids), words);
        onDone();
        return undefined;
      }}
    >
      <Choice
        name="side"
        label={t('problem.wall-side')}
        options={SIDES.map((value) => ({ value, label: format.text(SIDE[value][locale]) }))}
        value={side}
        onChange={setSide}
      />
      <TextField
        name="cards"
        label={t('problem.wall-cards')}
        hint={t('problem.wall-hint')}
        rows={8}
        value={text}
        onChange={setText}
        maxLength={40_000}
        autoFocus
      />
    </Form>
  );
}
