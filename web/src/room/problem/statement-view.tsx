import {
  affectedGroup,
  affectedPeople,
  affectedTotal,
  problemPlaces,
} from '@tablee/domain/modules/problem-tree';
import { markWords, wordSides } from '@tablee/domain/modules/term';
import type { ReadVersion } from '@tablee/domain/modules/wording';
import { typography } from '@tablee/domain/text';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale, useText } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Link } from '#ui/link.tsx';
import { Prose } from '#ui/prose.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { WordingDocument } from '#wording/wording-document.tsx';
import { EvidenceList } from './evidence-list.tsx';
import css from './problem.module.css';

const AFFECTED_FIELDS = ['who', 'number', 'source', 'date', 'place', 'how'];

/** The statement with its positions, then whom it touches, where, and what shows it. */
export function StatementView({ room }: { readonly room: RoomPlace }): ReactNode {
  const { t, locale } = useLocale();
  const view = useView();
  const words = wordSides(view, locale);
  const shown = (version: ReadVersion): ReactNode => {
    const used = markWords(version.text, words).filter((run) => run.term !== undefined);
    return used.length === 0 ? undefined : <Marked version={version} words={words} room={room} />;
  };
  return (
    <>
      <WordingDocument kind="problem" empty={t('launch.problem-empty')} shown={shown} />
      <Affected room={room} />
      <Section title={t('problem.evidence')} id="evidence">
        <EvidenceList room={room} label={t('problem.evidence')} />
      </Section>
    </>
  );
}

/** The statement with the words that groups understand differently marked quietly; each leads to its meanings. */
function Marked(props: {
  readonly version: ReadVersion;
  readonly words: ReturnType<typeof wordSides>;
  readonly room: RoomPlace;
}): ReactNode {
  const { text, lang } = props.version;
  const t = useText();
  const show = (paragraph: string): ReactNode =>
    markWords(paragraph, props.words).map((run, index) =>
      run.term === undefined ? (
        typography(run.text, lang)
      ) : (
        <Link
          key={`${index}`}
          className={css['marked']}
          href={`${props.room.viewHref('words')}&word=${run.term}`}
          label={t('problem.word-marked', { word: run.text })}
        >
          {run.text}
        </Link>
      ),
    );
  return <Prose text={text} lang={lang} shared lead show={show} />;
}

function Affected({ room }: { readonly room: RoomPlace }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const [adding, setAdding] = useState(false);
  const people = affectedPeople(view, locale);
  const total = affectedTotal(people);
  const places = problemPlaces(view);
  const done = (): void => setAdding(false);
  return (
    <Section
      title={t('problem.affected')}
      id="affected"
      {...(total
        ? { aside: t('problem.affected-total', { total: format.quantity(Number(total.value), total.unit) }) }
        : {})}
    >
      {people.length === 0 && !adding && (
        <p className="note">{format.text(affectedGroup.labels[locale].empty ?? '')}</p>
      )}
      {people.length > 0 && (
        <SentenceList
          labelledBy="affected"
          items={people.map((line) => ({
            key: line.id,
            text: (
              <span id={`row-${line.id}`} tabIndex={-1} lang={line.lang}>
                <Link href={room.href(line.id)} replace>
                  {format.text(line.who)}
                </Link>
                {line.number && ` · ${format.quantity(Number(line.number.value), line.number.unit)}`}
              </span>
            ),
            note: format.text(
              [
                ...(line.place === undefined ? [] : [line.place.name]),
                ...(line.number === undefined
                  ? [t('problem.not-counted')]
                  : [
                      line.source ?? t('problem.no-source'),
                      line.date === undefined ? t('problem.no-date') : format.date(line.date),
                    ]),
              ].join(' · '),
            ),
          }))}
        />
      )}
      {places.length > 0 && (
        <p className="note">{t('problem.places', { places: format.text(places.join(', ')) })}</p>
      )}
      {adding && (
        <RecordForm declaration={affectedGroup} fields={AFFECTED_FIELDS} onDone={done} onCancel={done} />
      )}
      {!adding && (
        <ForWriters>
          <ActionButton kind="quiet" onPress={() => setAdding(true)}>
            {t('problem.affected-add')}
          </ActionButton>
        </ForWriters>
      )}
    </Section>
  );
}
