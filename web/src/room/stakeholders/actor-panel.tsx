import { perView, valueOf } from '@tablee/domain/kernel';
import { actor, actorName, RELATION, relation, STRENGTH } from '@tablee/domain/modules/actor';
import { talks } from '@tablee/domain/modules/conversation';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useEntity, useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { SectorLabel } from '#ui/sector-shape.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import { useLinks } from './map-entry.ts';
import { MergeSection } from './merge-section.tsx';

/** Somebody of the map beside it: what they said of themselves, with whom they work, when we spoke. */
export function ActorPanel({ room, id }: { readonly room: RoomPlace; readonly id: string }): ReactNode {
  const { t } = useLocale();
  const entity = useEntity(id);
  const held = entity?.kind === 'record' ? entity : undefined;
  const sector = valueOf(actor, held, 'sector');
  const missing = valueOf(actor, held, 'missing') === true;
  return (
    <ThingPanel
      room={room}
      declaration={actor}
      thing={id}
      {...(sector === undefined ? {} : { kicker: <SectorLabel sector={sector} missing={missing} /> })}
    >
      <PanelSection title={t('stakeholder.relations')}>
        <Relations room={room} id={id} />
      </PanelSection>
      <PanelSection title={t('stakeholder.talks')}>
        <Talks id={id} />
      </PanelSection>
      {held !== undefined && (
        <PanelSection title={t('contact.merge-title')}>
          <MergeSection key={held.id} entity={held} />
        </PanelSection>
      )}
    </ThingPanel>
  );
}

function Relations({ room, id }: { readonly room: RoomPlace; readonly id: string }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const [adding, setAdding] = useState(false);
  const mine = useLinks().filter((link) => link.from === id || link.to === id);
  const item = (link: (typeof mine)[number]) => {
    const other = link.from === id ? link.to : link.from;
    const kinds = Object.entries(RELATION);
    const kind = kinds.find(([key]) => key === link.kind)?.[1][locale] ?? link.kind;
    const strength = Object.entries(STRENGTH).find(([key]) => key === link.strength)?.[1][locale];
    return {
      key: link.id,
      text: (
        <>
          {format.text(link.from === id ? kind : `← ${kind}`)}{' '}
          <Link href={room.href(other)} replace>
            {format.text(actorName(view, other) ?? '')}
          </Link>
        </>
      ),
      ...(strength === undefined ? {} : { note: format.text(strength) }),
    };
  };
  return (
    <>
      {mine.length === 0 && <Note>{t('stakeholder.no-relation')}</Note>}
      {mine.length > 0 && (
        <SentenceList form="plain" label={t('stakeholder.relations')} items={mine.map(item)} />
      )}
      {adding ? (
        <RecordForm
          declaration={relation}
          fields={['to', 'kind', 'strength', 'note']}
          preset={{ from: id }}
          onDone={() => setAdding(false)}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <ActionRow>
          <ActionButton kind="quiet" onPress={() => setAdding(true)}>
            {t('stakeholder.add-relation')}
          </ActionButton>
        </ActionRow>
      )}
    </>
  );
}

const talksOf = perView((view) => talks(view));

function Talks({ id }: { readonly id: string }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const view = useView();
  const { store } = useOpenSpace();
  const mine = talksOf(view).filter((talk) => talk.organisation === id);
  return (
    <>
      {mine.length === 0 ? (
        <Note>{t('stakeholder.no-talk')}</Note>
      ) : (
        <SentenceList
          form="plain"
          label={t('stakeholder.talks')}
          items={mine.slice(0, 3).map((talk) => ({
            key: talk.id,
            text: format.text(talk.withName),
            ...(talk.on === undefined ? {} : { note: format.date(talk.on) }),
          }))}
        />
      )}
      <ActionRow>
        <ActionButton href={addressOf(store.space, 'people')}>{t('stakeholder.log-talk')}</ActionButton>
      </ActionRow>
    </>
  );
}
