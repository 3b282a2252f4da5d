import type { Finding, Report } from '../report/report.ts';

/** Names that say nothing about what is inside. */
const EMPTY_WORDS = ['util', 'utils', 'helper', 'helpers', 'manager', 'misc'];
const EMPTY_NAMES = new Set([...EMPTY_WORDS, 'common', 'shared', 'lib', 'stuff']);

/** Plural folders of the layout: each holds many of one kind. Every other folder is named by one thing. */
const PLURAL_FOLDERS = new Set([...['modules', 'engines', 'tools', 'samples', 'docs', 'decisions']]);

/** A room's folder is its address (`/p/{space}/meetings`): the word of the page, which may be plural. */
const NAMED_BY_ADDRESS = 'web/src/room/';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
const DOCUMENT = /^[A-Z][A-Z-]*(\.md)?$/;
const NUMBERED_RECORD = /^\d{4}-[a-z0-9-]+\.md$/;

function problemOfFile(name: string): string | undefined {
  if (DOCUMENT.test(name) || NUMBERED_RECORD.test(name) || name.startsWith('.')) return undefined;
  if (!KEBAB.test(name)) return `"${name}" is not kebab-case`;
  const [stem = ''] = name.split('.');
  const empty = EMPTY_NAMES.has(stem) ? stem : stem.split('-').find((word) => EMPTY_WORDS.includes(word));
  return empty && `"${empty}" says nothing; name the file after the one thing it holds`;
}

function problemOfFolder(name: string, place: string): string | undefined {
  if (name.startsWith('.')) return undefined;
  if (EMPTY_NAMES.has(name)) return `"${name}" says nothing; name the folder after what it is about`;
  if (!KEBAB.test(name)) return `folder "${name}" is not kebab-case`;
  if (place === `${NAMED_BY_ADDRESS}${name}`) return undefined;
  const plural = /[^s]s$/.test(name) && !/(us|is|ss)$/.test(name) && !PLURAL_FOLDERS.has(name);
  return plural ? `folder "${name}" is plural; a folder is named by one thing` : undefined;
}

/** Names of files and folders: kebab-case, singular, and never one of the words that say nothing. */
export function checkNames(paths: readonly string[], floor: number): Report {
  const found = new Map<string, Finding>();
  for (const path of paths) {
    const parts = path.split('/');
    parts.forEach((part, index) => {
      const isFile = index === parts.length - 1;
      const place = parts.slice(0, index + 1).join('/');
      const message = isFile ? problemOfFile(part) : problemOfFolder(part, place);
      if (message) found.set(place, { path: place, message });
    });
  }
  return { findings: [...found.values()], read: paths.length, floor, notes: [] };
}
