import { groupBy } from '../../base/group.js';
import { once } from '../../base/once.js';
import { divisions } from '../../books/divisions.js';
import type { GivenProvenance } from './provenance.js';

/** What a harvester may give, as texts; other fields are its own affair. */
export const PROVENANCE_FIELDS = ['source_url', 'published_on', 'retrieved_on', 'department', 'region', 'group'] as const;

/** What was made of a field: its value, or why there is none. */
interface Checked {
  readonly value: string | null;
  readonly problem: string | null;
}

const NOTHING: Checked = { value: null, problem: null };

/** The provenance that some fields give. A field that cannot be what it should be is left out, and told. */
export function toProvenance(given: Readonly<Record<string, unknown>>): GivenProvenance {
  const problems: string[] = [];
  const checked = (name: (typeof PROVENANCE_FIELDS)[number], check: (text: string) => Checked): string | null => {
    const text = textOf(given[name]);
    const { value, problem } = text === null ? { value: null, problem: `${name} is no text` } : text === '' ? NOTHING : check(text);
    if (problem !== null) problems.push(problem);
    return value;
  };
  const plain = (value: string): Checked => ({ value, problem: null });
  const provenance = {
    source_url: checked('source_url', toUrl),
    published_on: checked('published_on', toDay),
    retrieved_on: checked('retrieved_on', toTime),
    department: checked('department', plain),
    region: checked('region', plain),
    region_code: checked('region', toRegion),
    group: checked('group', plain),
  };
  return { provenance, problems };
}

/** Without blanks around it; empty where nothing is given; null where it is no text. */
function textOf(field: unknown): string | null {
  if (field === undefined || field === null) return '';
  return typeof field === 'string' ? field.trim() : null;
}

const quoted = (text: string) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

function toUrl(text: string): Checked {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (/^(https?|ftp):$/.test(protocol)) return { value: text, problem: null };
  return { value: null, problem: `source_url ${quoted(text)} is no address of the web` };
}

/** 2024-09-30, or 2024/9/30 as spreadsheets write it. */
const DAY = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;

function toDay(text: string): Checked {
  const value = dayOf(text);
  return value === null ? { value, problem: `published_on ${quoted(text)} is no day like 2024-09-30` } : { value, problem: null };
}

function toTime(text: string): Checked {
  const wrong = { value: null, problem: `retrieved_on ${quoted(text)} is no day or time like 2024-09-30T02:00:00Z` };
  const [, day = '', time = ''] = /^(\S+?)((?:[T ].*)?)$/.exec(text) ?? [];
  const value = dayOf(day);
  if (value === null || Number.isNaN(Date.parse(`${value}${time}`))) return wrong;
  return { value: `${value}${time}`, problem: null };
}

/** A day that there is, as 2024-09-30; else null. */
function dayOf(text: string): string | null {
  const [, year = '', , month = '', day = ''] = DAY.exec(text) ?? [];
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : null;
}

/** Divisions by each of their names: 北关区, 安阳市北关区 and 河南省安阳市北关区. */
const divisionsByName = once(() => {
  const { provinces, prefectures, counties } = divisions();
  const named = [...provinces, ...prefectures, ...counties].flatMap((division) => {
    const names = [...division.within, division].map((part) => part.name);
    return names.map((_, index) => ({ name: names.slice(index).join(''), division }));
  });
  return groupBy(named, ({ name }) => name);
});

/** The code of 410503, 安阳市北关区 or 河南省安阳市北关区; a name alone only where one division has it. */
function toRegion(text: string): Checked {
  if (/^\d+$/.test(text)) {
    const code = divisions().entry(text)?.code ?? null;
    return { value: code, problem: code === null ? `region ${text} is no code of a division` : null };
  }
  const named = divisionsByName().get(text) ?? [];
  const [only] = named;
  if (only && named.length === 1) return { value: only.division.code, problem: null };
  if (!only) return { value: null, problem: `region ${quoted(text)} is no name of a division` };
  const codes = named.map(({ division: { code, within } }) => `${code} ${within.map(({ name }) => name).join('')}`);
  return { value: null, problem: `region ${quoted(text)} is the name of ${named.length} divisions: ${codes.join(', ')}` };
}
