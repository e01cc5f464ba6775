/** What several routes read of a request, and give back alike. */
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
