import type { Disclosure, Finding } from '../../schemas/disclosure.js';
import type { StoreFinding } from '../archive/across/finding.js';

import { say } from '../base/language.js';
import { countsInWords, levelOf, nothingFound, OUTCOMES, SEVERITIES } from '../emit/words.js';
import { messageOf } from '../english/finding.js';

import { titleOfTable } from '../model/table-title.js';
import { type CheckedDocument, pageOf } from './checked-document.js';
import { harmlessLine } from './line.js';

/** One heading for a document and one paragraph for each of its findings. */
export const findingsText = (checked: CheckedDocument): string =>
  `${heading(checked)}\n${checked.findings.map((f) => paragraph(f, checked.tables)).join('')}`;

function heading({ path: file, outcome, document, findings, tables }: CheckedDocument): string {
  const who = [document?.department, document?.year == null ? null : say(`${document.year}年度`, String(document.year))]
    .filter((part) => part != null)
    .join(' ');
  const what = findings.length === 0 ? nothingFound({ tables }) : countsInWords(findings);
  const failure =
    outcome.status === 'failed'
      ? OUTCOMES.failed + say(`（${outcome.reason ?? 'failed'}）：`, ` (${outcome.reason ?? 'failed'}): `) + (outcome.message ?? '')
      : what;
  return harmlessLine(`${file}${who === '' ? '' : `  ${who}`}  ${failure}`);
}

/** The same for what documents say against each other, with the documents below each. @param most findings that are printed */
export const betweenText = (findings: readonly StoreFinding[], most = findings.length): string =>
  `${say('跨文件', 'Between documents')}  ${countsInWords(findings)}\n${findings.slice(0, most).map(betweenParagraph).join('')}`;

function betweenParagraph(finding: StoreFinding): string {
  const { severity, rule, documents } = finding;
  const files = documents.map(({ file }) => file);
  const lines = [
    `${SEVERITIES[severity]}  ${messageOf(finding)}  [${rule}]`,
    say(`      文件：${files.join('，')}`, `      Files: ${files.join(', ')}`),
  ];
  return lines.map((line) => `  ${harmlessLine(line)}\n`).join('');
}

function paragraph(finding: Finding, tables: Disclosure['tables']): string {
  const page = pageOf(finding);
  const message = messageOf(finding, tables);
  // Sentences about tables tell their page.
  const isTold = say(message.startsWith(`第${page}页`), message.includes(`p. ${page} `));
  const place = isTold ? '' : `${page > 0 ? say(`第${page}页`, `p. ${page}`) : say('全文', 'whole document')}  `;
  const lines = [`${levelOf(finding)}  ${place}${message}  [${finding.rule}]`];
  if (finding.quote) lines.push(`      ${say('原文：', 'Text: ')}${finding.quote.text}`);
  const places = cellsInWords(finding, tables);
  if (places !== '') lines.push(`      ${say('表格：', 'Tables: ')}${places}`);
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
    const printed = cell.column === null ? '' : ` ${row?.cells[cell.column]?.text ?? say('（空白）', '(blank)')}`;
    const title = say(`第${cell.page}页《${titleOfTable(table)}》`, `p. ${cell.page} 《${titleOfTable(table)}》 `);
    const isAgain = title === named;
    named = title;
    return `${isAgain ? say('，', ', ') : `${index > 0 ? say('；', '; ') : ''}${title}`}${label}${printed}`;
  });
  const more = cells.length - MOST_CELLS;
  return words.join('') + (more > 0 ? say(`；另${more}格`, `; ${more} more cells`) : '');
}
