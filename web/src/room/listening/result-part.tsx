import { type OpinionCell, readCell } from '@tablee/domain/engines/opinion';
import {
  type ResultLine,
  type Round,
  type RoundReading,
  roundReading,
  voiceSummaries,
} from '@tablee/domain/modules/listening';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { ActionButton } from '#ui/action-button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/sentence-list.tsx';
import css from './listening.module.css';
import { ResultMap } from './result-map.tsx';
import { useGroupName } from './use-group-name.ts';

/** The words of a cell: counts, « nearly all », or that it is not shown. */
const useCellWords = (): ((cell: OpinionCell) => string) => {
  const { t } = useLocale();
  return (cell) => {
    if (cell.state === 'hidden') return t('listening.cell-hidden');
    if (cell.state === 'nearlyAll') return t(`listening.cell-nearly-${cell.stance}`, { n: cell.seen });
    return t('listening.cell', { agree: cell.agree, disagree: cell.disagree, pass: cell.pass });
  };
};

/** What came out: what is shared first, then what divides, then all; a map only where numbers allow one. */
export function ResultPart({ held }: { readonly held: Running<Round> }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const reading = roundReading(held.state, locale);
  const groupName = useGroupName(reading ?? { groupsFrom: 'none' });
  if (reading === undefined) return <p>{t('listening.opening-counting')}</p>;
  const voices = voiceSummaries(held.state, locale);
  const isShown = reading.all.length > 0;
  return (
    <>
      <p>
        {t(isShown ? 'listening.people' : 'listening.too-few', {
          n: reading.people,
          floor: held.state.floors.inAll,
        })}
      </p>
      {isShown && <p className="note">{t('listening.bar-hint')}</p>}
      {isShown && <Common reading={reading} />}
      {reading.divides.length > 0 && (
        <Section title={t('listening.divides')} id="divides">
          {reading.divides.map((line) => (
            <Statement
              key={line.id}
              line={line}
              reading={reading}
              note={t('listening.apart', { most: groupName(line.most), least: groupName(line.least) })}
            />
          ))}
        </Section>
      )}
      {voices.length > 0 && (
        <Section title={t('listening.voices-said')} id="said">
          {voices.map((line) => (
            <blockquote key={line.id} lang={line.lang} className={css['proposal']}>
              {format.text(line.text)}
            </blockquote>
          ))}
        </Section>
      )}
      {isShown && (
        <Section title={t('listening.map')} id="map">
          <ResultMap reading={reading} />
        </Section>
      )}
      {isShown && <All reading={reading} />}
    </>
  );
}

/** How many statements are shown in full under what is shared before the rest is asked for. */
const FIRST_COMMON = 8;

function Common({ reading }: { readonly reading: RoundReading }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const { common } = reading;
  const rest = common.length - FIRST_COMMON;
  return (
    <Section title={t('listening.common')} id="common" aside={format.number(common.length)}>
      {common.length === 0 && <p>{t('listening.common-none')}</p>}
      {common.slice(0, isWhole ? undefined : FIRST_COMMON).map((line) => (
        <Statement key={line.id} line={line} reading={reading} />
      ))}
      {rest > 0 && (
        <p className={css['after']}>
          <ActionButton kind="quiet" expanded={isWhole} onPress={() => setWhole(!isWhole)}>
            {t('listening.common-rest', { n: rest })}
          </ActionButton>
        </p>
      )}
    </Section>
  );
}

function Bar({ cell }: { readonly cell: OpinionCell }): ReactNode {
  const counts = readCell(cell);
  if (counts === undefined || counts.seen === 0) return null;
  const share = (part: number): number => (100 * part) / counts.seen;
  const no = share(counts.disagree);
  return (
    <svg
      className={css['bar']}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className={css['ground']} width="100" height="10" />
      <rect className={css['yes']} width={share(counts.agree)} height="10" />
      <rect className={css['no']} x={100 - no} width={no} height="10" />
    </svg>
  );
}

function Statement(props: {
  readonly line: ResultLine;
  readonly reading: RoundReading;
  readonly note?: string;
}): ReactNode {
  const { line, reading } = props;
  const { t } = useLocale();
  const format = useFormat();
  const say = useCellWords();
  return (
    <article className={css['result']}>
      <p className={css['statement']} lang={line.lang}>
        {format.text(line.text)}
      </p>
      {line.total.state !== 'hidden' && (
        <div className={css['cell']}>
          <span>
            {t('listening.colon', { name: t('listening.everybody') })} {say(line.total)}
          </span>
          <Bar cell={line.total} />
        </div>
      )}
      <Cells line={line} reading={reading} />
      {props.note !== undefined && <p className="note">{props.note}</p>}
      {line.answer !== undefined && (
        <p>
          <strong>{t('listening.colon', { name: t('listening.answer') })}</strong>{' '}
          <span lang={line.answer.lang}>{format.text(line.answer.text)}</span>
        </p>
      )}
    </article>
  );
}

/** What each group said, in words and as a bar; groups that were not asked are left out. */
function Cells(props: { readonly line: ResultLine; readonly reading: RoundReading }): ReactNode {
  const { t } = useLocale();
  const say = useCellWords();
  const groupName = useGroupName(props.reading);
  return (
    <ul className={css['cells']}>
      {props.reading.groups.map(({ name }, place) => {
        const cell = props.line.cells[place];
        if (cell === undefined || readCell(cell)?.seen === 0) return null;
        return (
          <li key={name} className={css['cell']}>
            <span>
              {t('listening.colon', { name: groupName(name) })} {say(cell)}
            </span>
            <Bar cell={cell} />
          </li>
        );
      })}
    </ul>
  );
}

function All({ reading }: { readonly reading: RoundReading }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const say = useCellWords();
  return (
    <Section title={t('listening.all')} id="all" aside={format.number(reading.all.length)}>
      <DataTable
        caption={t('listening.all')}
        captionHidden
        rows={reading.all}
        rowKey={(line) => line.id}
        columns={[
          {
            key: 'text',
            head: t('listening.statement'),
            cell: (line) => <span lang={line.lang}>{format.text(line.text)}</span>,
          },
          { key: 'total', head: t('listening.everybody'), cell: (line) => say(line.total), onPhone: true },
          ...(reading.groups.length > 1
            ? [
                {
                  key: 'groups',
                  head: t('listening.by-group'),
                  cell: (line: ResultLine) => (
                    <div className={css['wide']}>
                      <Cells line={line} reading={reading} />
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
