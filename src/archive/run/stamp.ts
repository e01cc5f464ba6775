import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPackage } from '../../base/installed.js';
import { type Manifest, manifest, version } from '../../base/version.js';

/** The folder that holds src/, extractors/ and schemas/, built or not. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Parts of the code that cannot change what is read out of a document: how it is run, written, drawn, stored. */
const WITHOUT_EFFECT = ['archive', 'cli', 'compare', 'draw', 'emit', 'picture', 'review', 'triage', 'workers'].map(
  (folder) => path.join('src', folder) + path.sep,
);
const FILES_WITHOUT_EFFECT = ['src/base/text-table', 'src/base/width', 'src/cli', 'src/index', 'src/pipeline/kept-source'].map(
  path.normalize,
);

/** Files of those folders that shape what the store keeps of a document, so that they count: its rows, its key figures, its units. */
const FILES_WITH_EFFECT = [
  'src/archive/across/bases',
  'src/archive/across/key-figures',
  'src/archive/across/told',
  'src/archive/across/units',
  'src/archive/store/indicators',
  'src/archive/store/rows',
  'src/emit/tidy',
].map(path.normalize);

const PAGES = path.normalize('src/pipeline/pages');

/** Packages that cannot change a result either. One that is not listed counts: better to read an archive once too often. */
export const PACKAGES_WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'cli-progress',
  'commander',
  'csv-parse',
  'get-east-asian-width',
  'hyparquet-writer',
  'ipaddr.js',
  'libsql',
  'p-limit',
  'pg',
  'pg-boss',
  'pgpass',
  'proper-lockfile',
  'tinyglobby',
]);

/** The part of tesseract.js that reads. tesseract.js asks for a range of versions: which one it gets is decided when it is installed. */
const TESSERACT = 'tesseract.js';
const TESSERACT_ENGINE = 'tesseract.js-core';

/**
 * What a document's result was made by: this version, and the hash of everything that shapes a result, which is the code that reads,
 * rebuilds, names and checks, the forms, the schema and code books, and the exact versions of the packages, those of OCR as they are
 * installed, or that they are not. Two builds with the same stamp give the same result; a result with another stamp is made again.
 */
export function resultStamp(ocr: string, { version, ...packages }: Manifest = manifest, find = findPackage): string {
  const optional = installed(Object.keys(packages.optionalDependencies), find);
  return `${version}+${hashOf(resultFiles(), [...pinned(packages), ...optional])} ocr=${ocr}`;
}

/**
 * What stage 1 of a document is made by: the code that reads, the words that OCR completes letters to, the packages, and the option. Where only
 * the code behind it has changed, the pages of a scan are those that it was read to before.
 */
export function readingStamp(ocr: string, words: readonly string[], { version: _, ...packages }: Manifest = manifest): string {
  const optional = installed(Object.keys(packages.optionalDependencies), findPackage);
  return `${hashOf(readingFiles(), [...pinned(packages), ...optional, ...words])} ocr=${ocr}`;
}

/** `name@version` of the packages that can change a result, sorted. */
function pinned({ dependencies, optionalDependencies }: Omit<Manifest, 'version'>): string[] {
  return Object.entries({ ...dependencies, ...optionalDependencies })
    .filter(([name]) => !PACKAGES_WITHOUT_EFFECT.has(name))
    .map(([name, exact]) => `${name}@${exact}`)
    .sort();
}

/** `name=version` of packages that may be missing, and of the engine within tesseract.js; `name=none` where one is not installed. */
function installed(names: readonly string[], find: typeof findPackage): string[] {
  const found = new Map(names.map((name) => [name, find(name)]));
  const tesseract = found.get(TESSERACT);
  if (tesseract) found.set(TESSERACT_ENGINE, find(TESSERACT_ENGINE, tesseract.folder));
  return [...found].map(([name, one]) => `${name}=${one?.version ?? 'none'}`).sort();
}

/**
 * What documents are compared by: this version, the code that compares them, what families declare, and what departments are also called.
 * @param departments the user's table of that, as it is
 */
export function acrossStamp(departments = ''): string {
  return `${version}+${hashOf(acrossFiles(), [departments])}`;
}

function hashOf(files: readonly string[], words: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${withoutExtension(file)}\0`).update(readFileSync(path.join(ROOT, file)));
  for (const word of words) hash.update(`${word}\0`);
  return hash.digest('hex').slice(0, 12);
}

function acrossFiles(): string[] {
  return [path.join('src', 'archive', 'across'), 'extractors', path.join('src', 'base'), path.join('src', 'books'), 'schemas'].flatMap(
    sourcesIn,
  );
}

/** The files that shape what stage 1 makes of a document, the words apart that OCR knows. */
export function readingFiles(): string[] {
  const folders = ['base', 'model', 'read'].map((folder) => path.join('src', folder));
  return [...folders.flatMap(sourcesIn), ...sourcesIn(path.join('src', 'pipeline')).filter((file) => withoutExtension(file) === PAGES)];
}

/** The files that shape a result, from the folder that holds src/, sorted by folder. */
export function resultFiles(): string[] {
  return ['src', 'extractors', 'schemas'].flatMap(sourcesIn).filter((file) => {
    const name = withoutExtension(file);
    if (FILES_WITH_EFFECT.includes(name)) return true;
    return !FILES_WITHOUT_EFFECT.includes(name) && !WITHOUT_EFFECT.some((folder) => file.startsWith(folder));
  });
}

/** Built or not, a file has one name. */
const withoutExtension = (file: string) => file.replace(/\.[jt]s$/, '');

/** Code and code books below a folder, from ROOT, sorted. */
function sourcesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js|tsv)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .sort();
}
