import { objectsOf } from './objects.js';
import { neededBy, pageObjects } from './page-tree.js';
import { hasBrokenStream, isBroken } from './streams.js';

/** What is broken of a file that PDFium does not report: why a page cannot be trusted, or null. Pages are numbered from 1. */
export type Damage = (page: number) => string | null;

/** pdf.js reads on as well where the data is garbled, so neither engine knows which page lacks it. */
const SOMEWHERE = 'a compressed stream of the file is broken, and it cannot be told which page lacks it';
const HERE = 'a compressed stream that the page needs is broken';

/** Objects hold others: where one of them is broken, any page may lack any. */
const HOLDER = /\/Type\s*\/ObjStm\b/;

/**
 * Finds the broken streams of a file, and the pages that need them. A stream that none needs, an attachment or the look of a comment, costs
 * no page.
 * @param pages how many the file has
 */
export function damageOf(bytes: Uint8Array, pages: number): Damage {
  if (!hasBrokenStream(bytes)) return () => null;
  const objects = objectsOf(bytes);
  const broken = [...objects].filter(([, object]) => isBroken(object));
  const tree = pageObjects(objects);
  if (tree.length !== pages || broken.some(([, { words }]) => HOLDER.test(words))) return () => SOMEWHERE;
  const struck = tree.map((page) => {
    const needed = neededBy(page, objects);
    return broken.some(([number]) => needed.has(number));
  });
  return (page) => (struck[page - 1] === false ? null : HERE);
}
