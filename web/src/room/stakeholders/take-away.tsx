import type { Link } from '@tablee/domain/modules/actor';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import { memo, type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note, Stack } from '#page/note.tsx';
import { useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import css from './actor-map.module.css';
import type { MapEntry } from './map-entry.ts';
import { bitmapOf, printSheet, saveFile } from './map-paper.ts';
import { type MapWords, PAPERS, type Paper, sheetOf, svgOf } from './map-svg.ts';
import type { NetworkFormat } from './map-work.ts';
import type { MapWorker } from './map-worker.ts';
import { networkOf } from './use-findings.ts';
import type { Drawn } from './use-picture.ts';

interface TakeAwayProps {
  readonly worker: MapWorker;
  readonly drawn: Drawn | undefined;
  readonly entries: readonly MapEntry[];
  readonly relations: readonly Link[];
}

/** The words of the drawing for where the app is not. */
const useMapWords = (drawn: Drawn | undefined): MapWords => {
  const { t, locale } = useLocale();
  const format = useFormat();
  const name = partnershipOf(useView(), locale)?.name ?? '';
  const numbered = (drawn?.picture.labels ?? []).flatMap(({ index, label }) =>
    label.kind === 'number' ? [drawn?.request.actors[index]?.name ?? ''] : [],
  );
  return {
    title: t('map.file-title', { name: format.text(name) }),
    note: t('map.file-note', { day: format.date(today()) }),
    sectors: Object.fromEntries(
      (['state', 'private', 'civilSociety', 'science', 'other'] as const).map((sector) => [
        sector,
        t(`ui.sector.${sector}`),
      ]),
    ),
    rings: Object.fromEntries(
      (['core', 'partner', 'concerned'] as const).map((ring) => [ring, t(`stakeholder.ring.${ring}`)]),
    ),
    numbered,
  };
};

const FILES: readonly { readonly format: NetworkFormat; readonly name: string; readonly type: string }[] = [
  { format: 'graphml', name: 'graphml', type: 'application/graphml+xml' },
  { format: 'kumu', name: 'kumu.json', type: 'application/json' },
  { format: 'elements', name: 'elements.csv', type: 'text/csv' },
  { format: 'connections', name: 'connections.csv', type: 'text/csv' },
];
const PAPER_SIZES = ['A4', 'A3', 'A1'] as const satisfies readonly (keyof typeof PAPERS)[];

/** The shared map on paper and in files; the working map has no way out of here. */
export const TakeAway = memo(function TakeAway(props: TakeAwayProps): ReactNode {
  const { t } = useLocale();
  const [opened, setOpened] = useState(false);
  return (
    <details className={css['take']} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{t('map.take')}</summary>
      {opened && <Ways {...props} />}
    </details>
  );
});

function Ways(props: TakeAwayProps): ReactNode {
  const { t } = useLocale();
  const words = useMapWords(props.drawn);
  const [said, setSaid] = useState('');
  const name = t('map.file-name');
  const picture = props.drawn?.picture;
  const save = (end: string, content: Blob): void => {
    saveFile(`${name}.${end}`, content);
    setSaid(t('map.saved', { name: `${name}.${end}` }));
  };
  const file = async ({ format, name: end, type }: (typeof FILES)[number]): Promise<void> => {
    const network = networkOf(props.entries, props.relations, (sector) => t(`ui.sector.${sector}`));
    save(end, new Blob([await props.worker.ask({ kind: 'file', network, format })], { type }));
  };
  const print = (paper: Paper): void => {
    if (picture === undefined) return;
    const cards = {
      cards: t('map.cards'),
      lines: [t('map.card-name'), t('map.card-sector'), t('map.card-brings')],
      paper,
    };
    void printSheet(sheetOf(picture, words, cards), PAPERS[paper]);
  };
  return (
    <Stack tight>
      <Note>{t('map.take-note')}</Note>
      <ActionRow>
        {PAPER_SIZES.map((paper) => (
          <ActionButton key={paper} onPress={() => print(paper)}>
            {t('map.print', { paper })}
          </ActionButton>
        ))}
      </ActionRow>
      <Note>{t('map.print-note')}</Note>
      <ActionRow>
        <ActionButton
          onPress={() => picture && save('svg', new Blob([svgOf(picture, words)], { type: 'image/svg+xml' }))}
        >
          {t('map.file.svg')}
        </ActionButton>
        <ActionButton
          onPress={() =>
            picture && void bitmapOf(svgOf(picture, words)).then((bitmap) => save('png', bitmap))
          }
        >
          {t('map.file.png')}
        </ActionButton>
        {FILES.map((each) => (
          <ActionButton key={each.format} onPress={() => void file(each)}>
            {t(`map.file.${each.format}`)}
          </ActionButton>
        ))}
      </ActionRow>
      <p role="status">{said}</p>
    </Stack>
  );
}
