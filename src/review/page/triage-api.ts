import type { TriageChange } from '../../../schemas/triage.js';
import type { SearchAnswer, View, ViewTriage } from '../view.js';
import { ask, versionOf } from './api.js';

export const getTriage = (view: View): Promise<ViewTriage> => ask(`/api/documents/${view.id}/triage?${versionOf(view)}`);
export const postTriage = (view: View, changes: readonly TriageChange[]): Promise<ViewTriage> =>
  ask(`/api/documents/${view.id}/triage?${versionOf(view)}`, { changes });
export const searchAll = (query: string): Promise<SearchAnswer> => ask(`/api/search?${new URLSearchParams({ q: query })}`);

export const evidenceUrl = (view: View, key: string, index: number): string =>
  `/api/documents/${view.id}/findings/${key}/${index}?${versionOf(view)}`;
export const storyUrl = (view: View, format: string): string => `/api/documents/${view.id}/story/${format}?${versionOf(view)}`;
