#!/usr/bin/env node
/**
 * The one door of the project: `node tablee.mjs <verb>`. It is plain JavaScript that any Node from 20 on can
 * run. It installs the dependencies when the lockfile changed, then goes on under the pinned Node of the npm
 * package `node`, which runs TypeScript without a build.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(fileURLToPath(import.meta.url));
const LOCKFILE = join(ROOT, 'package-lock.json');
const MODULES = join(ROOT, 'node_modules');
const INSTALL_STAMP = join(MODULES, '.tablee-install');
const BUILD_STAMP = join(MODULES, '.tablee-web-build');
const PINNED_NODE = join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const OLDEST_NODE = 20;

/** The pinned Node is one exact version, so its notes on features that may change in another say nothing here. */
const QUIET_NODE = ['--disable-warning=ExperimentalWarning'];

/** What the web app is built from: a change in any of these means a new build. */
const WEB_SOURCES = ['web', 'domain/src', 'domain/package.json', 'package-lock.json'];
const NOT_SOURCES = new Set(['dist', 'node_modules', '.tmp']);

/** Verb to script, with the arguments that come before those of the caller. */
const SCRIPTS = {
  start: ['server/src/main.ts'],
  test: ['tools/check/main.ts', 'full'],
  check: ['tools/check/main.ts', 'full'],
  'check:quick': ['tools/check/main.ts', 'quick'],
  bench: ['bench/main.ts'],
  cli: ['server/src/cli/main.ts'],
};

/** Stops with one sentence for a person; the caller of the command has nothing to gain from a stack. */
function stop(message) {
  process.stderr.write(`tablee: ${message}\n`);
  process.exit(1);
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

function readOr(path, fallback) {
  return existsSync(path) ? readFileSync(path, 'utf8') : fallback;
}

function fingerprintOfInstall() {
  return `${sha256(readFileSync(LOCKFILE))} ${process.platform} ${process.arch}`;
}

/**
 * True when what `npm install` left in node_modules is what the lockfile asks for, so that a developer who has
 * just added a dependency does not pay for a second, clean installation.
 */
function nodeModulesMatchLockfile() {
  const hidden = join(MODULES, '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(LOCKFILE, 'utf8')).packages ?? {};
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages ?? {};
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') || entry.link) return true;
    const found = present[path];
    if (!found) return entry.optional === true || entry.peer === true;
    return found.version === entry.version;
  });
}

/** The machine's own npm: the one that called us, else the one in the path without our own node_modules. */
function machineNpm() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  const own = join(MODULES, '.bin');
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = (process.env.PATH ?? '').split(separator).filter((part) => part !== own);
  const env = { ...process.env, PATH: path.join(separator) };
  if (cli && node && cli.endsWith('.js')) return { command: node, first: [cli], env, shell: false };
  return { command: 'npm', first: [], env, shell: process.platform === 'win32' };
}

function install() {
  process.stderr.write('Installing the dependencies (first start, or the lockfile changed) ...\n');
  const { command, first, env, shell } = machineNpm();
  // Only errors are shown: npm's notes on funding, audits and other packages' deprecations concern nobody who
  // only wants to start the program.
  const quiet = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'];
  const result = spawnSync(command, [...first, ...quiet], { cwd: ROOT, env, shell, stdio: ['ignore', 2, 2] });
  if (result.error)
    stop(
      `npm could not be started (${result.error.message}). Install Node ${OLDEST_NODE} or newer with npm.`,
    );
  if (result.status !== 0) stop('npm could not install the dependencies; its message stands above.');
  writeFileSync(INSTALL_STAMP, fingerprintOfInstall());
}

function ensureInstalled() {
  const wanted = fingerprintOfInstall();
  if (readOr(INSTALL_STAMP, '') === wanted && existsSync(PINNED_NODE)) return;
  if (existsSync(PINNED_NODE) && nodeModulesMatchLockfile()) writeFileSync(INSTALL_STAMP, wanted);
  else install();
  if (!existsSync(PINNED_NODE)) {
    stop(
      'the pinned Node is missing, because npm was told not to run install scripts. ' +
        'Run: npm rebuild node --ignore-scripts=false',
    );
  }
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap((entry) => {
    if (NOT_SOURCES.has(entry.name)) return [];
    const full = join(path, entry.name);
    return entry.isDirectory() ? filesBelow(full) : [full];
  });
}

function fingerprintOfWebSources() {
  const hash = createHash('sha256');
  for (const source of WEB_SOURCES) {
    const full = join(ROOT, source);
    const files = /\.json$/.test(source) ? [full] : filesBelow(full);
    for (const file of files.sort()) {
      hash
        .update(`${relative(ROOT, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** Builds the web app when its sources changed since the last build that succeeded. */
function ensureWebBuilt() {
  if (!existsSync(join(ROOT, 'web', 'index.html'))) return;
  const wanted = fingerprintOfWebSources();
  if (readOr(BUILD_STAMP, '') === wanted && existsSync(join(ROOT, 'web', 'dist', 'index.html'))) return;
  process.stderr.write('Building the web app (first start, or its sources changed) ...\n');
  const vite = join(MODULES, 'vite', 'bin', 'vite.js');
  const result = spawnSync(PINNED_NODE, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(ROOT, 'web'),
    env: { ...pinnedEnvironment(), NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) stop('the web app could not be built; the message stands above.');
  mkdirSync(dirname(BUILD_STAMP), { recursive: true });
  writeFileSync(BUILD_STAMP, wanted);
}

/** Child processes find the pinned Node and the tools of the project first. */
function pinnedEnvironment() {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = [dirname(PINNED_NODE), join(MODULES, '.bin'), process.env.PATH ?? ''].join(separator);
  return { ...process.env, PATH: path };
}

/** Runs a script under the pinned Node and ends as it ends: same exit code, same signals. */
function goOn(script, rest) {
  // The server keeps what was stripped of types once: told from outside, it never loads the stripper at all.
  const kept = script === SCRIPTS.start[0] ? { NODE_COMPILE_CACHE: join(MODULES, '.cache', 'compile') } : {};
  const child = spawn(PINNED_NODE, [...QUIET_NODE, join(ROOT, script), ...rest], {
    stdio: 'inherit',
    env: { ...kept, ...pinnedEnvironment() },
  });
  // A terminal sends Ctrl-C to the whole group: passing it on would make the child see it twice.
  const forward = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, forward);
  // npm runs its scripts in a shell that passes no signal on: when that shell is gone, the program was stopped.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== undefined) {
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      child.kill('SIGTERM');
    }, 250).unref();
  }
  child.on('error', (error) => stop(`the pinned Node could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function main() {
  const [verb = '', ...rest] = process.argv.slice(2);
  const known = [...Object.keys(SCRIPTS), 'build'];
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) stop(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}.`);
  if (!known.includes(verb)) stop(`unknown verb "${verb}". Known: ${known.join(', ')}`);
  ensureInstalled();
  if (verb === 'build' || verb === 'start') ensureWebBuilt();
  if (verb === 'build') return;
  const [file, ...first] = SCRIPTS[verb];
  goOn(file, [...first, ...rest]);
}

main();
