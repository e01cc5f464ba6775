import { DisclosureError } from '../../../base/errors.js';
import type { FileRemark } from '../../../model/file-remark.js';
import { TRUNCATED_TAIL } from '../../../model/reading-rules.js';
import { type FileObjects, nextNumber, objectsOf } from './objects.js';
import { neededBy, type PageObject, pageObjects, rootsOf } from './page-tree.js';
import { locksIn, withTrailer } from './trailer.js';

/** Bytes at the end in which `startxref` and `%%EOF` are looked for; some publishers' servers append a page of HTML. */
const TAIL = 4096;

/** A file that has its end, the one it came with or one of ours. */
export interface WholeFile {
  readonly bytes: Uint8Array;
  readonly remarks: readonly FileRemark[];
  /** Where the end is ours: how many pages the file names, and those of which something is missing. */
  readonly cut?: { readonly pages: number; readonly lost: ReadonlySet<number> };
}

const MESSAGE = '文件缺少结尾（交叉引用表和%%EOF）';
const REVISED = 'The end of the PDF is missing after a revision: nothing tells whether all of the revision is there.';

/**
 * A file of which the end is missing gets one, by which the engines find everything again; pages of which something is missing are named. Of a
 * file with an earlier end what follows is a revision, and nothing tells whether all of it is there.
 * @throws DisclosureError `truncated` where it cannot be told which pages the file had, or none is whole
 */
export function wholeFile(bytes: Uint8Array): WholeFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, lengthWithoutFill(bytes));
  const tail = file.toString('latin1', Math.max(0, file.length - TAIL));
  if (tail.includes('startxref') || tail.includes('%%EOF')) return { bytes, remarks: [] };
  const body = file.subarray(0, file.lastIndexOf('endobj') + 'endobj'.length);
  const objects = objectsOf(body);
  const locks = locksIn(file.toString('latin1', body.length));
  const { catalog } = rootsOf(objects);
  const pages = pageObjects(objects);
  if (catalog === null || (locks === '' && isLocked(objects)) || !isWholeTree(pages, objects)) throw truncated();
  const lost = new Set(pages.flatMap((page, index) => (isThere(page, objects) ? [] : [index + 1])));
  if (lost.size === pages.length) throw truncated();
  const isRevised = lost.size === 0 && file.includes('startxref');
  return {
    bytes: withTrailer(body, catalog, nextNumber(objects), locks),
    remarks: [remarkOn(lost, isRevised)],
    cut: { pages: pages.length, lost },
  };
}

function remarkOn(lost: ReadonlySet<number>, isRevised: boolean): FileRemark {
  const told = isRevised ? '，其后的修订是否完整无从得知' : lost.size > 0 ? '，有的页面不全' : '，各页的内容都在';
  return {
    rule: TRUNCATED_TAIL,
    message: `${MESSAGE}${told}。`,
    ...(isRevised && { doubt: { reason: 'truncated', message: REVISED } }),
  };
}

/** Some servers and disks fill files up with zeros. */
function lengthWithoutFill(bytes: Uint8Array): number {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0) length--;
  return length;
}

/** What an encrypted file is locked with is an object of its own. */
const isLocked = (objects: FileObjects) => [...objects.values()].some(({ words }) => /\/Filter\s*\/Standard\b/.test(words));

/** Whether the tree names as many pages as it counts. */
function isWholeTree(pages: readonly PageObject[], objects: FileObjects): boolean {
  const counts = [...objects.values()].map(({ words }) => (/\/Kids\b/.test(words) ? Number(/\/Count\s+(\d+)/.exec(words)?.[1] ?? 0) : 0));
  return pages.length > 0 && counts.every((count) => pages.length >= count);
}

const isThere = (page: PageObject, objects: FileObjects) =>
  objects.has(page.number) && [...neededBy(page, objects)].every((number) => objects.has(number));

export const truncated = (cause?: unknown) =>
  new DisclosureError('truncated', 'The PDF is cut off: its end (startxref and %%EOF) is missing. Download it again.', { cause });
