import { posix } from 'node:path';
import type { Finding } from '../report/report.ts';
import type { SourceFile } from '../source/source-tree.ts';

const LINK = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```/g, (block) => block.replace(/[^\n]/g, ' ')).replace(/`[^`\n]*`/g, '');
}

/** The anchors of a document: its headings as GitHub and most viewers write them. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...withoutCode(text).matchAll(/^#{1,6}\s+(.+)$/gm)].map((match) => match[1] ?? '');
  const slug = (heading: string) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
  return new Set(headings.map(slug));
}

/** Links between documents that lead nowhere: to a missing file, or to a heading that is not there. */
export function deadLinks(documents: readonly SourceFile[], paths: ReadonlySet<string>): readonly Finding[] {
  const texts = new Map(documents.map(({ path, text }) => [path, text]));
  const isLive = (from: string, target: string) => {
    const [file = '', anchor] = decodeURI(target).split('#');
    const path =
      file === '' ? from : posix.normalize(posix.join(posix.dirname(from), file)).replace(/\/$/, '');
    const isFolder = [...paths].some((one) => one.startsWith(`${path}/`));
    if (!paths.has(path) && !isFolder && path !== '.') return false;
    const text = texts.get(path);
    return !anchor || text === undefined || anchorsOf(text).has(anchor);
  };
  return documents.flatMap(({ path, text }) =>
    withoutCode(text)
      .split('\n')
      .flatMap((line, index) =>
        [...line.matchAll(LINK)]
          .map((match) => match[1] ?? '')
          .filter((target) => !ELSEWHERE.test(target) && !isLive(path, target))
          .map((target) => ({ path, line: index + 1, message: `the link to ${target} leads nowhere` })),
      ),
  );
}
