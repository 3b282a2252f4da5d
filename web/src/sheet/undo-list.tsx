import { partnership } from '@tablee/domain/modules';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Said } from '#page/note.tsx';
import { ActionButton } from '#ui/action-button.tsx';
import type { KeptBrought } from './brought.ts';
import { type Undone, useUndo } from './use-undo.ts';

/** Two days, in milliseconds. */
const FRESH_MS = 172_800_000;

/** The last of what I brought in and can take back as a whole: until ninety days later, on any of my devices. */
export function UndoList(props: {
  readonly noun?: string;
  /** In a room: only for two days, so that the page is about its subject; later it is among what comes in and goes out. */
  readonly fresh?: boolean;
  /** Shows the list that the rows went into. */
  readonly see?: (noun: string) => ReactNode;
}): ReactNode {
  const { kept, undo } = useUndo(props.noun);
  const { t, locale } = useLocale();
  const format = useFormat();
  const [undone, setUndone] = useState<Undone>();
  const [busy, setBusy] = useState<string>();
  const [since] = useState(() => new Date(Date.now() - FRESH_MS).toISOString());
  const last = kept.find((each) => props.fresh !== true || each.at >= since);
  const run = async (each: KeptBrought): Promise<void> => {
    setBusy(each.id);
    try {
      setUndone(await undo(each));
    } finally {
      setBusy(undefined);
    }
  };
  const many = partnership.record(last?.brought.noun ?? '')?.labels[locale].many ?? '';
  return (
    <>
      {undone !== undefined && <Said>{<UndoneWords undone={undone} />}</Said>}
      {last !== undefined && (
        <Said
          ways={
            <>
              {props.see?.(last.brought.noun)}
              <ActionButton kind="quiet" busy={busy === last.id} onPress={() => void run(last)}>
                {t(last.brought.act === 'merge' ? 'exchange.undo-merge' : 'exchange.undo')}
              </ActionButton>
            </>
          }
        >
          {last.brought.act === 'merge'
            ? t('exchange.merged-on', { when: format.moment(last.at) })
            : t('exchange.brought', {
                n: last.brought.rows,
                people: last.brought.people.length,
                many: format.text(many),
                when: format.moment(last.at),
              })}
        </Said>
      )}
    </>
  );
}

function UndoneWords({ undone }: { readonly undone: Undone }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const { removed, stays, people } = undone;
  const names = stays.slice(0, 5).map((name) => format.text(name));
  const sentences = [
    undone.act === 'merge' ? t('exchange.undone-merge') : t('exchange.undone', { removed }),
    ...(stays.length === 0 ? [] : [t('exchange.undone-stays', { n: stays.length, names: names.join(', ') })]),
    ...(people === 0 ? [] : [t('exchange.undone-people', { n: people })]),
  ];
  return sentences.join(' ');
}
