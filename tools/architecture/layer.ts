import type { IConfiguration } from 'dependency-cruiser';

/**
 * The layers of the project, as rules for dependency-cruiser. Each comment says where to go instead. They are
 * read by architecture.ts beside this file, whose test plants a violation of each rule.
 */
const TEST = String.raw`\.(test|journey|contract)\.tsx?$|/testing/`;

/** The rules and how imports are read: with swc, because the compiler of the project offers no interface to read them. */
export const LAYERS = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'The domain runs the same in Node and in the browser. Pass time, randomness, hashing and storage in as arguments; what needs a platform belongs to server/ or web/.',
      severity: 'error',
      from: { path: '^domain/src/', pathNot: TEST },
      to: {
        path: '.',
        pathNot:
          '^domain/|(^|/)node_modules/(zod|graphology[a-z-]*|d3-force)(/|$)|^(zod|graphology|d3-force)',
      },
    },
    {
      name: 'only-network-engine-draws-graphs',
      comment: 'graphology and d3-force are for domain/src/engines/network. Read what it exports instead.',
      severity: 'error',
      from: { path: '^domain/src/', pathNot: '^domain/src/engines/network/' },
      to: { path: '(^|/)(graphology[a-z-]*|d3-force)(/|$)' },
    },
    {
      name: 'web-never-reads-server',
      comment: 'Both sides speak through domain/src/protocol: put the shared shape there.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-never-reads-web',
      comment: 'Both sides speak through the domain: put what both need there.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^web/' },
    },
    {
      name: 'no-circle-of-imports',
      comment:
        'Move what both files need into a third, or give one of them what it needs as an argument. Types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-by-its-face',
      comment:
        'Server and web read the domain through its package subpaths (@tablee/domain/kernel and so on): export there what is missing.',
      severity: 'error',
      from: { path: '^(server|web)/src/', pathNot: TEST },
      to: { path: '^domain/src/', pathNot: '^domain/src/([^/]+|engines/[^/]+|modules/[^/]+)/index\\.ts$' },
    },
    {
      name: 'module-by-its-face',
      comment: 'A module or engine of the domain is read through its index.ts: export there what is missing.',
      severity: 'error',
      from: { path: '^domain/src/(modules|engines)/([^/]+)/', pathNot: TEST },
      to: { path: '^domain/src/(modules|engines)/[^/]+/.', pathNot: ['^domain/src/$1/$2/', '/index\\.ts$'] },
    },
    {
      name: 'kernel-knows-no-module',
      comment:
        'Modules build on the kernel, never the reverse: pass what the kernel needs in through the registry.',
      severity: 'error',
      from: { path: '^domain/src/kernel/', pathNot: TEST },
      to: { path: '^domain/src/(modules|engines|protocol|framework)/' },
    },
    {
      name: 'testing-only-in-tests',
      comment: 'What domain/src/testing gives is for tests. Move it into the code if the code needs it.',
      severity: 'error',
      from: { pathNot: `${TEST}|^(e2e|bench|samples|tools)/` },
      to: { path: '/testing/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Move what is shared between tests into a file of its own beside them.',
      severity: 'error',
      from: {},
      to: { path: String.raw`\.(test|journey)\.tsx?$` },
    },
    {
      name: 'room-knows-no-other-room',
      comment:
        'Rooms meet in web/src/app only: link to the other room by its address, or move what both show to a folder of its own, such as web/src/paper.',
      severity: 'error',
      from: { path: '^web/src/room/([^/]+)/' },
      to: { path: '^web/src/room/', pathNot: '^web/src/room/$1/' },
    },
    {
      name: 'ui-knows-no-partnership',
      comment: 'web/src/ui could ship in another product: pass data and callbacks in as properties.',
      severity: 'error',
      from: { path: '^web/src/ui/', pathNot: '^web/src/ui/gallery/' },
      to: { path: '^(domain|web/src)/', pathNot: '^web/src/(ui|locale)/|^domain/src/text/' },
    },
    {
      name: 'only-app-opens-rooms',
      comment: 'Only web/src/app loads rooms.',
      severity: 'error',
      from: { path: '^web/src/', pathNot: `^web/src/(app|room)/|${TEST}` },
      to: { path: '^web/src/room/' },
    },
    {
      name: 'database-only-in-ledger',
      comment:
        'Speak to the store through the port of server/src/ledger. The adapters in a folder named sqlite are the exceptions.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: `^server/src/ledger/|/sqlite/|${TEST}` },
      to: { path: '^(node:)?sqlite$|(^|/)pg(/|$)' },
    },
    {
      name: 'nothing-unresolved',
      comment:
        'The import leads nowhere: mend the path, or add the package to the package.json of this workspace.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'no-tool-in-shipped-code',
      comment: 'Shipped code may use the dependencies of its own workspace, never a tool of the root.',
      severity: 'error',
      from: { path: '^(domain|server|web)/src/', pathNot: `${TEST}|^web/src/[a-z-]+/build/` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], path: 'node_modules' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(domain|server|web)/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'browser', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
} as const satisfies IConfiguration;
