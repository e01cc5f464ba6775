import { printable, textTable } from '../base/text-table.js';
import type { AskedFigure, DocumentLine } from './documents.js';
import { asPrinted } from './words.js';

/** Columns of the terminal. */
const WIDEST = 40;

/** A line for each document in a terminal: 元 and as printed where one figure is asked for; of several each as printed. */
export function documentsText(lines: readonly DocumentLine[], figures: readonly AskedFigure[]): string {
  const [only, ...others] = figures;
  const columns = [
    ...(['部门', '年度', '文件'] as const).map((title) => ({ title, align: 'left' as const })),
    ...(only && others.length === 0 ? [{ title: `${only.words}（元）`, align: 'right' as const }] : []),
    ...figures.map(({ words }) => ({ title: others.length === 0 ? '印作' : words, align: 'right' as const })),
  ];
  const cells = lines.map((line) => {
    const { department, year, file, values } = line;
    const yuan = only && others.length === 0 ? [values.get(only.id)?.yuan ?? ''] : [];
    return [department ?? '—', year === null ? '—' : String(year), file, ...yuan, ...figures.map(({ id }) => printed(line, id))];
  });
  const unread = lines.filter(({ reason }) => reason !== null).map(({ file, reason }) => `${printable(`${file}：${reason ?? ''}`)}\n`);
  return textTable(columns, cells, { widest: WIDEST }) + unread.join('');
}

const printed = ({ status, values }: DocumentLine, id: string): string =>
  status === 'failed' && !values.has(id) ? '未能提取' : asPrinted(values.get(id));
