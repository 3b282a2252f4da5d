import { textOf } from '@tablee/domain/kernel';
import {
  AGREED_HOW,
  type AgreedHow,
  type Group,
  type GroupPosition,
  type GroupVersion,
  stageOf,
} from '@tablee/domain/modules/group';
import type { Running } from '@tablee/domain/modules/reading';
import { STANDING_SIGN } from '@tablee/domain/modules/wording';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Compare } from '#ui/compare.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { Prose } from '#ui/prose.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { Sign } from '#wording/standing-words.tsx';
import { AboutLink } from './about.tsx';
import css from './among-us.module.css';
import { PublishPosition } from './publish.tsx';
import { useGroupAct, useNameOf } from './use-group.ts';
import { WordForm } from './word-form.tsx';

interface Held {
  readonly held: Running<Group>;
}

/** What the group wants to say: each position as a document with its versions, what it counts for, and what left. */
export function Positions({ held }: Held): ReactNode {
  const { t } = useLocale();
  const [wording, setWording] = useState(false);
  const { positions, closed } = held.state;
  const add = closed === null && !wording && (
    <ActionButton kind={positions.length === 0 ? 'primary' : 'secondary'} onPress={() => setWording(true)}>
      {t('group.word')}
    </ActionButton>
  );
  return (
    <>
      {wording && <WordForm held={held} onDone={() => setWording(false)} />}
      {positions.length === 0 && !wording && (
        <EmptyState action={add || undefined}>{t('group.positions-empty')}</EmptyState>
      )}
      {positions.toReversed().map((position) => (
        <PositionDocument key={position.id} held={held} position={position} />
      ))}
      {positions.length > 0 && add && (
        <div className={css['acts']}>
          <ActionRow>{add}</ActionRow>
        </div>
      )}
    </>
  );
}

/** The position that was worded last, on top of the conversation. */
export function Pinned({ held }: Held): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const position = held.state.positions.at(-1);
  const version = position?.versions.at(-1);
  if (position === undefined || version === undefined) return null;
  return (
    <details className={css['pinned']}>
      <summary>
        <strong>{format.text(textOf(position.title ?? undefined) ?? t('group.position'))}</strong>{' '}
        <Stage position={position} />
      </summary>
      <Prose text={textOf(version.text ?? undefined) ?? t('group.erased')} lang={version.lang} shared />
    </details>
  );
}

/** What a position counts for, by sign and word. */
function Stage({ position }: { readonly position: GroupPosition }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const { confirmed } = position;
  if (confirmed === null)
    return (
      <span>
        <Sign>{STANDING_SIGN.personal}</Sign>
        {t('group.stage.draft')}
      </span>
    );
  const how = format.text(AGREED_HOW[confirmed.how][locale]).toLowerCase();
  const isConfirmed = stageOf(position) === 'confirmed';
  const values = { n: confirmed.version, how, date: format.date(confirmed.on) };
  return (
    <span>
      <Sign>{isConfirmed ? STANDING_SIGN.confirmed : STANDING_SIGN.adReferendum}</Sign>
      {t(isConfirmed ? 'group.stage.confirmed' : 'group.stage.reworded', values)}
    </span>
  );
}

type Open = 'word' | 'agree' | 'publish' | 'compare';

