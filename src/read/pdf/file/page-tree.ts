import { type FileObjects, referencesIn } from './objects.js';

/** The object of a page, and the words of the nodes above it, from which it inherits. */
export interface PageObject {
  readonly number: number;
  readonly words: string;
  readonly inherited: string;
}

/** The number of a file's catalog, the last that it has, and of the root of its page tree; null where they are not found. */
export function rootsOf(objects: FileObjects): { readonly catalog: number | null; readonly tree: number | null } {
  const [catalog, object] = [...objects].findLast(([, { words }]) => /\/Type\s*\/Catalog\b/.test(words)) ?? [];
  const tree = /\/Pages\s+(\d+)\s+\d+\s+R\b/.exec(object?.words ?? '')?.[1];
  return { catalog: catalog ?? null, tree: tree === undefined ? null : Number(tree) };
}

/** The pages of a file in order, those whose objects are missing without words; none where there is no tree. */
export function pageObjects(objects: FileObjects): PageObject[] {
  const root = rootsOf(objects).tree;
  const pages: PageObject[] = [];
  const seen = new Set<number>();
  const visit = (number: number, inherited: string): void => {
    const words = objects.get(number)?.words ?? '';
    if (seen.has(number)) return;
    seen.add(number);
    const kids = /\/Kids\s*(\[[^\]]*\]|\d+\s+\d+\s+R\b)/.exec(words)?.[1];
    if (kids === undefined) {
      pages.push({ number, words, inherited });
      return;
    }
    const list = kids.startsWith('[') ? kids : (objects.get(referencesIn(kids)[0] ?? -1)?.words ?? '');
    const handedOn = `${inherited} ${words.replace(kids, '')}`;
    for (const kid of referencesIn(list)) visit(kid, handedOn);
  };
  if (root !== null) visit(root, '');
  return pages;
}

/** Entries that lead from a page to what is not printed by it: other pages, comments, thumbnails. */
const ELSEWHERE = /\/(?:Parent|Annots|B|Thumb|Metadata)\s*(?:\[[^\]]*\]|\d+\s+\d+\s+R\b)/g;
/** Nodes of the page tree. */
const NODE = /\/Type\s*\/Pages?\b/;

/**
 * The numbers of all objects that a page needs to be read, also of those that are missing: its content, fonts and forms, and its filled-in
 * fields. Comments are no part of what a page says.
 */
export function neededBy({ words, inherited }: PageObject, objects: FileObjects): ReadonlySet<number> {
  return reachableFrom(`${words} ${inherited}`, objects, ELSEWHERE, fieldsOf(words, objects));
}

/**
 * The numbers of all objects that words lead to, also of those that are missing, but no other pages.
 * @param elsewhere entries that are not followed
 * @param besides numbers that are, wherever they stand
 */
export function reachableFrom(
  words: string,
  objects: FileObjects,
  elsewhere: RegExp,
  besides: readonly number[] = [],
): ReadonlySet<number> {
  const reached = new Set<number>();
  const ahead = [...referencesIn(words.replace(elsewhere, ' ')), ...besides];
  for (let number = ahead.pop(); number !== undefined; number = ahead.pop()) {
    const own = objects.get(number)?.words ?? '';
    if (reached.has(number) || NODE.test(own)) continue;
    reached.add(number);
    ahead.push(...referencesIn(own.replace(elsewhere, ' ')));
  }
  return reached;
}

/** Whether the content of a page is named and not in the file. */
export function lacksContent({ words }: PageObject, objects: FileObjects): boolean {
  const contents = /\/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R\b)/.exec(words)?.[1] ?? '';
  return referencesIn(contents).some((number) => !objects.has(number));
}

/** Annotations that are fields of a form. */
function fieldsOf(words: string, objects: FileObjects): number[] {
  const annotations = /\/Annots\s*(\[[^\]]*\]|\d+\s+\d+\s+R\b)/.exec(words)?.[1] ?? '';
  const list = annotations.startsWith('[') ? annotations : (objects.get(referencesIn(annotations)[0] ?? -1)?.words ?? '');
  return referencesIn(list).filter((number) => /\/Subtype\s*\/Widget\b/.test(objects.get(number)?.words ?? ''));
}
