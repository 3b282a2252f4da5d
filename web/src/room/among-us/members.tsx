import { type Group, groupMembers, readAlone } from '@tablee/domain/modules/group';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { useRoom } from '#page/use-room.ts';
import { useAct, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import css from './among-us.module.css';
import { useGroupAct, useMembers, useNameOf } from './use-group.ts';

interface Held {
  readonly held: Running<Group>;
}

/** Who is in the room: only they let somebody in. Whoever is the last one hands it on or closes it before leaving. */
export function Members({ held }: Held): ReactNode {
  const { t } = useLocale();
  const view = useView();
  const you = useYou();
  const nameOf = useNameOf();
  const group = useGroupAct(held);
  const [open, setOpen] = useState<'admit' | 'leave'>();
  const close = (): void => setOpen(undefined);
  const members = groupMembers(view, held.circle);
  const alone = you !== undefined && readAlone(view, you.person).some(({ id }) => id === held.id);
  const running = held.state.closed === null;
  return (
    <Section title={t('group.members')} id="members">
      {alone && <p role="note">{t('group.alone')}</p>}
      <SentenceList
        labelledBy="members"
        items={members.map((person) => ({
          key: person,
          text: nameOf(person),
          note: person === held.state.coordinator ? t('group.coordinates') : undefined,
          ...(running && person !== held.state.coordinator && held.state.coordinator === you?.person
            ? {
                action: (
                  <ActionButton kind="quiet" onPress={() => void group.do('handOn', { coordinator: person })}>
                    {t('group.hand-on')}
                  </ActionButton>
                ),
              }
            : {}),
        }))}
      />
      {open === 'admit' && <AdmitForm held={held} members={members} onDone={close} />}
      {open === 'leave' && (
        <Leave held={held} alone={members.length < 2} onAdmit={() => setOpen('admit')} onDone={close} />
      )}
      {open === undefined && (
        <div className={css['acts']}>
          <ActionRow>
            <ActionButton onPress={() => setOpen('admit')}>{t('group.admit')}</ActionButton>
            <ActionButton kind="quiet" onPress={() => setOpen('leave')}>
              {t('group.leave')}
            </ActionButton>
            <ActionButton kind="quiet" onPress={() => void group.do(running ? 'close' : 'reopen', {})}>
              {t(running ? 'group.close' : 'group.reopen')}
            </ActionButton>
          </ActionRow>
        </div>
      )}
    </Section>
  );
}

function AdmitForm(
  props: Held & { readonly members: readonly string[]; readonly onDone: () => void },
): ReactNode {
  const { held, members, onDone } = props;
  const { t } = useLocale();
  const act = useAct();
  const others = useMembers().filter(({ value }) => !members.includes(value));
  const [person, setPerson] = useState('');
  if (others.length === 0)
    return (
      <>
        <p className="note">{t('group.nobody-else')}</p>
        <ActionButton onPress={onDone}>{t('ui.close')}</ActionButton>
      </>
    );
  return (
    <Form
      label={t('group.admit')}
      submit={t('group.admit')}
      onCancel={onDone}
      onSubmit={async () => {
        if (person === '') return [{ name: 'person', message: t('group.person-missing') }];
        const at = { entity: held.circle, circle: held.circle };
        await act.command('circle.admit', at, { person });
        onDone();
        return undefined;
      }}
    >
      <p>{t('group.admit-explained')}</p>
      <SelectField
        name="person"
        label={t('group.who')}
        none={t('group.choose')}
        options={others}
        value={person}
        onChange={setPerson}
      />
    </Form>
  );
}

/** Leaving: the last one is shown the two ways that leave nothing unread, and no button that would. */
function Leave(
  props: Held & {
    readonly alone: boolean;
    readonly onAdmit: () => void;
    readonly onDone: () => void;
  },
): ReactNode {
  const { held, alone, onAdmit, onDone } = props;
  const { t } = useLocale();
  const act = useAct();
  const you = useYou();
  const room = useRoom('among-us');
  const group = useGroupAct(held);
  const leave = async (): Promise<void> => {
    const at = { entity: held.circle, circle: held.circle };
    await act.command('circle.dismiss', at, { person: you?.person ?? '' });
    room.close();
  };
  return (
    <div role="group" aria-label={t('group.leave')}>
      <p>{t(alone ? 'group.leave-last' : 'group.leave-explained')}</p>
      <div className={css['acts']}>
        <ActionRow>
          {alone ? (
            <>
              <ActionButton onPress={onAdmit}>{t('group.admit')}</ActionButton>
              {held.state.closed === null && (
                <ActionButton
                  onPress={() => {
                    void group.do('close', {});
                    onDone();
                  }}
                >
                  {t('group.close')}
                </ActionButton>
              )}
            </>
          ) : (
            <ActionButton onPress={() => void leave()}>{t('group.leave')}</ActionButton>
          )}
          <ActionButton kind="quiet" onPress={onDone}>
            {t('ui.cancel')}
          </ActionButton>
        </ActionRow>
      </div>
    </div>
  );
}
