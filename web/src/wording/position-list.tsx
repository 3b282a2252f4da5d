import { type JsonObject, processCommand, textOf } from '@tablee/domain/kernel';
import { actorName, actorSector } from '@tablee/domain/modules/actor';
import {
  countsFormally,
  type Position,
  type Positioned,
  positionsOn,
  STANCE,
  saidOf,
} from '@tablee/domain/modules/wording';
import type { ReactNode } from 'react';
import { Text, useFormat, useLocale } from '../locale/use-text.tsx';
import { useAct, useView, useYou } from '../sync/use-space.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { SectorShape } from '../ui/sector-shape.tsx';
import { type Sentence, SentenceList } from '../ui/sentence-list.tsx';
import { StandingTrail, StandingWords } from './standing-words.tsx';

/** Props of {@link PositionList}. */
export interface PositionListProps {
  /** The process that holds the positions. */
  readonly noun: 'wording' | 'edition';
  readonly id: string;
  readonly circle: string;
  readonly state: Positioned;
  /** The version that is looked at; the latest when absent. */
  readonly version?: number;
}

/** Who said what of this version, with its standing; what was entered for somebody waits for their confirmation. */
export function PositionList(props: PositionListProps): ReactNode {
  const { t } = useLocale();
  const { here, earlier } = positionsOn(props.state, props.version);
  const row = useRow(props);
  if (here.length + earlier.length === 0) return <p className="note">{t('wording.none')}</p>;
  return (
    <>
      <p className="note">
        {t('wording.counted', { n: here.filter(countsFormally).length, all: here.length })}
      </p>
      <SentenceList label={t('wording.positions')} items={here.map(row)} />
      {earlier.length > 0 && (
        <>
          <h3>{t('wording.earlier')}</h3>
          <p className="note">{t('wording.words-changed')}</p>
          <SentenceList label={t('wording.earlier')} items={earlier.map(row)} />
        </>
      )}
    </>
  );
}

/** One position as a sentence. On an earlier version it says which, and its own people may say that it holds for the latest. */
const useRow = (props: PositionListProps): ((position: Position) => Sentence) => {
  const { noun, id, circle } = props;
  const latest = props.version ?? props.state.versions.length;
  const view = useView();
  const you = useYou();
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  // In English it begins with “I”, which stays as it is.
  const inSentence = (words: string): string => (locale === 'fr' ? words.toLowerCase() : words);
  const issue = (type: string, payload: JsonObject): void =>
    void act.issue(processCommand(act.ticket(), type, { entity: id, circle }, payload));
  return (position) => {
    const sector = actorSector(view, position.organisation);
    const stance = inSentence(STANCE[position.stance][locale]);
    const reason = textOf(position.reason ?? undefined);
    const mine = position.organisation === you?.organisation;
    const before = position.before && inSentence(STANCE[position.before.stance][locale]);
    const notes = [
      ...(position.version < latest ? [t('wording.on-version', { n: position.version })] : []),
      ...(reason === undefined ? [] : [reason]),
      ...(position.acknowledged ? [] : [t('wording.unacknowledged')]),
      ...(before && position.before?.stance !== position.stance
        ? [t('wording.before', { stance: before })]
        : []),
    ];
    return {
      key: position.organisation,
      ...(sector === undefined ? {} : { sign: <SectorShape sector={sector} /> }),
      text: (
        <Text
          id="wording.row"
          values={{
            who: actorName(view, position.organisation) ?? t('record.not-visible'),
            stance,
            standing: <StandingWords held={position} />,
          }}
        />
      ),
      state: <StandingTrail trail={position.trail} stanceWord={(each) => STANCE[each][locale]} />,
      note: format.text(notes.join(' ')),
      when: format.date(position.at.slice(0, 10)),
      ...(mine && position.version < latest
        ? {
            action: (
              <ActionButton
                kind="quiet"
                onPress={() => issue(`${noun}.take`, { ...said(position), version: latest, channel: 'app' })}
              >
                {t('wording.still-holds', { n: latest })}
              </ActionButton>
            ),
          }
        : mine && !position.acknowledged
          ? {
              action: (
                <ActionButton
                  kind="quiet"
                  onPress={() => issue(`${noun}.acknowledge`, { organisation: position.organisation })}
                >
                  {t('wording.acknowledge')}
                </ActionButton>
              ),
            }
          : {}),
    };
  };
};

const said = ({ organisation, stance, standing, reason, firmness }: Position): JsonObject => {
  const why = textOf(reason ?? undefined);
  return {
    organisation,
    stance,
    standing,
    ...(why === undefined ? {} : { reason: why }),
    ...saidOf(firmness),
  };
};
