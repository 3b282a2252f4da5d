import type { FootLink } from './foot.tsx';

/** The doors at the foot of every page: help and the accessibility statement, and what is plain and signed there. */
export const useFoot = (): readonly FootLink[] => [
  { kind: 'help', href: '/help' },
  { kind: 'accessibility', href: '/accessibility' },
];
