import {
  answerOwed,
  type Round,
  type RoundStanding,
  roundStanding,
  roundTexts,
  statementLines,
} from '@tablee/domain/modules/listening';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now, today } from '#page/clock.ts';
import { Stack } from '#page/note.tsx';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { useReaders } from '#register/use-circles.ts';
import { WaitingLine } from '#register/waiting-line.tsx';
import { useEntity } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Prose } from '#ui/prose.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { ViewTabs } from '#ui/view-tabs.tsx';
import { AnswerPart } from './answer-part.tsx';
import { EndPart } from './end-part.tsx';
import { PaperPart } from './paper-part.tsx';
import { PlanForm } from './plan-form.tsx';
import { useLanguageName } from './plan-language.tsx';
import { ProgressPart } from './progress-part.tsx';
import { ResultPart } from './result-part.tsx';
import { ReviewPart } from './review-part.tsx';
import { ownIn } from './round-api.ts';
import { SharePart } from './share-part.tsx';
import { StatementPart } from './statement-part.tsx';
import { useRoundRoles, useSay, useSend } from './use-round.ts';
import { VoicePart } from './voice-part.tsx';

/** The parts of a round, by where it stands and what somebody may do in it. */
const viewsFor = (standing: RoundStanding, moderates: boolean, keeps: boolean) => {
  if (moderates && standing === 'open') return ['round', 'review', 'voices', 'paper'] as const;
  const isOver = standing === 'published' || standing === 'tooFew';
  if (isOver && (moderates || keeps))
    return moderates ? (['round', 'statements', 'voices'] as const) : (['round', 'statements'] as const);
  return moderates ? (['round', 'voices'] as const) : (['round'] as const);
};

const useOpening = (state: Round, standing: RoundStanding): string => {
  const { t } = useLocale();
  const format = useFormat();
  const statements = Object.values(state.statements).filter(({ shown }) => shown).length;
  const date = format.date(state.closes.instant.slice(0, 10));
  const answer = format.date(state.answerBy);
  if (standing === 'planned') return t('listening.opening-planned', { n: statements, date });
  if (standing === 'open') return t('listening.opening-open', { n: statements, date });
  if (standing === 'counting') return t('listening.opening-counting');
  if (state.answer !== null) return t('listening.opening-answered');
  return t(answerOwed(state, today()) ? 'listening.opening-owed' : 'listening.opening-closed', {
    date: answer,
  });
};

/** One round: what is promised before, how it goes, what came out, and what became of it. */
export function RoundDocument({ held }: { readonly held: Running<Round> }): ReactNode {
  const { state } = held;
  const { t, locale } = useLocale();
  const format = useFormat();
  const room = useRoom('listening');
  const readers = useReaders(held.circle);
  const entity = useEntity(held.id);
  const standing = roundStanding(state, now());
  const opening = useOpening(state, standing);
  const { moderates, keeps } = useRoundRoles(state);
  const say = useSay(held);
  const texts = roundTexts(state, locale);
  const views = viewsFor(standing, moderates, keeps);
  const shown = views.find((name) => name === room.view) ?? 'round';
  const canOpen = keeps && standing === 'planned' && Object.keys(state.statements).length > 0;
  return (
    <>
      <p>
        <Link href={room.base}>{t('listening.all-rounds')}</Link>
      </p>
      <PageHead
        title={format.text(texts.title.text)}
        kicker={t(`listening.standing-${standing}`)}
        opening={opening}
        readers={readers}
        focusKey={held.id}
        action={
          canOpen ? (
            <ActionButton kind="primary" onPress={() => void say('open', {})}>
              {t('listening.open-now')}
            </ActionButton>
          ) : standing === 'open' ? (
            <OwnAnswer held={held} />
          ) : undefined
        }
      />
      {entity !== undefined && <WaitingLine entity={entity} />}
      {views.length > 1 && (
        <ViewTabs
          label={t('listening.round-views')}
          views={views.map((name) => ({
            href: viewHref(room, held.id, name),
            label: t(`listening.view-${name}`),
            current: name === shown,
          }))}
        />
      )}
      {shown === 'round' && <Whole held={held} standing={standing} />}
      {shown === 'review' && <ReviewPart held={held} />}
      {shown === 'statements' && <StatementPart held={held} />}
      {shown === 'voices' && <VoicePart held={held} />}
      {shown === 'paper' && <PaperPart held={held} />}
    </>
  );
}

/** A member answers like everybody else, by the link that all share: nothing ties it to their account. */
function OwnAnswer({ held }: { readonly held: Running<Round> }): ReactNode {
  const { t } = useLocale();
  const send = useSend(held.id);
  const [fault, setFault] = useState('');
  const go = async (): Promise<void> => {
    const faults = await send('own', async (post) => location.assign(ownIn(await post('POST', 'door', {}))));
    setFault(faults?.[0]?.message ?? '');
  };
  return (
    <Stack tight>
      <div>
        <ActionButton kind="primary" onPress={() => void go()}>
          {t('listening.own-answer')}
        </ActionButton>
      </div>
      <p className="note">{t('listening.own-answer-note')}</p>
      {fault !== '' && <p role="alert">{fault}</p>}
    </Stack>
  );
}

const viewHref = (room: RoomPlace, id: string, view: string): string =>
  `${room.base}/${id}${view === 'round' ? '' : `?view=${view}`}`;

function Whole({
  held,
  standing,
}: {
  readonly held: Running<Round>;
  readonly standing: RoundStanding;
}): ReactNode {
  const { state } = held;
  const { moderates, keeps } = useRoundRoles(state);
  const isOver = standing === 'published' || standing === 'tooFew';
  return (
    <Stack>
      {isOver && <ResultPart held={held} />}
      {isOver && <AnswerPart held={held} />}
      <Before held={held} />
      {standing !== 'planned' && !isOver && moderates && <ProgressPart held={held} />}
      {!isOver && moderates && standing !== 'counting' && <SharePart held={held} />}
      {!isOver && <StatementPart held={held} />}
      {standing === 'open' && keeps && <EndPart held={held} />}
    </Stack>
  );
}

/** The promise before: what people read on the first page, and who reads their answers. */
function Before({ held }: { readonly held: Running<Round> }): ReactNode {
  const { state } = held;
  const { t, locale } = useLocale();
  const format = useFormat();
  const { keeps } = useRoundRoles(state);
  const nameOf = useLanguageName();
  const [changing, setChanging] = useState(false);
  const texts = roundTexts(state, locale);
  const done = (): void => setChanging(false);
  if (changing) return <PlanForm held={held} onDone={done} onCancel={done} />;
  return (
    <Section title={t('listening.before')} id="before">
      <Stack tight>
        <Prose lang={texts.intro.lang} text={texts.intro.text} shared />
        <Prose lang={texts.promise.lang} text={texts.promise.text} shared />
        <p className="note">
          {t('listening.before-facts', {
            ways: state.naming.map((way) => t(`listening.way-${way}`)).join(', '),
            languages: state.languages.map((lang) => nameOf(lang)).join(', '),
            closes: format.date(state.closes.instant.slice(0, 10)),
            answer: format.date(state.answerBy),
          })}
        </p>
        {keeps && state.state === 'planned' && (
          <div>
            <ActionButton kind="quiet" onPress={() => setChanging(true)}>
              {t('listening.change')}
            </ActionButton>
          </div>
        )}
        {statementLines(state, locale).length === 0 && state.state === 'planned' && (
          <p className="note">{t('listening.needs-statement')}</p>
        )}
      </Stack>
    </Section>
  );
}
