import { COMMITMENT_STATE, type Owed } from '@tablee/domain/modules/commitment';
import { type Due, lateFor } from '@tablee/domain/modules/due';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useOpenSpace, usePeople, useYou } from '#sync/use-space.ts';
import { Icon } from '#ui/icon.tsx';
import { Link } from '#ui/link.tsx';
import { Section, type Sentence, SentenceList } from '#ui/sentence-list.tsx';
import { OwedActs } from './owed-acts.tsx';

type Side = 'owes' | 'owed' | 'partner' | 'both';

/** What one side owes as sentences, from wherever it was said: what, to or from whom, by when; late ones say so in words. */
export function OwedSection(props: {
  readonly title: string;
  readonly id: string;
  readonly items: readonly Owed[];
  readonly side: Side;
  /** Contributions and answers that are due beside the commitments. */
  readonly more?: readonly Due[];
  /** Whose page it is, for `partner`. */
  readonly partner?: string;
  /** What may be done for the whole of it. */
  readonly children?: ReactNode;
}): ReactNode {
  const { more = [], items } = props;
  const { t } = useLocale();
  const sentence = useOwedSentence(props.side, props.partner);
  const also = useDueSentence(props.partner);
  const all = [
    ...items.map((owed) => ({ due: owed.due ?? END, sentence: sentence(owed) })),
    ...more.map((due) => ({ due: due.due ?? END, sentence: also(due) })),
  ].sort((a, b) => (a.due < b.due ? -1 : 1));
  return (
    <Section title={props.title} id={props.id} aside={t('commitment.count', { n: all.length })}>
      {props.children}
      {all.length === 0 ? (
        <p className="note">{t('commitment.none')}</p>
      ) : (
        <SentenceList labelledBy={props.id} items={all.map((each) => each.sentence)} />
      )}
    </Section>
  );
}

/** What has no date comes last. */
const END = '9';

const useOwedSentence = (side: Side, partner: string | undefined): ((owed: Owed) => Sentence) => {
  const { t } = useLocale();
  const { store } = useOpenSpace();
  const you = useYou();
  const format = useFormat();
  const note = useNote(side, partner);
  return (owed) => {
    const isLate = owed.state === 'open' && lateFor(you, owed) > 0;
    return {
      key: owed.id,
      sign: <Icon name={isLate ? 'clock' : owed.state === 'done' ? 'received' : 'pen'} size={18} />,
      text: (
        <span id={`row-${owed.id}`} tabIndex={-1}>
          <Link href={addressOf(store.space, 'commitments', owed.id)} replace>
            {format.text(owed.what || t('record.untitled'))}
          </Link>
        </span>
      ),
      note: note(owed),
      state: <OwedActs owed={owed} />,
    };
  };
};

/** A contribution or an answer: it is kept where it was said, and only recalled here. */
const useDueSentence = (partner: string | undefined): ((due: Due) => Sentence) => {
  const { t } = useLocale();
  const { store } = useOpenSpace();
  const format = useFormat();
  const date = useDate();
  return (due) => {
    const room = due.source === 'contribution' ? 'resources' : undefined;
    const what = format.text(due.what || t('record.untitled'));
    return {
      key: due.id,
      sign: <Icon name="pen" size={18} />,
      text: room === undefined ? what : <Link href={addressOf(store.space, room, due.id)}>{what}</Link>,
      note: format.text(
        [
          t(due.source === 'contribution' ? 'commitment.as-contribution' : 'commitment.as-answer'),
          date({ owner: partner, due: due.due, daysLate: due.daysLate }),
        ].join(' · '),
      ),
    };
  };
};

/** By when, and that the day has passed where this reader is told so. */
const useDate = (): ((
  owed: Pick<Owed, 'due' | 'daysLate'> & { readonly owner: string | undefined },
) => string) => {
  const { t } = useLocale();
  const you = useYou();
  const format = useFormat();
  return (owed) => {
    if (owed.due === undefined) return t('commitment.no-due');
    const late = lateFor(you, owed);
    return late > 0
      ? t('commitment.late', { date: format.date(owed.due), n: late })
      : t('commitment.due', { date: format.date(owed.due) });
  };
};

/** Between whom, until when, and how late, in one line. */
const useNote = (side: Side, partner: string | undefined): ((owed: Owed) => string) => {
  const { t, locale } = useLocale();
  const people = usePeople();
  const format = useFormat();
  const date = useDate();
  return (owed) => {
    const owner = owed.ownerName ?? (owed.person === undefined ? undefined : people.find(owed.person)?.name);
    const isTheirs = side === 'partner' && owed.owner === partner;
    const between = [
      ...(side === 'owed' || side === 'both' ? [owner === undefined ? t('commitment.no-owner') : owner] : []),
      ...(side === 'partner' && !isTheirs ? [t('commitment.from', { name: owner ?? '' })] : []),
      ...((side === 'owes' || isTheirs || side === 'both') && owed.toName !== undefined
        ? [t('commitment.to', { name: owed.toName })]
        : []),
    ];
    const due = owed.state === 'open' ? date(owed) : COMMITMENT_STATE[owed.state][locale].toLowerCase();
    return format.text([...between, due].join(' · '));
  };
};
