import type { Chapter, FunctionSpending, Measure, TableFigure } from '../../../../extractors/prose.js';
import { HAN_NUMBER, YEAR_DIGITS } from '../../../base/patterns.js';
import { bare } from '../../../base/text.js';
import type { ProseContext } from '../context.js';
import type { Sentence } from './sentences.js';

/** A sentence that opens the account of one 项. */
export interface AccountItem {
  /** Null where the name fits no row of the tables, or more than one. */
  readonly measure: Measure | null;
  /** Bare, and as printed. */
  readonly name: string;
  readonly title: string;
  /** Index into `plain` after the name. */
  readonly end: number;
  /** A title opened it, not a code or its levels. */
  readonly isTitle?: true;
}

/** An ordinal before a title: （一） 1. 一、 */
const ORDINAL = new RegExp(`^(?:${HAN_NUMBER}、|（(?:${HAN_NUMBER}|\\d{1,2})）|\\d{1,2}[.．、])+`, 'u');

/** A heading, or a sentence without figures, that names a measure and says nothing else. */
export function titledItemIn({ plain }: Sentence, { prose, measures }: ProseContext): AccountItem | null {
  if (!prose.behindTitles) return null;
  const title = plain
    .replace(ORDINAL, '')
    .replace(/[。；：，]$/u, '')
    .replace(DATED, '');
  const name = bare(title.replace(prose.behindTitles, ''));
  const measure = measures.named(bare(title)) ?? measures.named(name);
  return measure ? { measure, name, title: measure.title, end: plain.length, isTitle: true } : null;
}

const DATED = new RegExp(`^${YEAR_DIGITS}年(?:度)?`, 'u');

/** Null where the sentence opens none. */
export function accountItemIn({ plain }: Sentence, chapter: Chapter | null, context: ProseContext): AccountItem | null {
  const { byCode, byLevels } = context.prose.functionSpending;
  const coded = byCode.map((pattern) => pattern.exec(plain)).find((match) => match !== null);
  if (coded) {
    const { item = '', code = '' } = coded.groups ?? {};
    return { measure: context.measures.ofCode(code, item), name: bare(item), title: item, end: coded[0].length };
  }
  const levels = byLevels.exec(plain);
  if (!levels) return null;
  const { category = '', group = '', item = '', code1, code2, code3 } = levels.groups ?? {};
  const code = code1 && code2 && code3 ? code1 + code2 + code3 : codeOfRow({ category, group, item }, chapter, context);
  return {
    measure: code === null ? null : context.measures.ofCode(code, item),
    name: bare(item),
    title: item,
    end: levels.index + levels[0].length,
  };
}

/** The 类, 款 and 项 that a sentence names. */
interface Levels {
  readonly category: string;
  readonly group: string;
  readonly item: string;
}

/** The 7-digit code of the row with the name of the 项, below the 类 and 款 named with it; null where that is not one row. */
function codeOfRow({ category, group, item }: Levels, chapter: Chapter | null, { prose, tables, measures }: ProseContext): string | null {
  const columns = chapter?.isApart ? [] : columnsOf(chapter, prose.functionSpending);
  const forms = new Set(columns.map((column) => column.form));
  const rows = tables.filter((t) => forms.has(t.form)).flatMap((t) => t.rows);
  const codesNamed = (words: string, digits: number) => {
    const short = withoutSpending(words);
    return new Set(
      rows.flatMap((r) => (r.code?.length === digits && r.name !== null && withoutSpending(r.name) === short ? [r.code] : [])),
    );
  };
  const prefix = measures.categoryNamed(bare(category), true);
  const groups = codesNamed(group, 5);
  const candidates = [...codesNamed(item, 7)].filter((code) => prefix === null || code.startsWith(prefix));
  const below = candidates.filter((code) => groups.size === 0 || groups.has(code.slice(0, 5)));
  const [code, ...others] = below.length > 0 ? below : candidates;
  return code !== undefined && others.length === 0 ? code : null;
}

/** The columns that may print spending by code in a chapter. */
function columnsOf(chapter: Chapter | null, { columns, confirmingColumns }: FunctionSpending): readonly Pick<TableFigure, 'form'>[] {
  const own = (chapter === null ? undefined : columns[chapter.id]) ?? columns['any'] ?? [];
  return [...own, ...(confirmingColumns?.['any'] ?? [])];
}

const withoutSpending = (name: string): string => bare(name).replace(/支出$/u, '');
