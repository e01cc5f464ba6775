import type { Correction } from '../../../schemas/corrections.js';
import type { CorrectionAnswer, Proposal, Start, View } from '../view.js';

/** The server's sentence about what went wrong, in the language of the page. */
export class ServerError extends Error {}

/** What the page shows is no longer there: the document has to be loaded again. */
export class ReplacedError extends ServerError {}

export async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const headers = { 'accept-language': document.documentElement.lang };
  const request: RequestInit =
    body === undefined
      ? { headers }
      : { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, request).catch(() => null);
  if (!response) throw new ServerError('juesuan 已经结束，请重新运行。juesuan is not running any more.');
  const answer: unknown = await response.json();
  if (!response.ok) throw mustReload(answer) ? new ReplacedError(messageOf(answer)) : new ServerError(messageOf(answer));
  return answer as Answer;
}

const mustReload = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'reload' in answer;

function messageOf(answer: unknown): string {
  const message = typeof answer === 'object' && answer !== null && 'message' in answer ? answer.message : null;
  return typeof message === 'string' ? message : 'An error of ours.';
}

export const getStart = (): Promise<Start> => ask('/api/start');
export const getView = (id: string): Promise<View> => ask(`/api/documents/${id}`);

/** Says which version is shown: a file that was replaced is neither corrected by what stood in it before, nor shown by an old picture. */
export const versionOf = ({ sha256 }: View): string => `v=${sha256}`;

/** `anyway`: it is kept even where sums break by it. */
export const postCorrection = (view: View, proposal: Proposal, anyway: boolean): Promise<CorrectionAnswer> =>
  ask(`/api/documents/${view.id}/corrections?${versionOf(view)}${anyway ? '&anyway' : ''}`, proposal);
/** One correction in place of another; null for none. */
export const replaceCorrection = (view: View, from: Correction | null, to: Correction | null): Promise<View> =>
  ask(`/api/documents/${view.id}/corrections/replace?${versionOf(view)}`, { from, to });

export const pageUrl = (view: View, page: number, dpi: number): string =>
  `/api/documents/${view.id}/pages/${page}/page?dpi=${dpi}&${versionOf(view)}`;

export const cropUrl = (view: View, page: number, box: readonly number[]): string =>
  `/api/documents/${view.id}/pages/${page}/crop?box=${box.join(',')}&${versionOf(view)}`;