function PositionDocument({ held, position }: Held & { readonly position: GroupPosition }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const nameOf = useNameOf();
  const view = useView();
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  const version = position.versions.at(-1);
  if (version === undefined) return null;
  const out = held.state.left.findLast(({ what, of }) => what === 'position' && of === position.id);
  // What only the core group was told can still be said to all.
  const isOut = out?.version === version?.number && view.get(out?.as ?? '')?.circle !== 'core';
  return (
    <Section
      title={format.text(textOf(position.title ?? undefined) ?? t('group.position'))}
      id={`position-${position.id}`}
    >
      <p>
        <Stage position={position} />
      </p>
      {position.about !== null && <AboutLink about={position.about} />}
      <div className={css['text']}>
        <Prose
          text={textOf(version.text ?? undefined) ?? t('group.erased')}
          lang={version.lang}
          shared
          lead
        />
      </div>
      <p className="note">
        {t('wording.version-by', {
          n: version.number,
          by: nameOf(version.by),
          when: format.moment(version.at),
        })}{' '}
        {out && t('group.left-on', { n: out.version ?? 1, date: format.date(out.at.slice(0, 10)) })}
      </p>
      {open === undefined && held.state.closed === null && (
        <Actions position={position} isOut={isOut} onOpen={setOpen} />
      )}
      {open === 'word' && <WordForm held={held} position={position} onDone={close} />}
      {open === 'agree' && <AgreeForm held={held} position={position} onDone={close} />}
      {open === 'publish' && <PublishPosition held={held} position={position} onDone={close} />}
      {open === 'compare' && <Changes position={position} version={version} onDone={close} />}
    </Section>
  );
}

function Actions(props: {
  readonly position: GroupPosition;
  /** These very words left already. */
  readonly isOut: boolean;
  readonly onOpen: (open: Open) => void;
}): ReactNode {
  const { position, onOpen } = props;
  const { t } = useLocale();
  const confirmed = stageOf(position) === 'confirmed';
  return (
    <div className={css['acts']}>
      <ActionRow>
        {confirmed && !props.isOut && (
          <ForWriters>
            <ActionButton kind="primary" onPress={() => onOpen('publish')}>
              {t('group.publish-position')}
            </ActionButton>
          </ForWriters>
        )}
        {!confirmed && (
          <ActionButton kind="primary" onPress={() => onOpen('agree')}>
            {t('group.agree')}
          </ActionButton>
        )}
        <ActionButton onPress={() => onOpen('word')}>{t('wording.propose')}</ActionButton>
        {position.versions.length > 1 && (
          <ActionButton kind="quiet" onPress={() => onOpen('compare')}>
            {t('wording.compare')}
          </ActionButton>
        )}
      </ActionRow>
    </div>
  );
}

const HOWS = ['meeting', 'inWriting', 'byMandate'] as const;

/** Confirms the version in view: how the group agreed, and when. */
function AgreeForm(props: {
  readonly held: Running<Group>;
  readonly position: GroupPosition;
  readonly onDone: () => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const group = useGroupAct(props.held);
  // What arrives while the form is open is not confirmed with it.
  const [version] = useState(props.position.versions.length);
  const [how, setHow] = useState<AgreedHow>('meeting');
  const [on, setOn] = useState(today());
  const submit = async () => {
    if (on.length !== 10) return [{ name: 'on', message: t('group.day-missing') }];
    await group.do('agree', { position: props.position.id, version, how, on });
    props.onDone();
    return undefined;
  };
  return (
    <Form label={t('group.agree')} submit={t('group.agree')} onSubmit={submit} onCancel={props.onDone}>
      <p>{t('group.agree-explained', { n: version })}</p>
      <Choice
        label={t('group.how')}
        options={HOWS.map((value) => ({ value, label: format.text(AGREED_HOW[value][locale]) }))}
        value={how}
        onChange={setHow}
      />
      <DateField name="on" label={t('group.on')} value={on} onChange={setOn} precisions={['day']} />
    </Form>
  );
}

function Changes(props: {
  readonly position: GroupPosition;
  readonly version: GroupVersion;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useLocale();
  const { version } = props;
  const before = props.position.versions.find(({ number }) => number === (version.after || 1));
  const words = (held: GroupVersion | undefined): string =>
    textOf(held?.text ?? undefined) ?? t('group.erased');
  return (
    <>
      <Compare before={{ text: words(before) }} after={{ text: words(version) }} lang={version.lang} />
      <div className={css['acts']}>
        <ActionRow>
          <ActionButton kind="quiet" onPress={props.onDone}>
            {t('ui.close')}
          </ActionButton>
        </ActionRow>
      </div>
    </>
  );
}
