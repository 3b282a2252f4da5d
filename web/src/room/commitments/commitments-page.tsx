import { KEEPERS, valueOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { accountOf, commitment, commitments } from '@tablee/domain/modules/commitment';
import { type Due, dueOf, lateFor, partnersWithDue } from '@tablee/domain/modules/due';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today as dayHere } from '#page/clock.ts';
import { RecordForm } from '#register/record-form.tsx';
import { RecordPanel } from '#register/record-panel.tsx';
import { useReaders } from '#register/use-circles.ts';
import { AskByLink } from '#request/ask-by-link.tsx';
import { useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { useLocation, useSearch } from '#ui/location.ts';
import { PageHead } from '#ui/page-head.tsx';
import { InPanel } from '#ui/panel-slot.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { ViewTabs } from '#ui/view-tabs.tsx';
import { DateHistory } from './date-history.tsx';
import { OwedSection } from './owed-section.tsx';
import { QuarterView } from './quarter-view.tsx';
import { Reminder } from './reminder.tsx';

const VIEWS = ['ours', 'partners', 'quarter', 'settled'] as const;
const FIELDS = ['what', 'owner', 'to', 'due'];
const PANEL_FIELDS = [
  'what',
  'owner',
  'person',
  'to',
  'due',
  'dateReason',
  'kind',
  'doneOn',
  'proof',
  'proofNote',
];

/** Who owes what to whom until when, both ways: what we owe, what we are owed, then partner by partner. */
export default function CommitmentsPage({ thing }: { readonly thing?: string | undefined }): ReactNode {
  const view = useView();
  const you = useYou();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const readers = useReaders('partners');
  const [, go] = useLocation();
  const [adding, setAdding] = useState(false);
  const today = dayHere();
  const all = commitments(view, today, locale);
  const mine = you?.organisation;
  const asked = new URLSearchParams(useSearch()).get('view');
  const shown = VIEWS.find((name) => name === asked) ?? (mine === undefined ? 'partners' : 'ours');
  const base = addressOf(store.space, 'commitments');
  const isEmpty = all.length === 0 && partnersWithDue(view, { today, lang: locale }).length === 0;
  const note = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t('commitment.note')}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={t('commitment.title')}
        opening={useOpening()}
        readers={readers}
        action={adding || isEmpty ? undefined : note}
      />
      {adding && (
        <RecordForm
          declaration={commitment}
          fields={FIELDS}
          preset={mine === undefined ? { state: 'open' } : { state: 'open', owner: mine }}
          submit={t('commitment.note-do')}
          onCancel={() => setAdding(false)}
          onDone={() => setAdding(false)}
        />
      )}
      {isEmpty && !adding && <EmptyState action={note}>{t('commitment.empty')}</EmptyState>}
      {!isEmpty && (
        <>
          <ViewTabs
            label={t('commitment.views')}
            views={VIEWS.map((name) => ({
              href: `${base}?view=${name}`,
              label: t(`commitment.view.${name}`),
              current: name === shown,
            }))}
          />
          <Shown name={shown} mine={mine} today={today} />
        </>
      )}
      {thing !== undefined && (
        <InPanel>
          <RecordPanel
            key={thing}
            declaration={commitment}
            id={thing}
            fields={PANEL_FIELDS}
            onClose={() => go(`${base}?view=${shown}`, { replace: true })}
            returnFocusTo={`row-${thing}`}
          >
            <DateHistory id={thing} />
            <AskSection id={thing} />
          </RecordPanel>
        </InPanel>
      )}
    </>
  );
}

/** The answer on which the page opens: what is late on both sides, in words. */
const useOpening = (): string => {
  const view = useView();
  const you = useYou();
  const { t, locale } = useLocale();
  const today = dayHere();
  if (you?.organisation === undefined) {
    const open = commitments(view, today, locale).filter((owed) => owed.state === 'open');
    return t('commitment.opening-all', {
      open: open.length,
      late: open.filter((owed) => lateFor(you, owed) > 0).length,
    });
  }
  const mine = you.organisation;
  const due = dueOf(view, mine, { today, lang: locale });
  const late = due.filter(
    ({ side, other, daysLate }) => lateFor(you, { owner: side === 'owes' ? mine : other, daysLate }) > 0,
  );
  return t('commitment.opening', {
    owes: due.filter(({ side }) => side === 'owes').length,
    owed: due.filter(({ side }) => side === 'isOwed').length,
    late: late.length,
  });
};

function Shown(props: {
  readonly name: (typeof VIEWS)[number];
  readonly mine: string | undefined;
  readonly today: string;
}): ReactNode {
  const { name, mine, today } = props;
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  if (name === 'settled')
    return (
      <OwedSection
        title={t('commitment.view.settled')}
        id="settled"
        items={commitments(view, today, locale).filter((owed) => owed.state !== 'open')}
        side="both"
      />
    );
  const asked = { today, lang: locale };
  const besides = (organisation: string): readonly Due[] =>
    dueOf(view, organisation, asked).filter(({ source }) => source !== 'commitment');
  if (name === 'quarter') return <QuarterView />;
  if (name === 'ours') {
    if (mine === undefined) return <p className="note">{t('commitment.no-organisation')}</p>;
    const account = accountOf(view, mine, today, locale);
    const loose = commitments(view, today, locale).filter(
      (owed) => owed.state === 'open' && owed.owner === undefined && owed.to === undefined,
    );
    return (
      <>
        <OwedSection
          title={t('commitment.we-owe')}
          id="we-owe"
          items={account.owes}
          more={besides(mine)}
          partner={mine}
          side="owes"
        />
        <OwedSection
          title={t('commitment.we-are-owed')}
          id="we-are-owed"
          items={account.isOwed}
          side="owed"
        />
        {loose.length > 0 && (
          <OwedSection title={t('commitment.nobody')} id="nobody" items={loose} side="both" />
        )}
      </>
    );
  }
  const partners = partnersWithDue(view, asked)
    .filter((organisation) => organisation !== mine)
    .map((organisation) => accountOf(view, organisation, today, locale));
  const nobodys = commitments(view, today, locale).filter(
    (owed) => owed.state === 'open' && owed.owner === undefined && owed.to === undefined,
  );
  return (
    <>
      {partners.map((account) => (
        <OwedSection
          key={account.organisation}
          title={format.text(actorName(view, account.organisation) ?? t('record.not-visible'))}
          id={`partner-${account.organisation}`}
          items={[...account.owes, ...account.isOwed]}
          more={besides(account.organisation)}
          side="partner"
          partner={account.organisation}
        >
          <Reminder organisation={account.organisation} />
        </OwedSection>
      ))}
      {nobodys.length > 0 && (
        <OwedSection title={t('commitment.nobody')} id="nobody" items={nobodys} side="both" />
      )}
    </>
  );
}

function AskSection({ id }: { readonly id: string }): ReactNode {
  const view = useView();
  const you = useYou();
  const { t } = useLocale();
  const circle = view.get(id)?.circle;
  if (circle === undefined || !KEEPERS.some((role) => you?.roles.includes(role))) return null;
  return (
    <PanelSection title={t('commitment.ask')}>
      <AskByLink
        kind="commitment"
        subject={id}
        circle={circle}
        until={valueOf(commitment, view.get(id), 'due')}
      />
    </PanelSection>
  );
}
