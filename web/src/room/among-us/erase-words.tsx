import { PROCESS_ERASURE, processCommand } from '@tablee/domain/kernel';
import {
  type ErasableWords,
  erasableIn,
  erasableStatement,
  type Group,
  statements,
} from '@tablee/domain/modules/group';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ChoiceMany } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/sentence-list.tsx';
import css from './among-us.module.css';

const SHOWN = 90;

interface Held {
  readonly held: Running<Group>;
}

/** For who coordinates the group: its words, and what they let out of it, erased for good. */
export function EraseWords({ held }: Held): ReactNode {
  const { t } = useLocale();
  const you = useYou();
  const [open, setOpen] = useState(false);
  const { roles, own = [] } = PROCESS_ERASURE;
  const may = [...roles, ...own].some((role) => you?.roles.some((mine) => mine === role));
  if (!may || you?.person !== held.state.coordinator) return null;
  return (
    <Section title={t('group.erase')} id="erase">
      {open ? (
        <EraseForm held={held} onDone={() => setOpen(false)} />
      ) : (
        <div className={css['acts']}>
          <ActionRow>
            <ActionButton kind="quiet" onPress={() => setOpen(true)}>
              {t('group.erase-open')}
            </ActionButton>
          </ActionRow>
        </div>
      )}
    </Section>
  );
}

function EraseForm({ held, onDone }: Held & { readonly onDone: () => void }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const erase = useErase(held);
  const { inRoom, left } = useErasable(held);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const label = ({ what, text, at }: ErasableWords): string => {
    const words = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
    const day = at === undefined ? '' : `, ${format.date(at.slice(0, 10))}`;
    return format.text(`${t(`group.erase-is.${what}`)}${day} : ${words}`);
  };
  const submit = async () => {
    if (chosen.length === 0) return [{ name: 'words', message: t('group.erase-missing') }];
    await erase(inRoom, left, chosen);
    onDone();
    return undefined;
  };
  return (
    <Form label={t('group.erase')} submit={t('record.erase-do')} onSubmit={submit} onCancel={onDone}>
      <p>{t('record.erase-explained')}</p>
      <p>{t('group.erase-copies')}</p>
      <ChoiceMany
        name="words"
        label={t('record.erase-what')}
        options={[...inRoom, ...left].map((each) => ({ value: each.key, label: label(each) }))}
        values={chosen}
        onChange={setChosen}
      />
    </Form>
  );
}

/** What stands in the room, and what of it I published myself. */
const useErasable = ({
  state,
}: Running<Group>): {
  readonly inRoom: readonly ErasableWords[];
  readonly left: readonly ErasableWords[];
} => {
  const view = useView();
  const you = useYou();
  const out = new Set(state.left.map(({ as }) => as));
  const mine = statements(view).filter(({ id, state: said }) => out.has(id) && said.by === you?.person);
  return {
    inRoom: erasableIn(state),
    left: mine.flatMap(({ id, state: said }) => erasableStatement(id, said)),
  };
};

/** One command for the room, and one for each statement: each in its circle. */
const useErase = (held: Running<Group>) => {
  const act = useAct();
  const view = useView();
  return async (
    inRoom: readonly ErasableWords[],
    left: readonly ErasableWords[],
    chosen: readonly string[],
  ): Promise<void> => {
    const isChosen = ({ key }: ErasableWords): boolean => chosen.includes(key);
    const targets = inRoom.filter(isChosen).flatMap((each) => each.targets);
    const at = { entity: held.id, circle: held.circle };
    if (targets.length > 0) await act.command('group.erase', at, { targets });
    for (const { key, targets: parts } of left.filter(isChosen)) {
      const circle = view.get(key)?.circle;
      if (circle === undefined) continue;
      const said = processCommand(
        act.ticket(),
        'statement.erase',
        { entity: key, circle },
        { targets: [...parts] },
      );
      await act.issue(said);
    }
  };
};
