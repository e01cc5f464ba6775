import { type FileObject, type FileObjects, objectsOf, referencesIn } from './objects.js';
import { pageObjects, reachableFrom } from './page-tree.js';
import { contentOf } from './streams.js';

/** Forms drawn by one that is drawn once, itself and those within counted as often as they are drawn. Published pages stay below 100. */
const MAX_FORMS = 20_000;
/** Forms within forms that engines follow; PDFium stops at 40. */
const MAX_DEPTH = 40;
/** Bytes around the name in which the dictionary of a form is looked for. */
const DICTIONARY = 4096;

/** Type 3 fonts whose letters are drawn with letters of such fonts, one within the other. No print needs two. */
const MAX_FONTS = 3;

export const OVERDRAWN = 'its forms or letters draw each other without end';

const FORM = /\/Subtype\s*\/Form\b/;
/** A form that may draw others: its resources name some, stand elsewhere, or are those of the page. */
const HOLDER = /\/XObject\b|\/Resources\s+\d/;
const RESOURCES = /\/Resources\b/;
const TYPE3 = /\/Subtype\s*\/Type3\b/;

/**
 * The pages whose forms, or letters of Type 3 fonts, draw themselves or each other so often that no engine comes to an end: a few hundred
 * bytes suffice for that. Engines do not count; PDFium takes all memory and time there is. What is encrypted, or packed in other ways than by
 * Flate, is not counted.
 * @param pages how many the file has
 */
export function overdrawnPages(bytes: Uint8Array, pages: number): (page: number) => boolean {
  if (!mayNest(bytes)) return () => false;
  const objects = objectsOf(bytes);
  const endless = new Set([...endlessForms(objects), ...endlessFonts(objects)]);
  if (endless.size === 0) return () => false;
  const tree = pageObjects(objects);
  if (tree.length !== pages) return () => true;
  const struck = tree.map(({ words, inherited }) => [...reachableFrom(`${words} ${inherited}`, objects, /\/Parent\s+\d+\s+\d+\s+R\b/g)]);
  return (page) => struck[page - 1]?.some((number) => endless.has(number)) ?? false;
}

/** Whether some form may draw others, by the words around its name, or there are Type 3 fonts. */
function mayNest(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.includes('/Type3')) return true;
  for (let at = file.indexOf('/Form'); at >= 0; at = file.indexOf('/Form', at + 5)) {
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    const after = file.toString('latin1', at, at + DICTIONARY);
    const words = before.slice(before.lastIndexOf('obj') + 3) + (after.split(/\bstream\b/)[0] ?? '');
    if (FORM.test(words) && (HOLDER.test(words) || !RESOURCES.test(words))) return true;
  }
  return false;
}

/** The forms that draw more than `MAX_FORMS`. */
function endlessForms(objects: FileObjects): ReadonlySet<number> {
  const forms = [...objects].filter(([, { words, data }]) => data !== null && FORM.test(words));
  const holders = [...objects.values()].filter(({ words }) => /\/XObject\b/.test(words));
  const anywhere = new Map(holders.flatMap((holder) => named(holder, 'XObject', objects)));
  const drawn = new Map(forms.map(([number, form]) => [number, drawnBy(form, objects, anywhere)]));
  let counts = new Map(forms.map(([number]) => [number, 1]));
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    counts = new Map(
      [...drawn].map(([number, inner]) => [
        number,
        Math.min(
          inner.reduce((sum, each) => sum + (counts.get(each) ?? 0), 1),
          MAX_FORMS + 1,
        ),
      ]),
    );
  }
  return new Set([...counts].filter(([, count]) => count > MAX_FORMS).map(([number]) => number));
}

/** The forms that one draws, each as often as it does. Where it has no resources of its own a name may mean what it means anywhere. */
function drawnBy(form: FileObject, objects: FileObjects, anywhere: ReadonlyMap<string, number>): number[] {
  const own = new Map(named(form, 'XObject', objects));
  const names = [...contentOf(form).matchAll(/\/([^\s/<>[\]()]+)\s+Do\b/g)].map(([, name = '']) => name);
  return names.slice(0, MAX_FORMS + 1).flatMap((name) => own.get(name) ?? anywhere.get(name) ?? []);
}

/** The Type 3 fonts whose letters are drawn with others through more than `MAX_FONTS`, or with their own. */
function endlessFonts(objects: FileObjects): ReadonlySet<number> {
  const fonts = [...objects].filter(([, { words }]) => TYPE3.test(words));
  const within = new Map(fonts.map(([number, font]) => [number, fontsWithin(font, objects)]));
  let depths = new Map(fonts.map(([number]) => [number, 1]));
  for (let depth = 0; depth < MAX_FONTS; depth++) {
    depths = new Map(
      [...within].map(([number, inner]) => [number, 1 + inner.reduce((most, each) => Math.max(most, depths.get(each) ?? 0), 0)]),
    );
  }
  return new Set([...depths].filter(([, depth]) => depth > MAX_FONTS).map(([number]) => number));
}

/** The fonts that the letters of a Type 3 font choose. */
function fontsWithin(font: FileObject, objects: FileObjects): number[] {
  const own = new Map(named(font, 'Font', objects));
  const letters = [...new Set(referencesIn(inner(font.words, 'CharProcs', objects) ?? ''))].flatMap((number) => objects.get(number) ?? []);
  return letters.flatMap((letter) =>
    [...contentOf(letter).matchAll(/\/([^\s/<>[\]()]+)\s+[-+.\d]+\s+Tf\b/g)].flatMap(([, name = '']) => own.get(name) ?? []),
  );
}

/** What the resources of a form or font call objects of a kind; of several with one name the first counts, for what follows is of other kinds. */
function named({ words }: FileObject, kind: string, objects: FileObjects): [name: string, number: number][] {
  const resources = inner(words, 'Resources', objects);
  const names = inner(resources ?? words, kind, objects) ?? '';
  const pairs = names.matchAll(/\/([^\s/<>[\]()]+)\s+(\d{1,10})\s+\d{1,5}\s+R\b/g);
  return [...pairs].reverse().map(([, name = '', number]) => [name, Number(number)]);
}

/** The words of a dictionary that another holds under a name: from where it begins, or those of the object it is. */
function inner(words: string, name: string, objects: FileObjects): string | null {
  const [, reference, direct] = new RegExp(`/${name}\\s*(?:(\\d{1,10})\\s+\\d{1,5}\\s+R\\b|<<([\\s\\S]*))`).exec(words) ?? [];
  if (reference !== undefined) return objects.get(Number(reference))?.words ?? null;
  return direct ?? null;
}
