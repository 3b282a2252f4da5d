import { type RecordEntity, textIn, textOf, valueOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { currentOf, type Figure, type Revision } from '@tablee/domain/modules/figure';
import { periodName, recordIn } from '@tablee/domain/modules/reading';
import { indicator } from '@tablee/domain/modules/result';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useView } from '#sync/use-space.ts';

/** How figures are said on this page: names, periods, values, sources. */
export interface FigureWords {
  /** The name of an indicator by id. */
  indicator(id: string): string;
  organisation(id: string): string;
  period(period: string): string;
  value(revision: Pick<Revision, 'value' | 'unit'>): string;
  /** « Source : … », or that none was given. */
  source(revision: Revision): string;
  /** « Ménages raccordés : 61 % ». */
  row(state: Figure): string;
  /** Organisation, period, source. */
  note(state: Figure): string;
}

/** The words of figures in the reader's language. */
export const useFigureWords = (): FigureWords => {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const name = (id: string): string => {
    const found = textIn(recordIn(view, 'indicator', id), 'name', locale);
    return found === undefined ? t('record.not-visible') : format.text(found.text, found.lang);
  };
  const organisation = (id: string): string => actorName(view, id) ?? t('record.not-visible');
  const period = (each: string): string => periodName(each, locale);
  const value = (revision: Pick<Revision, 'value' | 'unit'>): string =>
    format.quantity(Number(revision.value), revision.unit);
  const source = (revision: Revision): string => {
    const said = textOf(revision.source);
    return said === undefined
      ? t('figure.no-source')
      : t('figure.source-is', { source: format.text(/[.!?…]$/.test(said) ? said : `${said}.`) });
  };
  return {
    indicator: name,
    organisation,
    period,
    value,
    source,
    row: (state) => {
      const current = currentOf(state);
      const said = current === undefined ? '' : value(current);
      return t('figure.row', { indicator: name(state.indicator), value: said });
    },
    note: (state) => {
      const current = currentOf(state);
      return t('figure.row-note', {
        organisation: organisation(state.organisation),
        period: period(state.period),
        source: current === undefined ? '' : source(current),
      });
    },
  };
};

/** The unit in which an indicator is counted: that of its target, else of its baseline, else the one that was written. */
export const unitOf = (entity: RecordEntity | undefined): string =>
  valueOf(indicator, entity, 'target')?.unit ??
  valueOf(indicator, entity, 'baseline')?.unit ??
  valueOf(indicator, entity, 'unit') ??
  '';
