import type { OpenAnswer, UploadAnswer, UploadProblem } from '../view.js';
import { ServerError } from './api.js';
import type { DroppedFile } from './dropped-files.js';
import type { Lang } from './words.js';

/** Why a file was not taken; null where the server is gone. */
export class UploadError extends Error {
  constructor(readonly problem: UploadProblem | null) {
    super(problem ?? 'gone');
  }
}

/** Sends one file. @throws UploadError */
export async function sendFile(batch: number, { path, file }: DroppedFile): Promise<UploadAnswer> {
  const target = `/api/desk/files?${new URLSearchParams({ batch: String(batch), path })}`;
  const request = { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file };
  const response = await fetch(target, request).catch(() => null);
  if (!response) throw new UploadError(null);
  const answer: unknown = await response.json();
  if (response.ok) return answer as UploadAnswer;
  const problem = typeof answer === 'object' && answer !== null && 'problem' in answer ? answer.problem : 'disk';
  throw new UploadError(problem as UploadProblem);
}

async function post<Answer>(what: string, body: unknown): Promise<Answer> {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`/api/desk/${what}`, request).catch(() => null);
  if (!response) throw new ServerError('gone');
  const answer: unknown = await response.json();
  if (!response.ok) throw new ServerError(JSON.stringify(answer));
  return answer as Answer;
}

export const openPath = (path: string): Promise<OpenAnswer> => post('open', { path });
export const tellDropped = (name: string, files: number): Promise<unknown> => post('dropped', { name, files });
export const forgetRecent = (): Promise<unknown> => post('forget', {});

/** Takes a document off the list, or puts it back. */
export const listDocument = (id: string, isListed: boolean): Promise<unknown> => post('remove', { id, isListed });

export const allResultsUrl = (lang: Lang): string => `/api/results?lang=${lang}`;

/** A result with the name it has. @throws ServerError */
export async function fetchResult(id: string, format: string, lang: Lang): Promise<{ readonly name: string; readonly blob: Blob }> {
  const response = await fetch(`/api/documents/${id}/results/${format}?lang=${lang}`).catch(() => null);
  if (!response) throw new ServerError('gone');
  if (!response.ok) {
    const answer: unknown = await response.json();
    const isSaid = typeof answer === 'object' && answer !== null && 'message' in answer;
    throw new ServerError(isSaid ? String(answer.message) : '');
  }
  const [, name = ''] = /filename\*=UTF-8''(\S+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { name: decodeURIComponent(name), blob: await response.blob() };
}
