import { KEEPERS, titleOf, valueOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { accountOf, accounts, commitment, commitments, overdue } from '@tablee/domain/modules/commitment';
import { recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today as dayHere } from '#page/clock.ts';
import { RecordForm } from '#register/record-form.tsx';
import { RecordPanel } from '#register/record-panel.tsx';
import { useReaders } from '#register/use-circles.ts';
import { AskByLink } from '#request/ask-by-link.tsx';
import { CopyForWhatsApp } from '#request/copy-for-whatsapp.tsx';
import { useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { useLocation, useSearch } from '#ui/location.ts';
import { PageHead } from '#ui/page-head.tsx';
import { InPanel } from '#ui/panel-slot.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { ViewTabs } from '#ui/view-tabs.tsx';
import { OwedSection } from './owed-section.tsx';

const VIEWS = ['ours', 'partners', 'settled'] as const;
const FIELDS = ['what', 'owner', 'to', 'due'];

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
        action={adding || all.length === 0 ? undefined : note}
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
      {all.length === 0 && !adding && <EmptyState action={note}>{t('commitment.empty')}</EmptyState>}
      {all.length > 0 && (
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
            onClose={() => go(`${base}?view=${shown}`, { replace: true })}
            returnFocusTo={`row-${thing}`}
          >
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
  const late = overdue(view, today, locale);
  if (you?.organisation === undefined) {
    const open = commitments(view, today, locale).filter((owed) => owed.state === 'open').length;
    return t('commitment.opening-all', { open, late: late.length });
  }
  const account = accountOf(view, you.organisation, today, locale);
  return t('commitment.opening', {
    owes: account.owes.length,
    owed: account.isOwed.length,
    late: [...account.owes, ...account.isOwed].filter((owed) => (owed.daysLate ?? 0) > 0).length,
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
  if (name === 'ours') {
    if (mine === undefined) return <p className="note">{t('commitment.no-organisation')}</p>;
    const account = accountOf(view, mine, today, locale);
    const loose = commitments(view, today, locale).filter(
      (owed) => owed.state === 'open' && owed.owner === undefined && owed.to === undefined,
    );
    return (
      <>
        <OwedSection title={t('commitment.we-owe')} id="we-owe" items={account.owes} side="owes" />
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
  const partners = accounts(view, today, locale).filter((account) => account.organisation !== mine);
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
          side="partner"
          partner={account.organisation}
        />
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
      <AskByLink kind="commitment" subject={id} circle={circle} />
      <Remind id={id} circle={circle} />
    </PanelSection>
  );
}

/** For a member who owes it: four lines and a link into the app. */
function Remind({ id, circle }: { readonly id: string; readonly circle: string }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const entity = recordIn(view, 'commitment', id);
  const due = entity && valueOf(commitment, entity, 'due');
  return (
    <CopyForWhatsApp
      act={t('commitment.say-where')}
      subject={entity && titleOf(commitment, entity, locale)}
      until={due && format.date(due)}
      href={addressOf(store.space, 'commitments', id)}
      circle={circle}
    />
  );
}
