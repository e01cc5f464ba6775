import { say } from '../base/language.js';
import { figure } from '../emit/html/charts/figure.js';
import { section } from '../emit/html/markup.js';
import { OUTCOMES } from '../emit/words.js';
import { figureName } from '../english/terms.js';
import { documentsChart, documentsSource, perHeadChart } from './chart.js';
import { type AskedFigure, type DocumentLine, perHeadOf } from './documents.js';
import { perHeadNote } from './documents-text.js';
import { comparedPage, comparedTable, type LinkTo, numberCell, type PageCell, printedCell, textCell } from './page-parts.js';
import { asPrinted } from './words.js';

/** Figures of many documents as a page: a table with a line each, and a chart of every figure. @param linkTo the pages of each document */
export function documentsPage(
  lines: readonly DocumentLine[],
  figures: readonly AskedFigure[],
  linkTo: (line: DocumentLine) => LinkTo,
): string {
  const isPerHead = lines.some(({ heads }) => heads !== undefined);
  const title = titleFor(figures, lines);
  const heads = [
    ...[say('部门', 'Department'), say('年度', 'Year'), say('文件', 'File')],
    ...(isPerHead ? [say('人数', 'Heads')] : []),
    ...figures.flatMap((one) => [figureName(one), say('元', 'in 元'), ...(isPerHead ? [say('元/人', '元 per head')] : [])]),
  ];
  const rows = lines.map((line): PageCell[] => [
    ...[textCell(line.department ?? '—'), numberCell(line.year), textCell(line.file)],
    ...(isPerHead ? [numberCell(line.heads)] : []),
    ...figures.flatMap(({ id }) => [
      figureCell(line, id, linkTo(line)),
      numberCell(line.values.get(id)?.yuan),
      ...(isPerHead ? [numberCell(perHeadOf(line, id))] : []),
    ]),
  ]);
  const unread = lines.filter(({ reason }) => reason !== null);
  const from = { title: '', source: documentsSource(lines) };
  const charts = figures.flatMap((one) => [documentsChart(lines, one), ...(isPerHead ? [perHeadChart(lines, one)] : [])]);
  return comparedPage(
    title,
    [documentsSource(lines), ...(isPerHead ? [perHeadNote()] : [])],
    [
      section('table', say('表', 'Table'), comparedTable(title, heads, rows)),
      section('charts', say('图', 'Charts'), ...charts.map((chart, index) => figure(chart, `chart${index + 1}`, from))),
      unread.length === 0
        ? ''
        : section(
            'unread',
            say('未能全部读出的文件', 'Documents that could not be read, or not whole'),
            comparedTable(
              say('原因', 'Why'),
              [say('文件', 'File'), say('结果', 'Outcome'), say('原因', 'Reason')],
              unread.map(({ file, status, reason }) => [file, OUTCOMES[status], reason].map(textCell)),
            ),
          ),
    ],
  );
}

/** Figures that a title names. */
const MOST_NAMED = 3;

function titleFor(figures: readonly AskedFigure[], lines: readonly DocumentLine[]): string {
  const named = figures.length <= MOST_NAMED;
  const what = named ? figures.map(figureName).join(say('、', ', ')) : say(`${figures.length}项指标`, `${figures.length} figures`);
  return say(`${lines.length}份文件：${what}`, `${what}: ${lines.length} documents`);
}

function figureCell({ status, values }: DocumentLine, id: string, linkTo: LinkTo): PageCell {
  const value = values.get(id);
  if (!value) return { html: status === 'failed' ? OUTCOMES.failed : asPrinted(null), isNumber: true };
  return printedCell(asPrinted(value), value, linkTo);
}
