/** One package as the lockfile describes it; only what is read here. */
export type LockEntry = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

/** The part of `package-lock.json` that is read here: path in node_modules to entry. */
export type Lockfile = { readonly packages: Readonly<Record<string, LockEntry>> };

/** An optional package that the lockfile does not describe: `npm ci` refuses such a lockfile. */
export type MissingEntry = { readonly path: string; readonly entry: LockEntry };

const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/** The platform that a package of native code names itself after: `@x/y-linux-x64-musl` runs on Linux, x64, musl. */
export function platformOfName(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> | undefined {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) return undefined;
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return os === 'linux' ? { os: [os], cpu: [cpu], libc: [libc] } : { os: [os], cpu: [cpu] };
}

function isDescribed(lock: Lockfile, parent: string, name: string): boolean {
  for (let base = parent; ; base = base.slice(0, base.lastIndexOf('/node_modules/'))) {
    if (lock.packages[`${base}/node_modules/${name}`] !== undefined) return true;
    if (!base.includes('/node_modules/')) break;
  }
  return lock.packages[`node_modules/${name}`] !== undefined;
}

/**
 * The optional packages for other platforms that the lockfile leaves out. npm leaves them out when the registry
 * in use does not offer them; on any machine `npm ci` then refuses the lockfile as out of step.
 */
export function missingEntries(lock: Lockfile): readonly MissingEntry[] {
  const missing = new Map<string, LockEntry>();
  for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const platform = platformOfName(name);
      if (platform === undefined || isDescribed(lock, parent, name)) continue;
      const entry = { version, ...(dev ? { dev } : {}), optional: true, ...platform };
      missing.set(`node_modules/${name}`, entry);
    }
  }
  return [...missing].map(([path, entry]) => ({ path, entry }));
}

/** The same lockfile with the missing entries in their place, sorted as npm sorts them. */
export function completed(lock: Lockfile): Lockfile {
  const added = missingEntries(lock).map(({ path, entry }) => [path, entry] as const);
  const all = [...Object.entries(lock.packages), ...added];
  all.sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(all) };
}
