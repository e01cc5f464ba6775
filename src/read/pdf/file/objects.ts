import { beginningOf, unpack } from './unpack.js';

/** An object of a file: its words, and the data of the stream it may have, as it stands in the file. */
export interface FileObject {
  readonly words: string;
  readonly data: Uint8Array | null;
}

/** Objects by their number. */
export type FileObjects = ReadonlyMap<number, FileObject>;

/** Where an object begins, and where its words end. */
const BEGIN = /(\d{1,10})\s+\d{1,5}\s+obj\b/g;
const END = /endobj|\bstream(?:\r\n|\n|\r)/g;

/**
 * The objects of a file, found by their words and not by the cross-reference table; of several with one number the last, as in a file that
 * was revised. Those in object streams are among them unless the file is encrypted.
 */
export function objectsOf(bytes: Uint8Array): FileObjects {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = file.toString('latin1');
  const objects = new Map<number, FileObject>();
  const begin = new RegExp(BEGIN);
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const start = begin.lastIndex;
    const end = new RegExp(END);
    end.lastIndex = start;
    const stop = end.exec(text);
    const words = text.slice(start, stop?.index);
    const isStream = stop !== null && stop[0] !== 'endobj';
    const dataEnd = isStream ? text.indexOf('endstream', end.lastIndex) : -1;
    const data = isStream ? file.subarray(end.lastIndex, dataEnd < 0 ? undefined : dataEnd) : null;
    objects.set(Number(found[1]), { words, data });
    if (data && /\/Type\s*\/ObjStm\b/.test(words)) for (const [number, inner] of packedObjects(words, data)) objects.set(number, inner);
    if (dataEnd > 0) begin.lastIndex = dataEnd;
    else if (stop) begin.lastIndex = end.lastIndex;
  }
  return objects;
}

/** The objects in an object stream (ISO 32000-1, 7.5.7); none where it cannot be unpacked. */
function packedObjects(words: string, data: Uint8Array): [number, FileObject][] {
  const first = Number(/\/First\s+(\d+)/.exec(words)?.[1] ?? Number.NaN);
  const text = unpack(data)?.toString('latin1') ?? '';
  const head = (text.slice(0, first).match(/\d+/g) ?? []).map(Number);
  const places: [number: number, at: number][] = [];
  for (let i = 0; i + 1 < head.length; i += 2) places.push([head[i] ?? 0, first + (head[i + 1] ?? 0)]);
  return places.map(([number, at], i) => [number, { words: text.slice(at, places[i + 1]?.[1]), data: null }]);
}

/** The numbers of the objects in an object stream that is broken; null where its head, which has them, is broken too. */
export function packedNumbers(words: string, data: Uint8Array): number[] | null {
  const first = Number(/\/First\s+(\d+)/.exec(words)?.[1] ?? Number.NaN);
  const count = Number(/\/N\s+(\d+)/.exec(words)?.[1] ?? Number.NaN);
  const head = (beginningOf(data).toString('latin1', 0, first).match(/\d+/g) ?? []).map(Number);
  return head.length === count * 2 ? head.filter((_, i) => i % 2 === 0) : null;
}

/** A number that no object has. */
export const nextNumber = (objects: FileObjects): number => [...objects.keys()].reduce((most, number) => Math.max(most, number), 0) + 1;

/** The numbers of the objects that the words name. */
export const referencesIn = (words: string): number[] =>
  [...words.matchAll(/(\d{1,10})\s+\d{1,5}\s+R\b/g)].map(([, number]) => Number(number));
