import { type DocumentFamily, formName } from '../../../extractors/family.js';
import type { DisclosureTable } from '../../../schemas/disclosure.js';
import { spoken } from '../../base/language.js';
import { distinguishingProjects } from '../projects.js';

/** The sheets beside those of the tables. */
export const SHEETS = spoken({
  summary: ['摘要', 'Summary'],
  findings: ['勾稽', 'Findings'],
  contents: ['目录', 'Contents'],
  data: ['数据', 'Data'],
  source: ['来源', 'Source'],
});

/** UTF-16 units. Excel refuses longer names. */
const LONGEST = 31;

/** What Excel refuses in a sheet's name, and what XML cannot carry. */
const REFUSED = /[[\]:*?/\\\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/gu;

/**
 * One name per table, such as `01 收入支出决算总表`: numbered in document order, so that no two are equal. The year and the department, which
 * all have in common, are left out; a project stands before a title that several have. Of what is still too long the middle is left out: what
 * tells it from others stands at its ends.
 */
export function sheetNames(tables: readonly DisclosureTable[], family: DocumentFamily, publisher: string | null = null): string[] {
  const digits = Math.max(2, String(tables.length).length);
  const department = clean(publisher ?? '');
  const projects = distinguishingProjects(tables, family);
  return tables.map((table, index) => {
    const title = withoutPublisher(clean(table.title ?? ''), department) || formName(table.form, [family]);
    const project = clean(projects[index] ?? '');
    const number = `${String(index + 1).padStart(digits, '0')} `;
    return number + cut(project === '' ? title : `${project} ${title}`, LONGEST - number.length);
  });
}

/** 2026年某某局支出预算表（按科目） → 支出预算表（按科目）; a title that is no more than these words stays. */
function withoutPublisher(title: string, department: string): string {
  const rest = title.replace(/^\d{4}年度?/u, '');
  const own = department !== '' && rest.startsWith(department) ? rest.slice(department.length) : rest;
  return own.replace(/^\d{4}年度?/u, '') || title;
}

function clean(title: string): string {
  return title.replace(REFUSED, '').replace(/\s+/g, '');
}

const OMITTED = '…';
/** Share of a cut title that is its beginning. */
const BEGINNING = 0.5;

/** @param room UTF-16 units */
function cut(title: string, room: number): string {
  if (title.length <= room) return title.replace(/'+$/, '');
  const characters = [...title];
  const head = fitting(characters, Math.floor(room * BEGINNING));
  const tail = fitting(characters.toReversed(), room - head.length - OMITTED.length);
  // Excel refuses an apostrophe at either end.
  return `${head}${OMITTED}${[...tail].toReversed().join('')}`.replace(/'+$/, '');
}

/** As many characters from the first on as fit. */
function fitting(characters: readonly string[], room: number): string {
  let text = '';
  for (const character of characters) {
    if (text.length + character.length > room) break;
    text += character;
  }
  return text;
}
