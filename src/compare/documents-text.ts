import { say } from '../base/language.js';
import { printable, textTable } from '../base/text-table.js';
import { OUTCOMES } from '../emit/words.js';
import { figureName } from '../english/terms.js';
import { type AskedFigure, type DocumentLine, perHeadOf } from './documents.js';
import { asPrinted } from './words.js';

/** Columns of the terminal: English names of figures have the Chinese ones behind. */
const widest = (): number => say(40, 60);

/** A column of the table, and what it shows of a document. */
interface TextColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly of: (line: DocumentLine) => string;
}

/**
 * A line for each document in a terminal: 元 and as printed where one figure is asked for; of several each as printed. Where heads are
 * known, those and each figure by them.
 */
export function documentsText(lines: readonly DocumentLine[], figures: readonly AskedFigure[]): string {
  const [only, ...others] = figures;
  const isAlone = only !== undefined && others.length === 0;
  const isPerHead = lines.some(({ heads }) => heads !== undefined);
  const columns: TextColumn[] = [
    { title: say('部门', 'Department'), align: 'left', of: ({ department }) => department ?? '—' },
    { title: say('年度', 'Year'), align: 'left', of: ({ year }) => (year === null ? '—' : String(year)) },
    { title: say('文件', 'File'), align: 'left', of: ({ file }) => file },
    ...(isPerHead ? [right(say('人数', 'Heads'), ({ heads }) => heads ?? '')] : []),
    ...(isAlone ? [right(say(`${only.words}（元）`, `${figureName(only)} (元)`), ({ values }) => values.get(only.id)?.yuan ?? '')] : []),
    ...figures.flatMap((figure) => [
      right(isAlone ? say('印作', 'as printed') : figureName(figure), (line) => printed(line, figure.id)),
      ...(isPerHead ? [right(say('元/人', '元 per head'), (line) => perHeadOf(line, figure.id) ?? '')] : []),
    ]),
  ];
  const cells = lines.map((line) => columns.map(({ of }) => of(line)));
  const unread = lines
    .filter(({ reason }) => reason !== null)
    .map(({ file, reason }) => `${printable(`${file}${say('：', ': ')}${reason ?? ''}`)}\n`);
  return textTable(columns, cells, { widest: widest() }) + unread.join('') + (isPerHead ? `${perHeadNote()}\n` : '');
}

const right = (title: string, of: TextColumn['of']): TextColumn => ({ title, align: 'right', of });

const printed = ({ status, values }: DocumentLine, id: string): string =>
  status === 'failed' && !values.has(id) ? OUTCOMES.failed : asPrinted(values.get(id));

/** How figures for each head are made. */
export const perHeadNote = (): string =>
  say(
    '元/人：金额（元）除以所给人数，四舍五入到分。',
    '元 per head: the amount in 元 divided by the heads given, rounded half up to 0.01.',
  );
