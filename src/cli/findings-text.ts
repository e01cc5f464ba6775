import type { Disclosure, Finding } from '../../schemas/disclosure.js';
import type { StoreFinding } from '../archive/across/finding.js';
import { countsInWords, levelOf, nothingFound, OUTCOMES, SEVERITIES } from '../emit/words.js';
import { titleOfTable } from '../model/table-title.js';
import { type CheckedDocument, pageOf } from './checked-document.js';
import { harmlessLine } from './line.js';

/** One heading for a document and one paragraph for each of its findings. */
export const findingsText = (checked: CheckedDocument): string =>
  `${heading(checked)}\n${checked.findings.map((f) => paragraph(f, checked.tables)).join('')}`;

function heading({ path: file, outcome, document, findings, tables }: CheckedDocument): string {
  const who = [document?.department, document?.year == null ? null : `${document.year}年度`].filter((part) => part != null).join(' ');
  const what = findings.length === 0 ? nothingFound({ tables }) : countsInWords(findings);
  const failure = outcome.status === 'failed' ? `${OUTCOMES.failed}（${outcome.reason ?? 'failed'}）：${outcome.message ?? ''}` : what;
  return harmlessLine(`${file}${who === '' ? '' : `  ${who}`}  ${failure}`);
}

/** The same for what documents say against each other, with the documents below each. @param most findings that are printed */
export const betweenText = (findings: readonly StoreFinding[], most = findings.length): string =>
  `跨文件  ${countsInWords(findings)}\n${findings.slice(0, most).map(betweenParagraph).join('')}`;

function betweenParagraph({ severity, message, rule, documents }: StoreFinding): string {
  const lines = [`${SEVERITIES[severity]}  ${message}  [${rule}]`, `      文件：${documents.map(({ file }) => file).join('，')}`];
  return lines.map((line) => `  ${harmlessLine(line)}\n`).join('');
}

function paragraph(finding: Finding, tables: Disclosure['tables']): string {
  const page = pageOf(finding);
  // Sentences about tables begin with their page.
  const place = finding.message.startsWith(`第${page}页`) ? '' : `${page > 0 ? `第${page}页` : '全文'}  `;
  const lines = [`${levelOf(finding)}  ${place}${finding.message}  [${finding.rule}]`];
  if (finding.quote) lines.push(`      原文：${finding.quote.text}`);
  const places = cellsInWords(finding, tables);
  if (places !== '') lines.push(`      表格：${places}`);
  return lines.map((line) => `  ${harmlessLine(line)}\n`).join('');
}

/** Cells that are named; the others are in the JSON. */
const MOST_CELLS = 4;

/** 第9页《支出决算表》合计 基本支出 395.87，合计 项目支出（空白）；第12页《…: a table is named once. */
export function cellsInWords({ cells }: Finding, tables: Disclosure['tables']): string {
  let named = '';
  const words = cells.slice(0, MOST_CELLS).map((cell, index) => {
    const table = tables[cell.table];
    const row = cell.row === null ? undefined : table?.rows[cell.row];
    const column = table?.columns.find((c) => c.key === cell.column);
    const label = [row?.code, row?.name, column?.path.join('/')].filter((part) => part != null && part !== '').join(' ');
    const printed = cell.column === null ? '' : ` ${row?.cells[cell.column]?.text ?? '（空白）'}`;
    const title = `第${cell.page}页《${titleOfTable(table)}》`;
    const isAgain = title === named;
    named = title;
    return `${isAgain ? '，' : `${index > 0 ? '；' : ''}${title}`}${label}${printed}`;
  });
  const more = cells.length - MOST_CELLS;
  return words.join('') + (more > 0 ? `；另${more}格` : '');
}
