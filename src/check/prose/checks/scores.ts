import type { Assessments } from '../../../../extractors/prose.js';
import { PROSE_AMOUNT, PROSE_SCORE } from '../../../../extractors/shared/prose-rules.js';
import type { DisclosureRow, DisclosureTable, Finding } from '../../../../schemas/disclosure.js';
import { bare } from '../../../base/text.js';
import type { ProseContext } from '../context.js';
import { proseFinding, withUnit } from '../finding.js';
import { around, count, meet, money, type Quantity, toPrintedUnit } from '../quantity.js';
import type { Fact } from '../text/facts.js';
import type { Sentence } from '../text/sentences.js';
import type { CheckedSection } from './section.js';

/** A table in which a project or the whole department is assessed, and its index. */
interface Assessment {
  readonly index: number;
  readonly table: DisclosureTable;
}

/** What a figure of the text restates of an assessment: one cell of a row, in any of the columns, the first that it should. */
interface Restated {
  readonly row: string;
  readonly columns: readonly string[];
  /** As messages call it. */
  readonly title: string;
}

/** Scores and money of 绩效自评 in prose, against the table that assesses the same project, or the whole department. */
export function checkScores({ facts, sentences }: CheckedSection, { prose, tables }: ProseContext): Finding[] {
  const { assessments } = prose;
  const assessed = [...tables.entries()].flatMap(([index, table]) => (isAssessment(table, assessments) ? [{ index, table }] : []));
  if (assessed.length === 0) return [];
  return facts.flatMap((fact) => {
    const restated = restatedBy(fact, assessments);
    const assessment = restated && assessmentOf(fact, sentences, assessed, assessments);
    return restated && assessment ? compare(fact, restated, assessment, assessments) : [];
  });
}

const isAssessment = ({ form }: DisclosureTable, { project, department }: Assessments): boolean => form === project || form === department;

/** Null where the figure is nothing that an assessment prints. */
function restatedBy({ kind, mention, phrase }: Fact, assessments: Assessments): Restated | null {
  const { funds, total, columns, titles, scoreWords, meanWords, fullWords } = assessments;
  const words = mention.words.replace(/[（）]/gu, '');
  if (kind === 'score') {
    const isOwn = scoreWords.test(words) && !meanWords.test(words);
    return isOwn ? { row: total, columns: [columns.score], title: titles.score } : null;
  }
  if (mention.quantity.kind !== 'money') return null;
  if (kind === 'principal') return { row: funds, columns: [columns.executed], title: titles.executed };
  if (kind !== 'other') return null;
  const either = phrase.isInitial ? [columns.initial] : [columns.full, columns.initial];
  return { row: funds, columns: fullWords.test(words) ? [columns.full] : either, title: titles.budget };
}

/** Characters. A shorter name stands in other words by chance. */
const SHORTEST_NAME = 4;
/** 等82个项目 behind a name: the sentence sums up, and is about no one of them. */
const AND_OTHERS = /^(?:项目)?等(?:\d+|[一二三四五六七八九十]+)?(?:个|项)/u;

/** The project that the paragraph named last; the department where the words before a score name it. */
function assessmentOf(
  fact: Fact,
  sentences: readonly Sentence[],
  assessed: readonly Assessment[],
  declared: Assessments,
): Assessment | null {
  const { department, departmentWords } = declared;
  const { sentence, start } = fact.mention;
  const own = sentence.plain.slice(0, start);
  const words = bare(wordsAbove(sentence, sentences) + own);
  const named = lastNamed(words, assessed, declared);
  if (named) return AND_OTHERS.test(words.slice(named.end)) ? null : oneOf(named, sentence, sentences, assessed, declared);
  const [only, ...others] = assessed.filter((a) => a.table.form === department);
  const isOfDepartment = fact.kind === 'score' && departmentWords.test(bare(own));
  return isOfDepartment && only && others.length === 0 ? only : null;
}

