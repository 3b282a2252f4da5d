import { LINE } from './map-label.ts';
import { mapCenter, polar, RADIUS, wedgeOf } from './map-layout.ts';
import { lineTo } from './map-line.ts';
import { nameSpot, type Picture, placeIn, RINGS, ringSpot, shapeAt } from './map-picture.ts';

/** The words that a drawing outside of the app brings with it. */
export interface MapWords {
  readonly title: string;
  /** « Carte partagée, 3 avril 2026 ». */
  readonly note: string;
  readonly sectors: { readonly [sector: string]: string };
  readonly rings: { readonly [ring: string]: string };
  /** The names behind the numbers of the drawing, in their order. */
  readonly numbered: readonly string[];
}

/** The light colours of the app: paper is light wherever it is printed. */
const COLOR: { readonly [name: string]: string } = {
  state: '#4d5782',
  private: '#a1580f',
  civilSociety: '#8b184d',
  science: '#2f7673',
  other: '#6d6d52',
};
const STYLE = `text{font-family:'Source Sans 3',system-ui,sans-serif;font-size:18px;fill:#1e2226;text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-width:4;stroke-linejoin:round}
.soft{fill:#5c6369;font-size:15px}.strong{font-weight:600}.start{text-anchor:start}
.ring,.axis,.link,.leader{fill:none;stroke:#cfc9bc}.ring{stroke-width:1.5}.axis{stroke-dasharray:3 5}
.link,.leader{stroke:#7d776b}.leader{stroke-width:1.25}
.missing{fill:#fff;stroke-width:2;stroke-dasharray:3 3}.card{fill:#fff;stroke:#7d776b;stroke-dasharray:4 4}`;

const ESCAPES: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as it may stand in XML: control signs go, since no XML may hold them. */
export const xmlText = (text: string): string =>
  [...text]
    .filter((sign) => sign >= ' ' || sign === '\t' || sign === '\n')
    .join('')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const textAt = (x: number, y: number, words: string, kind = ''): string =>
  `<text x="${Math.round(x)}" y="${Math.round(y)}"${kind === '' ? '' : ` class="${kind}"`}>${xmlText(words)}</text>`;

const groundOf = ({ wedges, zoom }: Picture, words: MapWords): readonly string[] => {
  if (wedges.length === 0) return [];
  const count = wedges.length;
  return [
    ...RINGS.map(
      (ring) =>
        `<circle class="ring" cx="${mapCenter.x * zoom}" cy="${mapCenter.y * zoom}" r="${RADIUS[ring] * zoom}"/>`,
    ),
    ...wedges.map((_, index) => {
      const to = polar(wedgeOf(index, count).start, RADIUS.concerned + 10);
      return `<path class="axis" d="M${mapCenter.x * zoom} ${mapCenter.y * zoom}L${to.x * zoom} ${to.y * zoom}"/>`;
    }),
    ...RINGS.map((ring) => {
      const { x, y } = ringSpot(ring, count, zoom);
      return textAt(x, y, words.rings[ring] ?? '', 'soft');
    }),
    ...wedges.map((sector, index) => {
      const { x, y } = nameSpot(index, count, zoom);
      const name = words.sectors[sector] ?? '';
      const mark = shapeAt(sector, { x: x - name.length * 4.9 - 15, y: y - 6 }, 7);
      return `<path d="${mark}" fill="${COLOR[sector]}"/>${textAt(x, y, name, 'strong')}`;
    }),
  ];
};

const labelsOf = (picture: Picture): readonly string[] =>
  picture.labels.map(({ index, label }) => {
    const x = (label.box.left + label.box.right) / 2;
    const lines = label.kind === 'number' ? [`${label.number}`] : label.lines;
    const leader =
      label.kind === 'led' ? `<path class="leader" d="${lineTo(placeIn(picture, index), label.from)}"/>` : '';
    return leader + lines.map((line, row) => textAt(x, label.box.top + LINE * (row + 1) - 5, line)).join('');
  });

/** The drawing itself, without the frame around it. */
export const drawingOf = (picture: Picture, words: MapWords): string =>
  [
    ...picture.lines.map(
      ({ width, opacity, d }) =>
        `<path class="link" stroke-width="${width}" stroke-opacity="${opacity}" d="${d}"/>`,
    ),
    ...groundOf(picture, words),
    ...picture.shapes.map(({ sector, missing, d }) =>
      missing
        ? `<path class="missing" stroke="${COLOR[sector]}" d="${d}"/>`
        : `<path fill="${COLOR[sector]}" stroke="#fff" d="${d}"/>`,
    ),
    ...labelsOf(picture),
  ].join('\n');

