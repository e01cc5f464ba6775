import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Manifest, manifest, version } from '../../base/version.js';

/** The folder that holds src/, extractors/ and schemas/, built or not. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Parts of the code that cannot change what is read out of a document: how it is run, written, drawn, stored. */
const WITHOUT_EFFECT = ['archive', 'cli', 'draw', 'emit', 'picture', 'review', 'workers'].map(
  (folder) => path.join('src', folder) + path.sep,
);
const FILES_WITHOUT_EFFECT = [path.join('src', 'cli'), path.join('src', 'index')];

/** Packages that cannot either. One that is not listed counts: better to read an archive once too often. */
const PACKAGES_WITHOUT_EFFECT = new Set([
  'cli-progress',
  'commander',
  'csv-parse',
  'fast-png',
  'fflate',
  'get-east-asian-width',
  'hyparquet-writer',
  'libsql',
  'p-limit',
  'pg',
  'pg-boss',
  'tinyglobby',
]);

/**
 * What a document's result was made by: this version, and the hash of everything that shapes a result, which is the code that reads,
 * rebuilds, names and checks, the forms, the schema and code books, and the exact versions of the packages, those of OCR included. Two
 * builds with the same stamp give the same result; a result with another stamp is made again.
 */
export function resultStamp(ocr: string, { version, ...packages }: Manifest = manifest): string {
  return `${version}+${hashOf(resultFiles(), pinned(packages))} ocr=${ocr}`;
}

/** `name@version` of the packages that can change a result, sorted. */
function pinned({ dependencies, optionalDependencies }: Omit<Manifest, 'version'>): string[] {
  return Object.entries({ ...dependencies, ...optionalDependencies })
    .filter(([name]) => !PACKAGES_WITHOUT_EFFECT.has(name))
    .map(([name, exact]) => `${name}@${exact}`)
    .sort();
}

/** What documents are compared by: this version, the code that compares them, and what families declare. */
export function acrossStamp(): string {
  return `${version}+${hashOf(acrossFiles(), [])}`;
}

function hashOf(files: readonly string[], words: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.replace(/\.[jt]s$/, '')}\0`).update(readFileSync(path.join(ROOT, file)));
  for (const word of words) hash.update(`${word}\0`);
  return hash.digest('hex').slice(0, 12);
}

function acrossFiles(): string[] {
  return [...sourcesIn(path.join('src', 'archive', 'across')), ...sourcesIn('extractors'), ...sourcesIn(path.join('src', 'base'))];
}

function resultFiles(): string[] {
  return ['src', 'extractors', 'schemas']
    .flatMap(sourcesIn)
    .filter((file) => !WITHOUT_EFFECT.some((folder) => file.startsWith(folder)))
    .filter((file) => !FILES_WITHOUT_EFFECT.includes(file.replace(/\.[jt]s$/, '')));
}

/** Code and code books below a folder, from ROOT, sorted. */
function sourcesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js|tsv)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .sort();
}
