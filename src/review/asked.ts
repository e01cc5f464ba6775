/** What several routes read of a request, and give back alike. */
import { at } from '../base/invariant.js';
import type { Box } from '../model/glyph.js';
import { type Answer, RequestError } from './answer.js';

/** A file to be saved under this name, never shown: RFC 6266. */
export const attachment = (name: string, type: string, body: Answer['body']): Answer => ({
  type,
  body,
  headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, hexOf)}` },
});

const hexOf = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

/** The version of the document that the page shows: the beginning of its SHA-256. @throws RequestError */
export function shownVersion(query: URLSearchParams): string {
  const shown = query.get('v') ?? '';
  if (!/^[0-9a-f]{12,64}$/.test(shown)) throw new RequestError(400, 'It does not say which version of the document it is about.');
  return shown;
}

/** `x0,y0,x1,y1` in pt. @throws RequestError */
export function toBox(text: string | null): Box {
  const numbers = (text ?? '').split(',').map(Number);
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) throw new RequestError(400, 'That is no box.');
  return [at(numbers, 0), at(numbers, 1), at(numbers, 2), at(numbers, 3)];
}
