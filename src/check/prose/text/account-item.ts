import { bare } from '../../../base/text.js';
import type { Ledger } from '../tables/evidence.js';
import { categoryNamed, homesOf, type Measure } from '../tables/measures.js';
import { functionMeasure } from '../tables/named-measures.js';
import type { Scope } from './chapters.js';
import type { Sentence } from './sentences.js';

/** A sentence that opens the account of one 项. */
export interface AccountItem {
  /** Null where the name fits no row of the tables, or more than one. */
  readonly measure: Measure | null;
  readonly name: string;
  readonly title: string;
  /** Index into `plain` after the name. */
  readonly end: number;
}

/**
 * 1．科学技术（类）技术研究与开发（款）其他技术研究与开发支出（项）; Shanghai prints the codes too: （208类）…（05款）…（01项）. OCR loses the
 * point behind the ordinal.
 */
const LEVELS =
  /(?:^|[：:；。]|\d[.．、]?)([^：；。（）\d][^：；。（）]{1,29})（(\d{3})?类）(.{1,40}?)（(\d{2})?款）(.{1,40}?)（(\d{2})?项）/u;
/** 1.小学教育（2050202），: universities. */
const CODED = /^(?:\d{1,2}[.．、])?([\p{Script=Han}（）、]{2,30}?)（(\d{7})）/u;

export function accountItemIn({ plain }: Sentence, scope: Scope | null, ledger: Ledger): AccountItem | null {
  const coded = CODED.exec(plain);
  if (coded) {
    const [all, name = '', code = ''] = coded;
    return { measure: functionMeasure(code, name), name: bare(name), title: name, end: all.length };
  }
  const levels = LEVELS.exec(plain);
  if (!levels) return null;
  const [all, category = '', first, group = '', second, name = '', third] = levels;
  const end = levels.index + all.length;
  const code = first && second && third ? first + second + third : rowCode(scope, ledger, category, group, name);
  return { measure: code === null ? null : functionMeasure(code, name), name: bare(name), title: name, end };
}

/** The 7-digit code of the row that bears the name, below the 类 and 款 that prose names; null where that is not one row. */
function rowCode(scope: Scope | null, ledger: Ledger, category: string, group: string, name: string): string | null {
  const forms = new Set(homesOf(functionMeasure('000', ''), scope).flatMap((home) => home.map((s) => s.form)));
  const rows = ledger.tables.filter((t) => forms.has(t.form)).flatMap((t) => t.rows);
  const codesNamed = (words: string, digits: number) =>
    new Set(rows.flatMap((r) => (r.code?.length === digits && r.name !== null && sameName(r.name, words) ? [r.code] : [])));
  const prefix = categoryNamed(bare(category), true);
  const groups = codesNamed(group, 5);
  const candidates = [...codesNamed(name, 7)].filter((code) => prefix === null || code.startsWith(prefix));
  const below = candidates.filter((code) => groups.size === 0 || groups.has(code.slice(0, 5)));
  const [code, ...others] = below.length > 0 ? below : candidates;
  return code !== undefined && others.length === 0 ? code : null;
}

const sameName = (printed: string, words: string) => bare(printed).replace(/支出$/u, '') === bare(words).replace(/支出$/u, '');
