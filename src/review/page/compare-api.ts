import type { Comparable, ComparedDocuments, ComparedYears } from '../view.js';
import { ask } from './api.js';

export const getComparable = (): Promise<Comparable> => ask('/api/compare');

const yearsUrl = ([earlier, later]: readonly [string, string]): string => `/api/compare/years/${earlier}/${later}`;
const documentsUrl = (figure: string, year: string, format = ''): string =>
  `/api/compare/documents${format}?${new URLSearchParams({ figure, ...(year !== '' && { year }) })}`;

export const getYears = (ids: readonly [string, string]): Promise<ComparedYears> => ask(yearsUrl(ids));
export const getDocuments = (figure: string, year: string): Promise<ComparedDocuments> => ask(documentsUrl(figure, year));

/** A pasted table of departments and heads; an empty one takes the last away. */
export const postHeads = (table: string): Promise<unknown> => ask('/api/compare', { heads: table });

/** Where a comparison is as a file. */
export interface FileUrls {
  readonly csv: string;
  readonly svg: string;
}

export const yearsFiles = (ids: readonly [string, string]): FileUrls => filesAt((format) => `${yearsUrl(ids)}/${format}?`);
export const documentsFiles = (figure: string, year: string): FileUrls =>
  filesAt((format) => `${documentsUrl(figure, year, `/${format}`)}&`);

/** Files are in the language of the page, as what it shows is. */
function filesAt(urlOf: (format: string) => string): FileUrls {
  const inPageLanguage = (format: string) => `${urlOf(format)}lang=${document.documentElement.lang}`;
  return { csv: inPageLanguage('csv'), svg: inPageLanguage('svg') };
}
