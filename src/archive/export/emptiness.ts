import { divisions } from '../../books/divisions.js';
import type { Session } from '../store/database.js';
import { exportedDocuments } from './documents.js';
import type { Filters } from './resource.js';

/** Why a dataset with these filters holds no value: a sentence that says which of them leaves nothing. */
export async function whyEmpty(session: Session, filters: Filters): Promise<string> {
  const { region, years, forms, statuses } = filters;
  if (region !== null && divisions().entry(region.padEnd(6, '0')) === undefined) return `no division has the code ${region}`;
  const all = await exportedDocuments(session, { ...filters, region: null, years: [] });
  if (all.length === 0) return 'the store holds no document: put some into it with juesuan archive';
  const inRegion = await exportedDocuments(session, { ...filters, years: [] });
  if (inRegion.length === 0) return `no document of the store lies in the division ${region}`;
  const chosen = await exportedDocuments(session, filters);
  const place = region === null ? '' : ` that lies in the division ${region}`;
  if (chosen.length === 0) return `no document of the store${place} is of ${years.join(', ')}`;
  const what = [
    ...(forms.length > 0 ? [`in a table of the form ${forms.join(', ')}`] : []),
    ...(statuses.length > 0 ? [`with the status ${statuses.join(', ')}`] : []),
  ];
  return `${counted(chosen.length)} no value${what.length > 0 ? ` ${what.join(' ')}` : ''}: juesuan report says what was read`;
}

const counted = (documents: number) =>
  documents === 1 ? 'the one document that is chosen holds' : `the ${documents} documents that are chosen hold`;