/** What the paragraph of a sentence says before it. */
const wordsAbove = (sentence: Sentence, sentences: readonly Sentence[]): string =>
  sentences
    .slice(0, sentences.indexOf(sentence))
    .filter(({ paragraph }) => paragraph === sentence.paragraph)
    .map(({ plain }) => plain)
    .join('');

const projectName = ({ table }: Assessment, { project, nameField }: Assessments): string =>
  table.form === project ? bare(table.fields[nameField] ?? '') : '';

/** The name of a project that stands last in these words, of two that end there the longer. */
function lastNamed(words: string, assessed: readonly Assessment[], declared: Assessments): { name: string; end: number } | undefined {
  const names = [...new Set(assessed.map((assessment) => projectName(assessment, declared)))].filter(
    (name) => name.length >= SHORTEST_NAME,
  );
  const found = names.flatMap((name) => (words.includes(name) ? [{ name, end: words.lastIndexOf(name) + name.length }] : []));
  return found.toSorted((a, b) => b.end - a.end || b.name.length - a.name.length)[0];
}

/**
 * The table of a project: of several that bear its name the one whose unit the paragraph names, else the one that stands as far down among
 * them as the paragraph among those that name it, where there are as many.
 */
function oneOf(
  { name }: { readonly name: string },
  sentence: Sentence,
  sentences: readonly Sentence[],
  assessed: readonly Assessment[],
  declared: Assessments,
): Assessment | null {
  const tables = assessed.filter((assessment) => projectName(assessment, declared) === name);
  if (tables.length < 2) return tables[0] ?? null;
  const paragraph = bare(wordsAbove(sentence, sentences) + sentence.plain);
  const units = tables.filter(({ table }) => {
    const unit = bare(table.fields[declared.unitField] ?? '');
    return unit !== '' && paragraph.includes(unit);
  });
  const [only, second] = units;
  if (only && !second) return only;
  const paragraphs = [...new Set(sentences.filter(({ plain }) => bare(plain).includes(name)).map((each) => each.paragraph))];
  return paragraphs.length === tables.length ? (tables[paragraphs.indexOf(sentence.paragraph)] ?? null) : null;
}

function compare(fact: Fact, restated: Restated, { index, table }: Assessment, { nameField, titles }: Assessments): Finding[] {
  const [row, ...others] = table.rows.filter((r) => r.concept === restated.row);
  if (!row || others.length > 0) return [];
  const isScore = fact.kind === 'score';
  const { quantity: stated, sentence, start } = fact.mention;
  const cells = restated.columns.flatMap((column) => printedIn(row, column, table, isScore));
  const [cell] = cells;
  if (!cell || cells.some((c) => meet(around(c.printed), around(stated)))) return [];
  const off = stated.value.minus(cell.printed.value);
  const name = table.fields[nameField] || titles.department;
  return [
    proseFinding(sentence, start, {
      rule: isScore ? PROSE_SCORE.id : PROSE_AMOUNT.id,
      severity: off.abs().gt(stated.step) ? 'error' : 'warning',
      verdict: 'publisher',
      message: `文中称“${name}”${restated.title}${withUnit(stated)}，${titles.table}中为${withUnit(cell.printed)}。`,
      expected: cell.printed.digits,
      found: stated.digits,
      difference: stated.unit === cell.printed.unit ? toPrintedUnit(off, stated).toFixed() : null,
      tolerance: '0',
      cells: [{ table: index, row: table.rows.indexOf(row), column: cell.column, page: cell.page, box: cell.box }],
    }),
  ];
}

interface PrintedCell {
  readonly column: string;
  readonly page: number;
  readonly box: Finding['cells'][number]['box'];
  readonly printed: Quantity;
}

/** What a cell prints: points of a score, or money in the table's unit; nothing where it prints none. */
function printedIn(row: DisclosureRow, column: string, { unit }: DisclosureTable, isScore: boolean): PrintedCell[] {
  const cell = row.cells[column];
  if (cell?.value == null || (!isScore && unit === null)) return [];
  const printed = isScore || unit === null ? count(cell.value, '分') : money(cell.value, unit);
  return [{ column, page: cell.page, box: cell.box, printed }];
}
