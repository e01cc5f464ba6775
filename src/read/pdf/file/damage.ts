import type { FileRemark } from '../../../model/file-remark.js';
import { STREAM_BROKEN } from '../../../model/reading-rules.js';
import { type FileObject, objectsOf, packedNumbers } from './objects.js';
import { neededBy, pageObjects } from './page-tree.js';
import { hasBrokenStream, isBroken } from './streams.js';

/** What is broken of a file that engines do not report: they show the rest of a stream as if nothing were missing. */
export interface Damage {
  /** Why a page cannot be trusted, or null. Pages are numbered from 1. */
  readonly of: (page: number) => string | null;
  /** What is broken and no page needs. */
  readonly remarks: readonly FileRemark[];
}

/** pdf.js reads on as well where the data is garbled, so neither engine knows which page lacks it. */
const SOMEWHERE = 'a compressed stream of the file is broken, and it cannot be told which page lacks it';
const HERE = 'a compressed stream that the page needs is broken';

/** Objects hold others: where one of them is broken, those are broken too. */
const HOLDER = /\/Type\s*\/ObjStm\b/;

/**
 * Finds the broken streams of a file, and the pages that need them. A stream that none needs, an attachment or the look of a comment, costs
 * no page.
 * @param pages how many the file has
 */
export function damageOf(bytes: Uint8Array, pages: number): Damage {
  if (!hasBrokenStream(bytes)) return { of: () => null, remarks: [] };
  const objects = objectsOf(bytes);
  const broken = [...objects].filter(([, object]) => isBroken(object));
  const held = broken.map(([number, object]) => brokenWith(number, object));
  const tree = pageObjects(objects);
  const isUnknown = held.includes(null);
  if (tree.length !== pages || (isUnknown && isRevised(bytes))) return { of: () => SOMEWHERE, remarks: [] };
  const needed = tree.map((page) => new Set([page.number, ...neededBy(page, objects)]));
  // Of a file that was written once, what a stream of objects held is nowhere else.
  const struck = needed.map(
    (numbers) =>
      held.some((each) => each?.some((number) => numbers.has(number))) ||
      (isUnknown && [...numbers].some((number) => !objects.has(number))),
  );
  const idle = held.filter((each) => !each?.some((number) => needed.some((numbers) => numbers.has(number)))).length;
  const message = `文件中有${idle}个数据流损坏，没有页面用到。`;
  return { of: (page) => (struck[page - 1] === false ? null : HERE), remarks: idle > 0 ? [{ rule: STREAM_BROKEN, message }] : [] };
}

/** The numbers of what is broken with a stream: it, and the objects it holds; null where it cannot be told which these are. */
function brokenWith(number: number, { words, data }: FileObject): number[] | null {
  if (!HOLDER.test(words)) return [number];
  const held = data && packedNumbers(words, data);
  return held && [number, ...held];
}

/** Whether the file has more than one end: objects may stand in it in several versions. */
function isRevised(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return file.indexOf('startxref') !== file.lastIndexOf('startxref');
}
