import type { TriageChange } from '../../../schemas/triage.js';
import type { SearchAnswer, View, ViewFinding, ViewTriage } from '../view.js';
import { ask, versionOf } from './api.js';
import type { Lang } from './words.js';

export const getTriage = (view: View): Promise<ViewTriage> => ask(`/api/documents/${view.id}/triage?${versionOf(view)}`);
export const postTriage = (view: View, changes: readonly TriageChange[]): Promise<ViewTriage> =>
  ask(`/api/documents/${view.id}/triage?${versionOf(view)}`, { changes });
export const searchAll = (query: string): Promise<SearchAnswer> => ask(`/api/search?${new URLSearchParams({ q: query })}`);

export function excerptUrl(view: View, { page, box, mark, head }: ViewFinding['evidence']['excerpts'][number]): string {
  const above = head && { headPage: String(head.page), head: head.box.join(',') };
  const place = new URLSearchParams({ page: String(page), box: box.join(','), mark: mark.join(','), ...above });
  return `/api/documents/${view.id}/excerpt?${place}&${versionOf(view)}`;
}
export const storyUrl = (view: View, format: string, lang: Lang): string =>
  `/api/documents/${view.id}/story/${format}?${versionOf(view)}&lang=${lang}`;
