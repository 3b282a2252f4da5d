import type { ReactNode } from 'react';

// Strokes on a 20 × 20 grid, in ink. No path here may repeat a sector's shape or a rating's stroke.
const PATHS = {
  today: 'M10 3a7 7 0 1 0 0 14a7 7 0 0 0 0-14M10 8.5v3M8.5 10h3',
  meeting: 'M3 4h14v9.5H9L5.5 17v-3.5H3z',
  phases: 'M11.5 3.2a7 7 0 1 1-4.5 .45',
  more: 'M3 5h14M3 10h14M3 15h14',
  search: 'M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M12.6 12.6L17 17',
  pennant: 'M4.5 18V2.5M4.5 3.5L16 7l-11.5 3.5',
  pen: 'M3.5 16.5l1-4L13.8 3.2l3 3L7.5 15.5zM11.8 5.2l3 3',
  seat: 'M6 3h8v6H6zM4 9v5h12V9M5.5 14v3.5M14.5 14v3.5',
  people:
    'M7 9.5a3 3 0 1 0 0-6a3 3 0 0 0 0 6M2 17c0-3 2-5 5-5s5 2 5 5M13 9a2.5 2.5 0 1 0-.5-5M14 12c2.5 .3 4 2.2 4 5',
  document: 'M5 2.5h7l3.5 3.5v11.5H5zM8 9.5h5M8 13h5',
  conflict: 'M3 3h9v9H3zM8 12v5h9V8h-5',
  received: 'M3.5 10.5l4 4l9-9.5',
  waiting: 'M10 17V6M5.5 10.5L10 6l4.5 4.5M4 3h12',
  sending: 'M10 17V6M5.5 10.5L10 6l4.5 4.5',
  offline: 'M8 3.3a7 7 0 0 0-3 11.5M12 16.7a7 7 0 0 0 3-11.5',
  returned: 'M4 7h8.5a4 4 0 0 1 0 8H8M7.5 3.5L4 7l3.5 3.5',
  update: 'M10 3v11M5.5 9.5L10 14l4.5-4.5M4 17h12',
  hidden: 'M2.5 8c3.5 5 11.5 5 15 0M5 11l-1.5 2.5M10 12v3M15 11l1.5 2.5',
  readOnly: 'M3.5 16.5l1-4L13.8 3.2l3 3L7.5 15.5zM3 3l14 14',
  clock: 'M10 3a7 7 0 1 0 0 14a7 7 0 0 0 0-14M10 6v4.2l3 1.8',
  ended: 'M10 3a7 7 0 1 0 0 14a7 7 0 0 0 0-14M10 5.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9',
  language: 'M3 5h9M7.5 3v2M10.5 5c-.8 3.5-3.5 6.5-7 8M5 8c1 2 3 4 5 5M10 17l3.5-8.5L17 17M11.2 14.5h4.6',
  close: 'M5 5l10 10M15 5L5 15',
  down: 'M5 7.5l5 5l5-5',
  filter: 'M3 5h14M6 10h8M8.5 15h3',
  link: 'M8 12l4-4M9 5.5l1.5-1.5a3.5 3.5 0 0 1 5 5L14 10.5M11 14.5L9.5 16a3.5 3.5 0 0 1-5-5L6 9.5',
  file: 'M10 14V4M6 8l4-4l4 4M3.5 13v4h13v-4',
  lock: 'M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9',
  agree: 'M3 9h3v8H3zM6 9.5L9.5 3c1.5 0 2.2 1 2 2.3L11 8h4.5c1 0 1.7 .9 1.5 1.9L15.8 16c-.15 .6-.7 1-1.3 1H6',
  reservations: 'M3 4h14v9.5H9L5.5 17v-3.5H3zM7 8.8h.01M10 8.8h.01M13 8.8h.01',
  standAside: 'M4 3v14M8 10h9M13.5 6.5L17 10l-3.5 3.5',
  block: 'M2.5 7h15v4h-15zM5 11v6M15 11v6M5 7V4M15 7V4M6 11l4-4M11 11l4-4',
} as const;

/** Every sign the interface draws besides sector shapes and rating strokes. */
export type IconName = keyof typeof PATHS;

/** A decorative sign beside a word; hidden from assistive technology, so the word must say everything. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): ReactNode {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
