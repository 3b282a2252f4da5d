import { changeRecord, type RecordEntity, textIn } from '@tablee/domain/kernel';
import { actor, type Movable, movable, type WorkingEntry } from '@tablee/domain/modules/actor';
import { listed } from '@tablee/domain/modules/sentence';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { useMay } from '#register/use-may.ts';
import { useAct, useEntity, useOpenSpace } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Dialog } from '#ui/dialog.tsx';

/** Names said before « and n others ». */
const NAMED = 8;

/** What of an actor may leave the working map, one fact at a time, after « Qui le verra ? ». */
export function MoveFact(props: {
  readonly actor: string;
  readonly held: WorkingEntry;
  readonly onMoved: (fact: Movable['fact']) => Promise<void>;
}): ReactNode {
  const { t } = useLocale();
  const entity = useEntity(props.actor);
  const [asked, setAsked] = useState<Movable>();
  const [said, setSaid] = useState('');
  const offered = movable(props.held);
  if (entity?.kind !== 'record') return null;
  return (
    <>
      <Note>{props.held.barrierKind === 'fear' ? t('map.entry.fear') : t('map.move.note')}</Note>
      {offered.length > 0 && (
        <ActionRow>
          {offered.map((each) => (
            <ActionButton key={each.fact} onPress={() => setAsked(each)}>
              {t(`map.move.${each.fact}`)}
            </ActionButton>
          ))}
        </ActionRow>
      )}
      <p role="status">{said}</p>
      {asked !== undefined && (
        <WhoWillSee
          entity={entity}
          moved={asked}
          onClose={() => setAsked(undefined)}
          onMoved={async () => {
            setSaid(t('map.move.done'));
            setAsked(undefined);
            await props.onMoved(asked.fact);
          }}
        />
      )}
    </>
  );
}

/** The names and the number of those who will read a text, before it leaves. */
function WhoWillSee(props: {
  readonly entity: RecordEntity;
  readonly moved: Movable;
  readonly onClose: () => void;
  readonly onMoved: () => Promise<void>;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const act = useAct();
  const { store } = useOpenSpace();
  const may = useMay(actor, props.entity);
  const { entity, moved } = props;
  const readers = store.readers[entity.circle] ?? [];
  const names = readers.map((id) => store.person(id)?.name ?? t('record.somebody'));
  const there = textIn(entity, moved.fact, locale)?.text;
  const move = async (): Promise<void> => {
    const slots = { [moved.fact]: { lang: locale, text: moved.text } };
    await act.issue(changeRecord(act.ticket(), entity, slots));
    await props.onMoved();
  };
  const more = names.length - NAMED;
  return (
    <Dialog
      open
      title={t('map.move.ask')}
      onClose={props.onClose}
      actions={
        <>
          {may.change && (
            <ActionButton kind="primary" onPress={() => void move()}>
              {t('map.move.do')}
            </ActionButton>
          )}
          <ActionButton onPress={props.onClose}>{t('ui.cancel')}</ActionButton>
        </>
      }
    >
      <p>
        <strong>{t('map.move.readers', { circle: t('map.move.partners'), n: readers.length })}</strong>{' '}
        {more > 0
          ? t('map.move.more-names', { names: names.slice(0, NAMED).join(', '), n: more })
          : `${format.text(listed(locale, names))}.`}
      </p>
      <blockquote>{moved.text}</blockquote>
      {there !== undefined && there !== moved.text && (
        <p>{t('map.move.replaces', { text: format.text(there) })}</p>
      )}
      <Note>{may.change ? t('map.move.stays') : t('map.move.may-not')}</Note>
    </Dialog>
  );
}
