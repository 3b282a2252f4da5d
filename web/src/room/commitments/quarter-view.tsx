import { addRecord, KEEPERS, PARTNERS } from '@tablee/domain/kernel';
import { HALF_PAGE, type HalfPagePart, quarterPage } from '@tablee/domain/modules/commitment';
import { type HalfPage, halfPages } from '@tablee/domain/modules/due';
import { addMonths, boundsOf, periodName, periodOf } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note, Stack } from '#page/note.tsx';
import { RecordForm } from '#register/record-form.tsx';
import { AskByLink } from '#request/ask-by-link.tsx';
import { useSettle } from '#request/use-settle.ts';
import { useAct, useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Section } from '#ui/sentence-list.tsx';

/** How many quarters back one may look. */
const BACK = 8;

/** The half page of each partner for one quarter, and the document for the board that they make together. */
export function QuarterView(): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const now = today();
  const quarters = Array.from({ length: BACK }, (_, back) =>
    periodOf('quarter', addMonths(boundsOf(periodOf('quarter', now)).first, -3 * back)),
  );
  const [quarter, setQuarter] = useState(quarters[0] ?? '');
  const pages = halfPages(view, quarter, { today: now, lang: locale });
  const here = pages.filter((page) => page.here).length;
  const file = `/api/spaces/${store.space}/documents/quarter/${quarter}`;
  return (
    <Stack>
      <SelectField
        label={t('commitment.quarter')}
        value={quarter}
        onChange={(value) => setQuarter(value === '' ? (quarters[0] ?? '') : value)}
        none={t('commitment.quarter-now')}
        options={quarters.map((value) => ({ value, label: periodName(value, locale) }))}
      />
      <p>
        {t('commitment.quarter-here', { here, of: pages.length })}{' '}
        {here < pages.length && t('commitment.quarter-rest')}
      </p>
      {pages.length > 0 && (
        <p>
          {t('commitment.quarter-board')} <a href={`${file}.pdf?lang=${locale}`}>PDF</a>
          {' · '}
          <a href={`${file}.docx?lang=${locale}`}>{t('commitment.word')}</a>
        </p>
      )}
      {pages.map((page) => (
        <Partner key={`${quarter}-${page.organisation}`} quarter={quarter} page={page} />
      ))}
    </Stack>
  );
}

interface PartnerProps {
  readonly quarter: string;
  readonly page: HalfPage;
}

function Partner({ quarter, page }: PartnerProps): ReactNode {
  const you = useYou();
  const { t } = useLocale();
  const format = useFormat();
  const settle = useSettle();
  const [writing, setWriting] = useState(false);
  const isKeeper = KEEPERS.some((role) => you?.roles.includes(role) === true);
  const isMine = you?.organisation === page.organisation && you.roles.some((role) => role !== 'observer');
  const heading = `quarter-${page.organisation}`;
  return (
    <Section
      title={format.text(page.name || t('record.not-visible'))}
      id={heading}
      aside={t(page.here ? 'commitment.page-here' : 'commitment.page-awaited')}
    >
      <Said page={page} />
      {writing && (
        <RecordForm
          declaration={quarterPage}
          {...(page.page === undefined ? {} : { entity: page.page })}
          fields={HALF_PAGE}
          preset={page.page === undefined ? { quarter, organisation: page.organisation } : {}}
          submit={t('commitment.page-save')}
          onDone={() => {
            setWriting(false);
            if (page.page !== undefined) void settle('quarterPage', page.page.id, page.organisation);
          }}
          onCancel={() => setWriting(false)}
        />
      )}
      {!writing && (isKeeper || isMine) && (
        <ActionRow>
          <ActionButton kind="quiet" onPress={() => setWriting(true)}>
            {t(page.here ? 'commitment.page-change' : 'commitment.page-write')}
          </ActionButton>
        </ActionRow>
      )}
      {!writing && isKeeper && <Ask quarter={quarter} page={page} />}
    </Section>
  );
}

/** By link or on paper: the page is opened with the first asking, so that the answer has a place. */
function Ask({ quarter, page }: PartnerProps): ReactNode {
  const act = useAct();
  const { t } = useLocale();
  if (page.page !== undefined)
    return (
      <AskByLink
        kind="quarterPage"
        subject={page.page.id}
        organisation={page.organisation}
        circle={page.page.circle}
        label={t('commitment.page-link')}
      />
    );
  const open = (): Promise<void> =>
    act.issue(
      addRecord(
        act.ticket(),
        quarterPage.name,
        { entity: act.newId(), circle: PARTNERS },
        { quarter, organisation: page.organisation },
      ),
    );
  return (
    <ActionRow>
      <ActionButton kind="quiet" onPress={() => void open()}>
        {t('commitment.page-ask')}
      </ActionButton>
    </ActionRow>
  );
}

function Said({ page }: { readonly page: HalfPage }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const of = (field: HalfPagePart): readonly string[] => [
    ...(field === 'need' ? [] : page[field]),
    ...(page.words[field] === undefined ? [] : [page.words[field]]),
  ];
  return (
    <Stack>
      {HALF_PAGE.map((field) => {
        const lines = of(field);
        return lines.length === 0 ? null : (
          <div key={field}>
            <Note>{t(`commitment.page-${field}`)}</Note>
            <ul>
              {lines.map((line) => (
                <li key={line}>{format.text(line)}</li>
              ))}
            </ul>
          </div>
        );
      })}
      {page.said.length > 0 && (
        <div>
          <Note>{t('commitment.page-said')}</Note>
          {page.said.map((words) => (
            <p key={words}>{format.text(words)}</p>
          ))}
        </div>
      )}
    </Stack>
  );
}
