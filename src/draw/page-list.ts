/** Pages named by a user: `1,3,9-12`, in ranges, so that a slip like 1-999999999 costs nothing. */
export type PageList = readonly { readonly first: number; readonly last: number }[];

const RANGE = /^([1-9]\d*)(?:-([1-9]\d*))?$/;

/** @throws RangeError with a sentence that names the part that is wrong */
export function parsePageList(text: string): PageList {
  return text.split(',').map((part) => {
    const [matched, from, to] = RANGE.exec(part.trim()) ?? [];
    if (matched === undefined) throw new RangeError(`'${part.trim()}' is no page and no range of pages: write them like 1,3,9-12`);
    const [first, last] = [Number(from), Number(to ?? from)];
    if (last < first) throw new RangeError(`the range ${part.trim()} runs backwards`);
    return { first, last };
  });
}

/**
 * The pages of the list in ascending order, each once.
 * @throws RangeError where the list names a page that a document of `pages` pages has not
 */
export function pagesInList(list: PageList, pages: number): number[] {
  const beyond = list.find(({ last }) => last > pages);
  if (beyond) throw new RangeError(`the document has ${pages} pages, there is no page ${Math.max(beyond.first, pages + 1)}`);
  return Array.from({ length: pages }, (_, i) => i + 1).filter((page) => list.some(({ first, last }) => first <= page && page <= last));
}
