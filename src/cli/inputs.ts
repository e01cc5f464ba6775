import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { pathToText, systemPath } from '../base/file-name.js';
import { walk } from '../base/walk.js';
import { isCorrectionsPath } from '../corrections/file.js';
import { documentsAmong, KINDS, stemOf } from '../read/containers.js';
import { isOwnResult } from '../read/own-results.js';
import { isTriagePath } from '../triage/file.js';
import { harmlessLine } from './line.js';
import { UsageError } from './usage.js';

/** A file to extract, as `file-name.ts` has its path, and where its results go: a path below the output folder, without an extension. */
export interface Input {
  readonly path: string;
  readonly stem: string;
  /** What the document is called, where its path does not say it: it was unpacked. */
  readonly name?: string;
}

/** What arguments lead to. */
export interface Found {
  readonly inputs: readonly Input[];
  /** Paths of results of ours in the folders: they are no documents. */
  readonly own: readonly string[];
}

/** What arguments may lead to documents, for the help. */
export const DOCUMENTS = `documents (${KINDS}), folders (searched for documents at any depth) or globs`;

/**
 * Files as they are; of a folder every document below it but those that we wrote, mirrored; of a glob the files it matches, as if the shell had written
 * them out. A file that is named twice counts once. In the order of the arguments, then by path.
 * @throws UsageError where an argument leads to nothing
 */
export async function findInputs(args: readonly string[]): Promise<Found> {
  const found = await Promise.all(args.map(inputsOf));
  const inputs = new Map<string, Input>();
  for (const input of found.flatMap((each) => each.inputs))
    if (!inputs.has(path.resolve(input.path))) inputs.set(path.resolve(input.path), input);
  const own = [...new Set(found.flatMap((each) => each.own))];
  if (inputs.size === 0) throw new UsageError(`no document found in ${args.join(', ')}${own.length > 0 ? `: ${ownInWords(own)}` : ''}`);
  return { inputs: [...inputs.values()], own };
}

/** Paths that are named. */
const NAMED = 3;

/** Results of ours that are left out, in words. */
function ownInWords(own: readonly string[]): string {
  const more = own.length > NAMED ? ` and ${own.length - NAMED} more` : '';
  return `${own.length} ${own.length === 1 ? 'file was' : 'files were'} written by juesuan and left out: ${own.slice(0, NAMED).join(', ')}${more}`;
}

/** Tells on stderr of results of ours that are left out. */
export function tellOwn(own: readonly string[]): void {
  if (own.length > 0) process.stderr.write(`${harmlessLine(ownInWords(own))}.\n`);
}

async function inputsOf(arg: string): Promise<Found> {
  const place = await placeOf(arg);
  const status = await statIfThere(place);
  if (status?.isDirectory()) return await documentsBelow(place);
  if (status) return { inputs: [flat(place)], own: [] };
  const matches = isDynamicPattern(arg) ? await matchesOf(arg) : [];
  if (matches.length === 0) throw new UsageError(`no such file or folder: ${arg}`);
  return { inputs: matches.map(pathToText).map(flat), own: [] };
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

/** The documents below a folder, sorted by path. A folder that cannot be searched is an error, never an empty one. */
async function documentsBelow(folder: string): Promise<Found> {
  const { files, unreadable } = await walk(folder);
  const [first] = unreadable;
  if (first) throw new UsageError(`${path.join(folder, first.path)} cannot be searched: ${first.message}`);
  const documents = documentsAmong(files).map((file) => file.split('/').join(path.sep));
  const own = new Set<string>();
  for (const file of documents) if (await isOwnResult(path.join(folder, file))) own.add(file);
  return {
    inputs: documents.filter((file) => !own.has(file)).map((file) => ({ path: path.join(folder, file), stem: stemOf(file) })),
    own: [...own].map((file) => path.join(folder, file)),
  };
}

async function matchesOf(pattern: string): Promise<string[]> {
  const options = { onlyFiles: true, expandDirectories: false, absolute: path.isAbsolute(pattern) };
  try {
    return (await glob(pattern, options)).filter((file) => !isCorrectionsPath(file) && !isTriagePath(file)).sort();
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
