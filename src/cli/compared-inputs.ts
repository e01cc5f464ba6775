import { open, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Disclosure, parseDisclosure } from '../../schemas/disclosure.js';
import { systemPath } from '../base/file-name.js';
import { must } from '../base/invariant.js';
import { walk } from '../base/walk.js';
import { isCorrectionsPath } from '../corrections/file.js';
import { findInputs, placeOf } from './inputs.js';
import { progressFor } from './progress.js';
import { isResultName, readResult } from './read-result.js';
import { runTasks } from './run.js';
import { resultTask } from './tasks.js';
import { UsageError } from './usage.js';

/**
 * The files that are compared: results as they are, documents to be extracted; of a folder the results below it, or where there are none
 * its documents. In the order of the arguments, each file once.
 * @throws UsageError where an argument leads to nothing
 */
export async function findCompared(args: readonly string[]): Promise<string[]> {
  const files = new Map<string, string>();
  for (const arg of args) {
    const results = await resultsOf(arg);
    const found = results.length > 0 ? results : (await findInputs([arg])).inputs.map((input) => input.path);
    for (const file of found) if (!files.has(path.resolve(file))) files.set(path.resolve(file), file);
  }
  return [...files.values()];
}

/** The results below a folder; none of what is no folder. */
async function resultsOf(arg: string): Promise<string[]> {
  const place = await placeOf(arg);
  const status = await stat(systemPath(place)).catch(() => null);
  if (!status?.isDirectory()) return [];
  const { files, unreadable } = await walk(place);
  const [first] = unreadable;
  if (first) throw new UsageError(`${path.join(place, first.path)} cannot be searched: ${first.message}`);
  const candidates = files.filter((file) => isResultName(file) && !isCorrectionsPath(file)).map((file) => path.join(place, file));
  const results: string[] = [];
  for (const file of candidates) if (await beginsAsResult(file)) results.push(file);
  return results;
}

/** Bytes of a result that name its schema: it stands first. */
const BEGINNING = 200;

async function beginsAsResult(file: string): Promise<boolean> {
  const handle = await open(systemPath(file), 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return /^\s*\{\s*"\$schema":\s*"disclosure\.schema\.json"/.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** What is made of each file. */
export interface Use<T> {
  readonly read: (file: string, disclosure: Disclosure) => T;
  readonly failed: (file: string, reason: string) => T;
}

/**
 * Reads results and extracts documents, and makes something of each: the results themselves are not kept. In the order of the files.
 * @throws UsageError where a result cannot be read
 */
export async function useEach<T>(
  files: readonly string[],
  { password, quiet }: { readonly password?: string | undefined; readonly quiet: boolean },
  { read, failed }: Use<T>,
): Promise<T[]> {
  const made = new Map<string, T>();
  for (const file of files.filter(isResultName)) made.set(file, read(file, await readResult(file)));
  const documents = files.filter((file) => !isResultName(file));
  if (documents.length > 0) {
    const tasks = documents.map((file) => resultTask(file, password === undefined ? {} : { password }));
    let next = 0;
    await runTasks(tasks, availableParallelism(), progressFor(process.stderr, tasks.length, quiet), ({ data, outcome }) => {
      const file = must(documents[next], 'the document of a result');
      next += 1;
      made.set(file, data === null ? failed(file, outcome.message ?? 'cannot be read') : read(file, parseDisclosure(JSON.parse(data))));
    });
  }
  return files.map((file) => must(made.get(file), 'what was made of a file'));
}
