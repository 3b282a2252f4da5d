import { defineConfig } from 'vitest/config';

const FOLDERS = '{domain/src,server/src,web/src,tools,bench,samples}';
const CONTRACT = '**/*.contract.test.{ts,tsx}';

/** Tests beside the source. `contract` holds those that drive a real store or service through its port. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${FOLDERS}/**/*.test.{ts,tsx}`],
          exclude: [CONTRACT, '**/node_modules/**'],
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          name: 'contract',
          include: [`${FOLDERS}/${CONTRACT}`],
          exclude: ['**/node_modules/**'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
