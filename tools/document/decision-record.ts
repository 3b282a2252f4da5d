import type { Finding } from '../report/report.ts';
import type { SourceFile } from '../source/source-tree.ts';

const SECTIONS = ['## Context', '## Options', '## Decision', '## Consequences'];
const STATUS = /^Status: (?:accepted|superseded by \[\d{4}\]\(\d{4}-[a-z0-9-]+\.md\)), \d{4}-\d{2}-\d{2}\.$/m;
const MOST_LINES = 80;

function problemsOf({ path, text }: SourceFile, expected: string): readonly string[] {
  const number = path.split('/').at(-1)?.slice(0, 4) ?? '';
  const places = SECTIONS.map((section) => text.indexOf(`\n${section}\n`));
  const ordered = places.every((place, index) => place > (places[index - 1] ?? 0));
  return [
    ...(number === expected ? [] : [`the number should be ${expected}: records are numbered without gaps`]),
    ...(text.startsWith(`# ${number}. `) ? [] : [`the title should be "# ${number}. What was decided"`]),
    ...(STATUS.test(text)
      ? []
      : ['a line "Status: accepted, 2026-11-22." (or superseded by [0001](0001-x.md)) is missing']),
    ...(ordered ? [] : [`the sections should be, in this order: ${SECTIONS.join(', ')}`]),
    ...(text.split('\n').length > MOST_LINES ? [`a record is one page: at most ${MOST_LINES} lines`] : []),
  ];
}

/** Decision records that are not well formed: number, title, status, the four sections in order, one page. */
export function malformedRecords(records: readonly SourceFile[]): readonly Finding[] {
  return records.flatMap((record, index) => {
    const expected = String(index + 1).padStart(4, '0');
    return problemsOf(record, expected).map((message) => ({ path: record.path, message }));
  });
}
