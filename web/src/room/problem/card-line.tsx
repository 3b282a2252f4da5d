import type { ProblemTree, Step, TreeCard } from '@tablee/domain/modules/problem-tree';
import { type KeyboardEvent, type ReactNode, useContext, useLayoutEffect, useRef, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { ReadsOnly } from '#ui/for-writers.tsx';
import { Link } from '#ui/link.tsx';
import { neighboursOf } from './outline-draft.ts';
import css from './problem.module.css';
import type { TreeWriter } from './use-tree-writer.ts';

const MOST = 500;
const STEPS = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' } as const;
const isStep = (key: string): key is keyof typeof STEPS => Object.hasOwn(STEPS, key);

/** One line is one card: a line break would be a second one. */
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');
const rowsOf = (text: string): number => Math.max(1, Math.ceil(text.length / 60));
const indent = (depth: number) => ({ paddingInlineStart: `calc(var(--inset) * ${Math.min(depth, 8)})` });

/** Props of {@link CardLine}. */
export interface CardLineProps {
  readonly card: TreeCard;
  readonly tree: ProblemTree;
  readonly room: RoomPlace;
  /** True for the line whose buttons are shown. */
  readonly active: boolean;
  readonly onActive: () => void;
  /** Leads the focus to another card. */
  readonly onGo: (card: string | undefined) => void;
  /** Opens a new line after this card, or under it. */
  readonly onNext: (under: boolean) => void;
  readonly onStep: (step: Step) => void;
  readonly writer: TreeWriter;
}

/** A card as a line: its words to change in place, its marks, and where it is active its buttons. */
export function CardLine(props: CardLineProps): ReactNode {
  const { card, room } = props;
  const { t } = useLocale();
  const format = useFormat();
  const readsOnly = useContext(ReadsOnly);
  const [typed, setTyped] = useState<string>();
  const text = typed ?? card.text;
  const keep = (): void => {
    setTyped(undefined);
    if (typed !== undefined && typed.trim() !== '' && typed.trim() !== card.text)
      void props.writer.rename(card, typed.trim());
  };
  const onKey = (event: KeyboardEvent): void => {
    const { key, altKey } = event;
    if (altKey && isStep(key)) props.onStep(STEPS[key]);
    else if (key === 'ArrowUp') props.onGo(neighboursOf(props.tree, card).before);
    else if (key === 'ArrowDown') props.onGo(neighboursOf(props.tree, card).after);
    else if (key === 'Enter') props.onNext(event.shiftKey);
    else return;
    keep();
    event.preventDefault();
  };
  if (readsOnly)
    return (
      <li className={css['line']} style={indent(card.depth)}>
        <span id={`row-${card.id}`} tabIndex={-1}>
          <Link href={room.href(card.id)} replace>
            {format.text(card.text)}
          </Link>
        </span>
        <Marks card={card} />
      </li>
    );
  return (
    <li className={css['line']} style={indent(card.depth)}>
      <textarea
        id={`card-${card.id}`}
        className={css['words']}
        aria-label={t('problem.line', { level: card.depth + 1 })}
        lang={card.lang}
        dir="auto"
        rows={rowsOf(text)}
        maxLength={MOST}
        enterKeyHint="next"
        value={text}
        onChange={(event) => setTyped(oneLine(event.target.value))}
        onFocus={props.onActive}
        onBlur={keep}
        onKeyDown={onKey}
      />
      <Marks card={card} />
      {props.active && <Steps {...props} />}
    </li>
  );
}

function Marks({ card }: { readonly card: TreeCard }): ReactNode {
  const { t } = useLocale();
  const linked = card.actors.length + card.perspectives.length;
  const marks = [
    ...(card.evidence > 0 ? [t('problem.evidence-count', { n: card.evidence })] : []),
    ...(linked > 0 ? [t('problem.link-count', { n: linked })] : []),
  ];
  return marks.length === 0 ? null : <span className={css['marks']}>{marks.join(' · ')}</span>;
}

function Steps({ card, room, onStep, onNext, onGo, tree, writer }: CardLineProps): ReactNode {
  const { t } = useLocale();
  const remove = async (): Promise<void> => {
    const { before, after } = neighboursOf(tree, card);
    await writer.remove(card);
    onGo(before ?? after);
  };
  return (
    <div className={css['steps']} id={`row-${card.id}`} tabIndex={-1}>
      {(['up', 'down', 'out', 'in'] as const).map((step) => (
        <button key={step} type="button" className={css['step']} onClick={() => onStep(step)}>
          <span aria-hidden="true">{{ up: '↑', down: '↓', out: '←', in: '→' }[step]}</span>
          <span className="visually-hidden">{t(`problem.step-${step}`)}</span>
        </button>
      ))}
      <ActionButton kind="quiet" onPress={() => onNext(true)}>
        {t('problem.add-under')}
      </ActionButton>
      <ActionButton kind="quiet" href={room.href(card.id)} replace>
        {t('problem.card-open')}
      </ActionButton>
      <ActionButton kind="quiet" onPress={() => void remove()}>
        {t('problem.card-remove')}
      </ActionButton>
    </div>
  );
}

/** Props of {@link DraftLine}. */
export interface DraftLineProps {
  readonly depth: number;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Keeps the card; with `goOn`, a new line follows. */
  readonly onKeep: (goOn: boolean) => void;
  readonly onShift: (way: 'in' | 'out') => void;
  /** Left by Escape or by Enter on an empty line: the focus goes back to where it came from. */
  readonly onLeave: () => void;
}

/** A card that is being typed. Tab sets it in only while it is empty, so that Tab always leads out of a line with words. */
export function DraftLine({ depth, text, onText, onKeep, onShift, onLeave }: DraftLineProps): ReactNode {
  const { t, locale } = useLocale();
  const box = useRef<HTMLTextAreaElement>(null);
  // Moving on by a key takes this line away, which is no leaving of it.
  const goesOn = useRef(false);
  useLayoutEffect(() => box.current?.focus(), []);
  const isEmpty = text.trim() === '';
  const onKey = (event: KeyboardEvent): void => {
    const { key, altKey, shiftKey } = event;
    const shift = (way: 'in' | 'out'): void => {
      goesOn.current = true;
      onShift(way);
    };
    if (key === 'Enter' && !isEmpty) {
      goesOn.current = true;
      onKeep(true);
    } else if (key === 'Enter' || key === 'Escape') {
      goesOn.current = true;
      onLeave();
    } else if (altKey && (key === 'ArrowRight' || key === 'ArrowLeft'))
      shift(key === 'ArrowRight' ? 'in' : 'out');
    else if (key === 'Tab' && isEmpty && (!shiftKey || depth > 0)) shift(shiftKey ? 'out' : 'in');
    else return;
    event.preventDefault();
  };
  return (
    <li className={css['line']} style={indent(depth)}>
      <textarea
        ref={box}
        className={css['words']}
        aria-label={t('problem.line-new', { level: depth + 1 })}
        placeholder={t('problem.line-placeholder')}
        lang={locale}
        dir="auto"
        rows={rowsOf(text)}
        maxLength={MOST}
        enterKeyHint="next"
        value={text}
        onChange={(event) => onText(oneLine(event.target.value))}
        onBlur={() => !goesOn.current && onKeep(false)}
        onKeyDown={onKey}
      />
    </li>
  );
}
