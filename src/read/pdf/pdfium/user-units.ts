import { type FileObjects, objectsOf } from '../file/objects.js';
import { type PageObject, pageObjects } from '../file/page-tree.js';
import { packedHave } from '../file/streams.js';

/** How many points one unit of a page is; pages are numbered from 1. */
export type UserUnits = (page: number) => number;

const NAME = '/UserUnit';

/**
 * The user units of a file's pages (ISO 32000-1, table 30), which PDFium does not apply; 1 where a page has none.
 * @param pages how many the file has
 */
export function userUnitsOf(bytes: Uint8Array, pages: number): UserUnits {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!file.includes(NAME) && !packedHave(bytes, NAME)) return () => 1;
  const objects = objectsOf(bytes);
  const tree = pageObjects(objects);
  if (tree.length !== pages) return () => 1;
  const units = tree.map((page) => unitOf(page, objects));
  return (page) => units[page - 1] ?? 1;
}

function unitOf({ words }: PageObject, objects: FileObjects): number {
  const [, value, reference] = /\/UserUnit\s+([\d.]+)(\s+\d+\s+R\b)?/.exec(words) ?? [];
  const unit = Number(reference === undefined ? (value ?? 1) : objects.get(Number(value))?.words.trim());
  return unit > 0 ? unit : 1;
}
