/**
 * Are two folders of results the same? `npm run same -- BEFORE AFTER` compares every file byte by byte, says for each JSON that differs
 * where it first differs, and exits with 1 where anything does.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Differences named for one file. */
const MOST_NAMED = 3;

const [before, after] = process.argv.slice(2);
if (before === undefined || after === undefined) {
  console.error('Usage: npm run same -- BEFORE AFTER');
  process.exit(2);
}
const files = [...new Set([...filesBelow(before), ...filesBelow(after)])].sort();
const different = files.flatMap((file) => compare(path.join(before, file), path.join(after, file), file));
for (const line of different) console.log(line);
console.log(`${files.length} files, ${different.length === 0 ? 'all the same' : `${different.length} differ`}`);
if (different.length > 0 || files.length === 0) process.exitCode = 1;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.log'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** One line where the two differ, nothing where they are the same. */
function compare(one: string, other: string, name: string): string[] {
  const [a, b] = [read(one), read(other)];
  if (a === null || b === null) return [`${name}: only in ${a === null ? 'AFTER' : 'BEFORE'}`];
  if (a.equals(b)) return [];
  if (!name.endsWith('.json')) return [`${name}: differs`];
  const places = differences(JSON.parse(a.toString()), JSON.parse(b.toString()), '');
  const more = places.length > MOST_NAMED ? ` and ${places.length - MOST_NAMED} more` : '';
  return [`${name}: ${places.length === 0 ? 'differs in its order or spacing' : places.slice(0, MOST_NAMED).join('; ')}${more}`];
}

function read(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Paths at which two JSON values differ, with both values where they are short. */
function differences(one: unknown, other: unknown, at: string): string[] {
  if (isObject(one) && isObject(other) && Array.isArray(one) === Array.isArray(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].flatMap((key) => differences(one[key], other[key], at === '' ? key : `${at}.${key}`));
  }
  return Object.is(one, other) ? [] : [`${at}: ${brief(one)} → ${brief(other)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}
