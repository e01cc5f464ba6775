import type { FileRemark } from '../../../model/file-remark.js';
import { FILE_REPAIRED } from '../../../model/reading-rules.js';
import { type FileObject, type FileObjects, nextNumber, objectsOf } from './objects.js';
import { pageObjects, rootsOf } from './page-tree.js';
import type { WholeFile } from './tail.js';
import { locksIn, withTrailer } from './trailer.js';

const PAGE = /\/Type\s*\/Page\b/;
const NODE = /\/Type\s*\/Pages\b/;

const GATHERED = 'The page tree is missing: the pages are in the order in which they stand in the file, and some may be lost.';

/**
 * A file that no engine can open, with a catalog and page tree that its objects allow; null where they allow none. Its own catalog where it has
 * one, else the root of its pages, else all pages it has.
 */
export function mended(bytes: Uint8Array): WholeFile | null {
  const objects = objectsOf(bytes);
  const { catalog, tree } = rootsOf(objects);
  if (catalog !== null && tree !== null && objects.has(tree)) {
    return rebuilt(bytes, objects, {}, catalog, { rule: FILE_REPAIRED, message: '文件没有指明目录，按文件中的目录识读。' });
  }
  const next = nextNumber(objects);
  const root = [...objects].findLast(([, { words }]) => NODE.test(words) && !/\/Parent\b/.test(words))?.[0];
  if (root !== undefined) {
    const remark = { rule: FILE_REPAIRED, message: '文件的目录损坏，按页面树识读。' };
    return rebuilt(bytes, objects, { [next]: catalogOf(root) }, next, remark);
  }
  const pages = [...objects].filter(([, { words }]) => PAGE.test(words)).map(([number]) => number);
  if (pages.length === 0) return null;
  const node = `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] >>`;
  return rebuilt(bytes, objects, { [next]: catalogOf(next + 1), [next + 1]: node }, next, {
    rule: FILE_REPAIRED,
    message: '文件的页面树损坏，各页按其在文件中的先后识读，可能有缺页。',
    doubt: { reason: 'damaged', message: GATHERED },
  });
}

/**
 * A file whose page tree has more pages than it counts, counted anew; null where it has not. Engines believe the count and lose the last pages
 * without a word.
 * @param pages how many an engine finds
 */
export function recounted(bytes: Uint8Array, pages: number): WholeFile | null {
  if (namedPages(bytes) <= pages) return null;
  const objects = objectsOf(bytes);
  const { catalog, tree } = rootsOf(objects);
  const found = pageObjects(objects);
  if (catalog === null || tree === null || found.length <= pages || found.some(({ words }) => !PAGE.test(words))) return null;
  const words = objects.get(tree)?.words.replace(/\/Count\s+-?\d+/, ' ') ?? '';
  const node = words.replace('<<', `<< /Count ${found.length} `).trim();
  const message = `文件自称有${pages}页，实有${found.length}页，全部识读。`;
  return rebuilt(bytes, objects, { [tree]: node }, catalog, { rule: FILE_REPAIRED, message });
}

/** How often the file names something a page; pages in streams of objects are not among them. */
function namedPages(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let count = 0;
  for (let at = file.indexOf('/Page'); at >= 0; at = file.indexOf('/Page', at + 5)) {
    if (/^\/Page\b/.test(file.toString('latin1', at, at + 6)) && /\/Type\s*$/.test(file.toString('latin1', Math.max(0, at - 16), at)))
      count++;
  }
  return count;
}

const catalogOf = (tree: number) => `<< /Type /Catalog /Pages ${tree} 0 R >>`;

/** The file with these objects behind its own. */
function rebuilt(
  bytes: Uint8Array,
  own: FileObjects,
  added: Readonly<Record<number, FileObject['words']>>,
  root: number,
  remark: FileRemark,
): WholeFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const objects = Object.entries(added).map(([number, words]) => `\n${number} 0 obj\n${words}\nendobj`);
  const body = Buffer.concat([file, Buffer.from(objects.join(''), 'latin1')]);
  const size = nextNumber(own) + Object.keys(added).length;
  return { bytes: withTrailer(body, root, size, locksIn(file.toString('latin1'))), remarks: [remark] };
}
