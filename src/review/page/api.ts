import type { Proposal, Start, View } from '../view.js';

/** The server's sentence about what went wrong. */
export class ServerError extends Error {}

async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const request: RequestInit =
    body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, request).catch(() => null);
  if (!response) throw new ServerError('juesuan review is not running any more.');
  const answer: unknown = await response.json();
  if (!response.ok) throw new ServerError(messageOf(answer));
  return answer as Answer;
}

function messageOf(answer: unknown): string {
  const message = typeof answer === 'object' && answer !== null && 'message' in answer ? answer.message : null;
  return typeof message === 'string' ? message : 'An error of ours.';
}

export const getStart = (): Promise<Start> => ask('/api/start');
export const getView = (id: string): Promise<View> => ask(`/api/documents/${id}`);
export const postCorrection = (id: string, proposal: Proposal): Promise<View> => ask(`/api/documents/${id}/corrections`, proposal);
export const withdraw = (id: string, index: number): Promise<View> => ask(`/api/documents/${id}/corrections/${index}/withdraw`, {});

/** The version keeps a changed file from being shown by an old picture. */
export const pageUrl = ({ id, sha256 }: View, page: number, dpi: number): string =>
  `/api/documents/${id}/pages/${page}/page.png?dpi=${dpi}&v=${sha256.slice(0, 12)}`;

export const cropUrl = ({ id, sha256 }: View, page: number, box: readonly number[]): string =>
  `/api/documents/${id}/pages/${page}/crop.png?box=${box.join(',')}&v=${sha256.slice(0, 12)}`;
