import type { Report } from '../report/report.ts';
import { pathsBelow, readTree } from '../source/source-tree.ts';
import { avoidedWords, avoidedWordsUsed } from './avoided-word.ts';
import { malformedRecords } from './decision-record.ts';
import { unexplainedDependencies } from './dependency-list.ts';
import { deadLinks } from './link.ts';

/** Where the words of the interface are written: the catalogues, and the labels of the declarations. */
function isCatalogue(path: string): boolean {
  return /^(?:web|server|domain)\/src\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path);
}

/** All documents of the project: links, decision records, reasons for dependencies, words of the glossary. */
export function checkDocuments(root: string, floor: number): Report {
  const documents = readTree(root, (path) => path.endsWith('.md'));
  const manifests = readTree(root, (path) => path === 'package.json' || /^[a-z]+\/package\.json$/.test(path));
  const records = documents.filter(({ path }) => /^docs\/decisions\/\d/.test(path));
  const textOf = (path: string) => documents.find((one) => one.path === path)?.text ?? '';
  const avoided = avoidedWords(textOf('docs/glossary.md'));
  const catalogues = readTree(root, isCatalogue);
  const findings = [
    ...deadLinks(documents, new Set(pathsBelow(root))),
    ...malformedRecords(records),
    ...unexplainedDependencies(manifests, textOf('docs/dependencies.md')),
    ...avoidedWordsUsed(catalogues, avoided),
    ...(avoided.length > 0 ? [] : [{ path: 'docs/glossary.md', message: 'no words to avoid could be read' }]),
  ];
  const notes = [
    `${documents.length} documents, ${records.length} decision records, ${avoided.length} words to avoid`,
  ];
  return { findings, read: documents.length, floor, notes };
}