/** The names behind the numbers, in columns below a drawing. */
const legendOf = ({ numbered }: MapWords, top: number): { readonly svg: string; readonly height: number } => {
  const columns = 3;
  const rows = Math.ceil(numbered.length / columns);
  const svg = numbered
    .map((name, index) =>
      textAt(
        24 + (index % columns) * 236,
        top + 24 + Math.floor(index / columns) * 24,
        `${index + 1}  ${name.length > 24 ? `${name.slice(0, 23)}…` : name}`,
        'start',
      ),
    )
    .join('');
  return { svg, height: rows === 0 ? 0 : rows * 24 + 24 };
};

const HEAD = 64;

const fileOf = (size: string, viewBox: string, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${viewBox}"><style>${STYLE}</style><rect width="100%" height="100%" fill="#fff"/>${inside}</svg>`;

/** The drawing as a file that needs nothing beside it: title, note, rings, names and the legend of numbers. */
export const svgOf = (picture: Picture, words: MapWords): string => {
  const legend = legendOf(words, HEAD + picture.height);
  const height = HEAD + picture.height + legend.height;
  return fileOf(
    `width="${picture.width}" height="${height}"`,
    `0 0 ${picture.width} ${height}`,
    [
      textAt(24, 28, words.title, 'start strong'),
      textAt(24, 50, words.note, 'start soft'),
      `<g transform="translate(0 ${HEAD})">${drawingOf(picture, words)}</g>`,
      legend.svg,
    ].join('\n'),
  );
};

/** Paper for a workshop. */
export type Paper = 'A4' | 'A3' | 'A1';
/** Width and height of each paper, lying, in millimetres (ISO 216). */
export const PAPERS: { readonly [paper in Paper]: readonly [width: number, height: number] } = {
  A4: [297, 210],
  A3: [420, 297],
  A1: [841, 594],
};

/** Words of the blank cards: what is written on each. */
export interface CardWords {
  readonly cards: string;
  readonly lines: readonly string[];
}

const CARD = { width: 84, height: 40, gap: 4 } as const;

/** Cards of 84 × 40 mm to cut out and to place, in the space right of the rings; on A4 there is room for fewer. */
const cardsOf = (words: CardWords, left: number, [width, height]: readonly [number, number]): string => {
  const columns = Math.max(1, Math.floor((width - left - CARD.gap) / (CARD.width + CARD.gap)));
  const rows = Math.floor((height - 24) / (CARD.height + CARD.gap));
  const cards = Array.from({ length: columns * rows }, (_, index) => {
    const x = left + (index % columns) * (CARD.width + CARD.gap);
    const y = 18 + Math.floor(index / columns) * (CARD.height + CARD.gap);
    const lines = words.lines.map((line, row) => {
      const at = y + 10 + row * 11;
      return `<text class="start soft small" x="${x + 3}" y="${at}">${xmlText(line)}</text><path class="ring thin" d="M${x + 26} ${at + 1}H${x + CARD.width - 3}"/>`;
    });
    return `<rect class="card thin" x="${x}" y="${y}" width="${CARD.width}" height="${CARD.height}" rx="2"/>${lines.join('')}`;
  });
  return `<text class="start soft small" x="${left}" y="14">${xmlText(words.cards)}</text>${cards.join('')}`;
};

/** A sheet for the workshop: the rings as large as the paper allows, and blank cards beside them. Units are millimetres. */
export const sheetOf = (
  picture: Picture,
  words: MapWords,
  more: CardWords & { readonly paper: Paper },
): string => {
  const [width, height] = PAPERS[more.paper];
  const scale = (height - 26) / picture.height;
  const left = 8 + picture.width * scale + 6;
  const small =
    '.small{font-size:4px;stroke-width:0}.head{font-size:6px;stroke-width:0}.thin{stroke-width:.3}';
  return fileOf(
    `width="${width}mm" height="${height}mm"`,
    `0 0 ${width} ${height}`,
    [
      `<style>${small}</style>`,
      `<text class="start strong head" x="8" y="10">${xmlText(words.title)}</text>`,
      `<text class="start soft small" x="8" y="16">${xmlText(words.note)}</text>`,
      `<g transform="translate(8 20) scale(${scale.toFixed(4)})">${drawingOf(picture, words)}</g>`,
      cardsOf(more, left, [width, height]),
      ...words.numbered
        .slice(0, 1)
        .map(
          () => `<text class="start soft small" x="8" y="${height - 3}">${xmlText(legendLine(words))}</text>`,
        ),
    ].join('\n'),
  );
};

const legendLine = ({ numbered }: MapWords): string =>
  numbered.map((name, index) => `${index + 1} ${name}`).join('   ');
