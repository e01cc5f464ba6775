import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { pathToText, systemPath } from '../base/file-name.js';
import { walk } from '../base/walk.js';
import { isCorrectionsPath } from '../corrections/file.js';
import { documentsAmong, KINDS, stemOf } from '../read/containers.js';
import { UsageError } from './usage.js';

/** A file to extract, as `file-name.ts` has its path, and where its results go: a path below the output folder, without an extension. */
export interface Input {
  readonly path: string;
  readonly stem: string;
  /** What the document is called, where its path does not say it: it was unpacked. */
  readonly name?: string;
}

/** What arguments may lead to documents, for the help. */
export const DOCUMENTS = `documents (${KINDS}), folders (searched for documents at any depth) or globs`;

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
  const place = await placeOf(arg);
  const status = await statIfThere(place);
  if (status?.isDirectory()) return (await documentsBelow(place)).map((file) => ({ path: path.join(place, file), stem: stemOf(file) }));
  if (status) return [flat(place)];
  const matches = isDynamicPattern(arg) ? await matchesOf(arg) : [];
  if (matches.length === 0) throw new UsageError(`no such file or folder: ${arg}`);
  return matches.map(pathToText).map(flat);
}

/** The path of what the user names. A name that is no UTF-8 cannot be typed: it may be given as juesuan prints it. */
export async function placeOf(arg: string): Promise<string> {
  const given = pathToText(arg);
  return given === arg || (await statIfThere(given)) ? given : arg;
}

/** A single file's results lie in the output folder itself. */
function flat(file: string): Input {
  return { path: file, stem: stemOf(path.basename(file)) };
}

/** Paths of documents from a folder, sorted. A folder that cannot be searched is an error, never an empty one. */
async function documentsBelow(folder: string): Promise<string[]> {
  const { files, unreadable } = await walk(folder);
  const [first] = unreadable;
  if (first) throw new UsageError(`${path.join(folder, first.path)} cannot be searched: ${first.message}`);
  return documentsAmong(files).map((file) => file.split('/').join(path.sep));
}

async function matchesOf(pattern: string): Promise<string[]> {
  const options = { onlyFiles: true, expandDirectories: false, absolute: path.isAbsolute(pattern) };
  try {
    return (await glob(pattern, options)).filter((file) => !isCorrectionsPath(file)).sort();
  } catch (error) {
    throw new UsageError(`${pattern} cannot be searched: ${error instanceof Error ? error.message : error}`);
  }
}

async function statIfThere(file: string): Promise<Stats | null> {
  try {
    return await stat(systemPath(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') throw new UsageError(`no permission to look at ${file}`);
    return null;
  }
}
