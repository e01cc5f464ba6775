import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { isCorrectionsPath } from '../corrections/file.js';
import { isDocumentName, stemOf } from '../read/containers.js';
import { UsageError } from './usage.js';

/** A file to extract, and where its results go: a path below the output folder, without an extension. */
export interface Input {
  readonly path: string;
  readonly stem: string;
  /** What the document is called, where its path does not say it: it was unpacked. */
  readonly name?: string;
}

/**
 * Files as they are; of a folder every document below it, mirrored; of a glob the files it matches, as if the shell had written
 * them out. A file that is named twice counts once. In the order of the arguments, then by path.
 * @throws UsageError where an argument leads to nothing
 */
export async function findInputs(args: readonly string[]): Promise<Input[]> {
  const found = await Promise.all(args.map(inputsOf));
  const inputs = new Map<string, Input>();
  for (const input of found.flat()) if (!inputs.has(path.resolve(input.path))) inputs.set(path.resolve(input.path), input);
  if (inputs.size === 0) throw new UsageError(`no document found in ${args.join(', ')}`);
  return [...inputs.values()];
}

async function inputsOf(arg: string): Promise<Input[]> {
  const status = await statIfThere(arg);
  if (status?.isDirectory()) return (await documentsBelow(arg)).map((file) => ({ path: path.join(arg, file), stem: stemOf(file) }));
  if (status) return [flat(arg)];
  const matches = isDynamicPattern(arg) ? await matchesOf(arg) : [];
  if (matches.length === 0) throw new UsageError(`no such file or folder: ${arg}`);
  return matches.map(flat);
}

/** A single file's results lie in the output folder itself. */
function flat(file: string): Input {
  return { path: file, stem: stemOf(path.basename(file)) };
}

/**
 * Paths relative to `folder`, sorted. Names that begin with a dot are left out: what a Mac writes beside a document is named
 * as the document, with `._` before it.
 * Links to files are followed, links to folders are not: they can run in a circle.
 */
async function documentsBelow(folder: string): Promise<string[]> {
  const entries = await orUnusable(folder, readdir(folder, { recursive: true, withFileTypes: true }));
  const files = entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && isDocumentName(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const all = new Set(entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))));
  return files.filter((file) => !file.split(path.sep).some((part) => part.startsWith('.')) && !isResult(file, all)).sort();
}

/** A workbook or report of ours lies beside the JSON of its document: it is no document. */
function isResult(file: string, all: ReadonlySet<string>): boolean {
  return /\.(?:xlsx|html)$/u.test(file) && all.has(`${stemOf(file)}.json`);
}

async function matchesOf(pattern: string): Promise<string[]> {
  const options = { onlyFiles: true, expandDirectories: false, absolute: path.isAbsolute(pattern) };
  const files = await orUnusable(pattern, glob(pattern, options));
  return files.filter((file) => !isCorrectionsPath(file)).sort();
}

async function statIfThere(file: string): Promise<Stats | null> {
  try {
    return await stat(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') throw new UsageError(`no permission to look at ${file}`);
    return null;
  }
}

/** A folder that cannot be searched is an error, never an empty one. */
async function orUnusable<T>(place: string, search: Promise<T>): Promise<T> {
  try {
    return await search;
  } catch (error) {
    throw new UsageError(`${place} cannot be searched: ${error instanceof Error ? error.message : error}`);
  }
}
