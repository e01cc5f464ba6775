import { readFileSync } from 'node:fs';

/** The books stand beside the code: two levels up from here, in the sources and in the build alike. */
const BOOKS = '../../schemas/';

/** The lines of a book in `schemas/`, without its comments (`#`) and the line of column names. */
export function readBook(name: string): string[][] {
  return parseTsv(readFileSync(new URL(BOOKS + name, import.meta.url), 'utf8'));
}

/** Tab-separated text → rows of fields; comments and the line of column names are left out. */
export function parseTsv(text: string): string[][] {
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  return lines.slice(1).map((line) => line.split('\t'));
}
