import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { systemPath } from '../base/file-name.js';
import type { LinkTo } from '../compare/page-parts.js';
import { pdf } from '../read/pdf/container.js';
import { isResultName } from './read-result.js';

/** No page can be opened. */
export const noLink: LinkTo = () => null;

/**
 * Leads to the pages of a compared document, from the page that is written to `out` (anywhere where that is not known): the document itself,
 * or the one of that name beside a result. Only PDFs have pages that a browser opens.
 */
export async function linkToDocument(file: string, sourceName: string | null, out: string | undefined): Promise<LinkTo> {
  const document = isResultName(file) ? (sourceName === null ? null : path.join(path.dirname(file), path.basename(sourceName))) : file;
  if (document === null || !pdf.extensions.includes(path.extname(document).toLowerCase()) || !(await isThere(document))) return noLink;
  const url = out === undefined ? pathToFileURL(document).href : relativeUrl(path.dirname(path.resolve(out)), path.resolve(document));
  return (page) => `${url}#page=${page}`;
}

const isThere = async (file: string): Promise<boolean> => (await stat(systemPath(file)).catch(() => null))?.isFile() ?? false;

/** `../2023/a b.pdf` → `../2023/a%20b.pdf`; of another drive the whole address. */
function relativeUrl(from: string, to: string): string {
  const relative = path.relative(from, to);
  return path.isAbsolute(relative) ? pathToFileURL(to).href : relative.split(path.sep).map(encodeURIComponent).join('/');
}
