import { optionWords, type RecordEntity, textIn, valueOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { finding, type QuestionLine } from '@tablee/domain/modules/evaluation';
import { latestApproved } from '@tablee/domain/modules/figure';
import { recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note, Stack } from '#page/note.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { FieldText } from '#register/show-value.tsx';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Link } from '#ui/link.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import css from './evaluation.module.css';

/** One question: its findings as text with what shows them and the response, then the figures behind. */
export function QuestionSection(props: {
  readonly id: string;
  readonly room: RoomPlace;
  readonly question: QuestionLine;
  readonly onAdd: () => void;
}): ReactNode {
  const { question, room } = props;
  const { t } = useLocale();
  const format = useFormat();
  return (
    <Section
      title={question.question === '' ? t('evaluation.no-question') : format.text(question.question)}
      id={props.id}
      aside={t('evaluation.answered', { n: question.answered, all: question.findings.length })}
    >
      <Stack tight>
        <ol className={css['findings']}>
          {question.findings.map((entity) => (
            <li key={entity.id}>
              <FindingText entity={entity} room={room} />
            </li>
          ))}
        </ol>
        {question.indicators.length > 0 && <FiguresBehind ids={question.indicators} />}
        <ForWriters>
          <ActionRow>
            <ActionButton kind="quiet" onPress={props.onAdd}>
              {t('evaluation.add-here')}
            </ActionButton>
          </ActionRow>
        </ForWriters>
      </Stack>
    </Section>
  );
}

function FindingText({
  entity,
  room,
}: {
  readonly entity: RecordEntity;
  readonly room: RoomPlace;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const criterion = valueOf(finding, entity, 'criterion');
  const evidence = textIn(entity, 'evidence', locale);
  const date = valueOf(finding, entity, 'date');
  const kicker = [
    ...(criterion === undefined
      ? []
      : [format.text(optionWords(finding.fields.criterion, criterion)[locale])]),
    ...(date === undefined ? [] : [format.date(date)]),
  ].join(', ');
  return (
    <>
      {kicker !== '' && <Note>{kicker}</Note>}
      <FieldText entity={entity} field="text" />
      {evidence && (
        <Note>{t('evaluation.evidence', { text: format.text(evidence.text, evidence.lang) })}</Note>
      )}
      <Response entity={entity} />
      <p id={`row-${entity.id}`} tabIndex={-1} className="note">
        <Link href={room.href(entity.id)} replace>
          {t('evaluation.open')}
        </Link>
      </p>
    </>
  );
}

/** What the partners answer to a finding, and who follows it up; a form while there is none. */
function Response({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const response = textIn(entity, 'response', locale);
  const responder = actorName(view, valueOf(finding, entity, 'responder'));
  if (open)
    return (
      <RecordForm
        declaration={finding}
        entity={entity}
        fields={['response', 'responder']}
        submit={t('evaluation.respond-do')}
        onDone={() => setOpen(false)}
        onCancel={() => setOpen(false)}
      />
    );
  if (response === undefined)
    return (
      <div className={css['response']}>
        <span>{t('evaluation.waits')}</span>
        <ForWriters>
          <ActionButton kind="quiet" onPress={() => setOpen(true)}>
            {t('evaluation.respond')}
          </ActionButton>
        </ForWriters>
      </div>
    );
  return (
    <div className={css['response']}>
      <span lang={response.lang} dir="auto">
        {t('evaluation.response', { text: format.text(response.text, response.lang) })}
        {responder !== undefined && ` ${t('evaluation.follows', { organisation: responder })}`}
      </span>
    </div>
  );
}

function FiguresBehind({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  return (
    <>
      <h3>{t('evaluation.figures')}</h3>
      <SentenceList
        label={t('evaluation.figures')}
        form="plain"
        items={ids.map((id) => {
          const said = textIn(recordIn(view, 'indicator', id), 'name', locale);
          const name = said === undefined ? t('record.not-visible') : format.text(said.text, said.lang);
          const latest = latestApproved(view, id);
          return {
            key: id,
            text: (
              <Link href={addressOf(store.space, 'monitoring', id)}>
                {latest === undefined
                  ? t('evaluation.figure-none', { name })
                  : t('evaluation.figure-row', {
                      name,
                      value: format.quantity(Number(latest.value.value), latest.value.unit),
                      date: format.date(latest.day),
                    })}
              </Link>
            ),
          };
        })}
      />
    </>
  );
}
