#!/usr/bin/env node
/**
 * Compiles src/, extractors/, schemas/ and bench/ to dist/, and copies what is not TypeScript (code books, schemas) beside
 * it. Run as a program it always builds; `buildIfStale` builds only when a source has changed.
 *
 * Several processes may do so at once: one builds, the others wait. Files are moved into dist/ one by one, each
 * whole, so that a program that runs from dist/ meanwhile never meets a missing or half-written module.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const DIST = path.join(ROOT, 'dist');
const FOLDERS = ['src', 'extractors', 'schemas', 'bench'];
const SETTINGS = ['tsconfig.json', 'tsconfig.page.json', 'package.json'];
/** The programs and the page of `juesuan review`, which runs in a browser. */
const PROJECTS = ['tsconfig.json', 'tsconfig.page.json'];

/** Holds the fingerprint of the sources that dist/ was made from. Written last. */
const STAMP = path.join(DIST, '.built');
/** Holds the process id of the process that builds. */
const LOCK = path.join(DIST, '.lock');
/** ms between two looks at the lock of another process. */
const LOOK_EVERY = 100;

/** False where the compiler is not installed, as after `npm ci --omit=dev`. */
export function canBuild() {
  return fs.existsSync(path.join(ROOT, 'tsconfig.json')) && compiler() !== null;
}

/** @throws Error when the sources do not compile; the compiler has told why on stderr. */
export async function buildIfStale() {
  if (isFresh()) return;
  await withLock(() => isFresh() || build());
}

function isFresh() {
  return fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === fingerprint();
}

function build() {
  const made = fingerprint();
  for (const name of fs.readdirSync(DIST)) if (name.startsWith('.new-')) fs.rmSync(path.join(DIST, name), { recursive: true });
  const fresh = path.join(DIST, `.new-${process.pid}`);
  compile(fresh);
  copyAssets(fresh);
  moveFiles(fresh, DIST);
  fs.writeFileSync(STAMP, made);
}

/** @param {string} outDir */
function compile(outDir) {
  const tsc = compiler();
  if (tsc === null) throw new Error('TypeScript is not installed: run npm ci.');
  for (const project of PROJECTS) {
    // The compiler's messages go to stderr: stdout belongs to the data of whoever called us.
    const { status } = spawnSync(process.execPath, [tsc, '--project', path.join(ROOT, project), '--outDir', outDir, '--noEmitOnError'], {
      stdio: ['ignore', 2, 2],
    });
    if (status === 0) continue;
    fs.rmSync(outDir, { recursive: true, force: true });
    throw new Error('The sources do not compile.');
  }
}

/** @returns {string | null} */
function compiler() {
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  } catch {
    return null;
  }
}

/** @param {string} outDir */
function copyAssets(outDir) {
  for (const file of FOLDERS.flatMap(filesBelow)) {
    if (file.endsWith('.ts')) continue;
    fs.mkdirSync(path.dirname(path.join(outDir, file)), { recursive: true });
    fs.copyFileSync(path.join(ROOT, file), path.join(outDir, file));
  }
}

/** Moves every file to its place, then removes what the new build no longer has. @param {string} from @param {string} to */
function moveFiles(from, to) {
  const isHidden = (/** @type {string} */ file) => file.startsWith('.');
  const files = list(from);
  for (const file of files) {
    fs.mkdirSync(path.dirname(path.join(to, file)), { recursive: true });
    fs.renameSync(path.join(from, file), path.join(to, file));
  }
  fs.rmSync(from, { recursive: true });
  for (const file of list(to)) if (!isHidden(file) && !files.includes(file)) fs.rmSync(path.join(to, file));
}

/** What tells two states of the sources apart: names, sizes, times. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [...SETTINGS, ...FOLDERS.flatMap(filesBelow)]) {
    const { size, mtimeMs } = fs.statSync(path.join(ROOT, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} folder @returns paths from ROOT, sorted */
function filesBelow(folder) {
  return fs.existsSync(path.join(ROOT, folder)) ? list(path.join(ROOT, folder)).map((file) => path.join(folder, file)) : [];
}

/** @param {string} folder @returns the files below it, relative to it, sorted */
function list(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** @param {() => void} action */
async function withLock(action) {
  fs.mkdirSync(DIST, { recursive: true });
  while (!takeLock()) {
    await setTimeout(LOOK_EVERY);
  }
  try {
    action();
  } finally {
    fs.rmSync(LOCK, { force: true });
  }
}

function takeLock() {
  try {
    fs.writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (isAbandoned(LOCK)) fs.rmSync(LOCK, { force: true });
    return false;
  }
}

/** True when the process that took the lock has ended without giving it back. @param {string} lock */
function isAbandoned(lock) {
  try {
    const owner = Number(fs.readFileSync(lock, 'utf8'));
    // An empty file: its owner is about to write its id.
    if (owner > 0) process.kill(owner, 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await withLock(build);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
