import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import css from './sector-shape.module.css';

/** The four sectors and the rest. */
export type Sector = 'state' | 'private' | 'civilSociety' | 'science' | 'other';

/** Every sector, in the order it is shown. */
export const SECTORS: readonly Sector[] = ['state', 'private', 'civilSociety', 'science', 'other'];

const OUTLINES: Readonly<Record<Sector, string>> = {
  state: 'M3 3h14v14H3z',
  private: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15z',
  civilSociety: 'M10 2.5L18 17H2z',
  science: 'M10 1.5L18.5 10L10 18.5L1.5 10z',
  other: 'M6 3h8l4 7l-4 7H6l-4-7z',
};

/** Outline of a sector's shape on a 20 × 20 grid, for drawings. */
export const sectorOutline = (sector: Sector): string => OUTLINES[sector];

/** Props of {@link SectorShape}. */
export interface SectorShapeProps {
  readonly sector: Sector;
  /** A missing voice: the same shape, dashed. */
  readonly missing?: boolean;
  readonly size?: number;
}

/** The solid shape of a sector; decorative, so a word must stand beside it ({@link SectorLabel}). */
export function SectorShape({ sector, missing = false, size = 14 }: SectorShapeProps): ReactNode {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      className={css['shape']}
      data-sector={sector}
      data-missing={missing}
      focusable="false"
    >
      <path d={OUTLINES[sector]} />
    </svg>
  );
}

/** Shape and word of a sector: « ▲ Société civile ». */
export function SectorLabel({ sector, missing = false }: Omit<SectorShapeProps, 'size'>): ReactNode {
  const t = useText();
  const name = t(`ui.sector.${sector}`);
  return (
    <span className={css['label']}>
      <SectorShape sector={sector} missing={missing} />
      {missing ? t('ui.sector.missing', { sector: name }) : name}
    </span>
  );
}
