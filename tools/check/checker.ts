import { checkArchitecture } from '../architecture/architecture.ts';
import { checkDocstrings } from '../docstring/docstring.ts';
import { checkDocuments } from '../document/document.ts';
import { checkNames } from '../name/name.ts';
import { checkPurity } from '../purity/purity.ts';
import type { Report } from '../report/report.ts';
import { checkSize, type Longest } from '../size/size.ts';
import { isCode, isTest, pathsBelow, readTree } from '../source/source-tree.ts';
import { checkSpecs } from '../spec/spec.ts';
import { type Allowance, checkSuppressions } from '../suppression/suppression.ts';

/** Fewer files than these mean that a checker no longer reads what it should. Raised as the project grows. */
const FLOOR = {
  code: 1_500,
  names: 1_700,
  specs: 290,
  shipped: 1_250,
  documents: 95,
  modules: 1_500,
  domain: 380,
} as const;

/** What the project holds today; may only fall. */
const ALLOWANCE: Allowance = { suppressions: 0, casts: 60 };

/** How many are longer than asked for; may only fall. */
const LONGEST: Longest = { file: 20, testFile: 5, function: 27, component: 2, parameters: 227 };

const OUR_FOLDERS = /^(?:domain|server|web|tools|e2e|bench|samples|docs)\//;

/** The checkers of the project's own rules, by the name a person calls them. */
export const CHECKERS: Readonly<Record<string, (root: string) => Promise<Report>>> = {
  architecture: (root) => checkArchitecture(root, FLOOR.modules),
  names: async (root) => {
    const paths = pathsBelow(root).filter(
      (path) => OUR_FOLDERS.test(path) && !path.startsWith('web/public/'),
    );
    return checkNames(paths, FLOOR.names);
  },
  sizes: async (root) => checkSize(readTree(root, isCode), FLOOR.code, LONGEST),
  rules: async (root) => {
    const specs = readTree(root, (path) => path.endsWith('/SPEC.md'));
    const tests = readTree(root, (path) => isCode(path) && /\.(test|journey)\.tsx?$/.test(path));
    return checkSpecs(specs, tests, FLOOR.specs);
  },
  docstrings: async (root) => {
    const shipped = readTree(root, (path) => isCode(path) && !/\.(test|journey)\.tsx?$/.test(path));
    return checkDocstrings(shipped, FLOOR.shipped);
  },
  purity: async (root) => {
    const domain = readTree(root, (path) => path.startsWith('domain/src/') && isCode(path) && !isTest(path));
    return checkPurity(domain, FLOOR.domain);
  },
  suppressions: async (root) => {
    const files = readTree(root, (path) => isCode(path) && !/^tools\/suppression\//.test(path));
    return checkSuppressions(files, ALLOWANCE, FLOOR.code);
  },
  documents: async (root) => checkDocuments(root, FLOOR.documents),
};
