/** The forms of an account in the wording and printing of a layout. */
import type { Account } from '../accounts/account.js';
import { FUNCTION_CLASSES, PERSONNEL_BOOK, PUBLIC_BOOK } from '../accounts/books.js';
import type { Cell } from '../drawing/grid.js';
import type { Panel } from '../forms/economic.js';
import { FormSet, type FormStyle } from '../forms/set.js';
import type { Sheet } from '../forms/sheet.js';
import { numbered } from '../forms/summary.js';
import { itemRows, pairs, sixAndSix, sixFinals } from '../forms/three-public.js';
import { budgetAndFinalTexts } from '../forms/three-public-texts.js';
import { amountText } from './amount-text.js';
import type { RandomLayout } from './layout.js';
import type { Random } from './random.js';

/** Amounts as the forms are made with; `printedSheet` prints them in the layout's manner. */
const PLAIN = { separators: false, zero: '0.00' };

export function randomSheets(account: Account, layout: RandomLayout, random: Random): Sheet[] {
  const set = new FormSet(account, styleOf(layout, random));
  const sheets = [
    set.summary(1),
    set.income(2),
    set.expenditure(3),
    set.appropriation(4),
    set.generalPublic(5),
    basicSheet(set, account, layout),
    set.fund(7, statement(layout.fund, account, '政府性基金预算财政拨款收入、支出')),
    set.capital(8, statement(layout.capital, account, '国有资本经营预算财政拨款支出')),
    threePublicSheet(set, account, layout),
  ];
  const drawn = layout.forms === 'all' ? sheets : random.some(sheets, random.between(2, 5));
  return drawn.map((sheet) => printedSheet(sheet, layout));
}

function styleOf(layout: RandomLayout, random: Random): FormStyle {
  const isCut = layout.code === 'split' || layout.code === 'merged';
  const ordinals = layout.ordinals ? '栏次' : null;
  const isTwoLevel = isCut || random.chance(0.6);
  return {
    number: (ordinal) => (layout.number === 'none' ? null : `公开0${ordinal}表`),
    departmentLabel: random.pick(['部门：', '编制单位：', '单位名称：']),
    unit: layout.unit,
    unitLabel: random.pick(['单位：', '金额单位：']),
    byCode: {
      code: isCut ? 'split' : 'whole',
      codePath: isTwoLevel ? ['项目', '功能分类科目编码'] : ['科目编码'],
      namePath: isTwoLevel ? ['项目', '科目名称'] : ['科目名称'],
      nameWidth: 2,
      levels: layout.levels,
      total: 'first',
      ordinals,
      print: PLAIN,
    },
    bySide: {
      classes: numbered(FUNCTION_CLASSES),
      item: '项目',
      line: layout.lines ? '行次' : null,
      ordinals,
      amount: random.pick(['金额', '决算数']),
      print: PLAIN,
    },
    surplusUsed: '使用非财政拨款结余',
    rounding: '',
    capitalTitle: '国有资本经营预算财政拨款支出决算表',
  };
}

function basicSheet(set: FormSet, account: Account, { basic }: RandomLayout): Sheet {
  const title = '一般公共预算财政拨款基本支出决算表';
  if (basic !== 'list') return set.basicPanels(6, title, panelsOf(basic), ['科目编码', '科目名称', '决算数']);
  const spentOn = (code: string) => account.economic.some((line) => line.code.startsWith(code));
  return set.basicColumns(
    6,
    title,
    [...PERSONNEL_BOOK, ...PUBLIC_BOOK].filter(({ code }) => spentOn(code)),
    '本年基本支出',
  );
}

function panelsOf(basic: 'two-panels' | 'three-panels' | 'grouped-panels'): Panel[] {
  const [goods, capital] = [true, false].map((isGoods) => PUBLIC_BOOK.filter(({ code }) => code.startsWith('302') === isGoods));
  if (basic === 'three-panels') return [PERSONNEL_BOOK, goods ?? [], capital ?? []].map((codes) => ({ heading: null, codes }));
  return [
    { heading: basic === 'grouped-panels' ? '人员经费' : null, codes: PERSONNEL_BOOK },
    { heading: basic === 'grouped-panels' ? '公用经费' : null, codes: PUBLIC_BOOK },
  ];
}

function threePublicSheet(set: FormSet, { threePublic }: Account, layout: RandomLayout): Sheet {
  const title = '一般公共预算财政拨款“三公”经费支出决算表';
  const block = {
    six: () => sixFinals(threePublic.final, PLAIN),
    twelve: () => sixAndSix(budgetAndFinalTexts(threePublic, PLAIN)),
    pairs: () => pairs(threePublic, '财政拨款“三公”经费', PLAIN),
    rows: () => itemRows(threePublic, PLAIN),
  }[layout.threePublic]();
  const shown = layout.ordinals ? block : { ...block, ordinalLabels: null };
  const sheet = set.threePublic(9, title, shown, '本表反映部门本年度“三公”经费支出情况。');
  return layout.threePublic === 'rows' ? sheet : { ...sheet, grid: { ...sheet.grid, cells: sheet.grid.cells.map(centred) } };
}

/** `empty` has only zeros, `declared` says so under the table too. */
function statement(state: RandomLayout['fund'], { department }: Account, what: string): { statement?: string } {
  return state === 'declared' ? { statement: `说明：${department}本年度没有${what}，故本表无数据。` } : {};
}

/** Amounts, spaces and codes as the layout has them. */
export function printedSheet(sheet: Sheet, layout: RandomLayout): Sheet {
  const amounts = new Set(sheet.rows.flatMap((row) => row.cells.map((cell) => `${cell.row},${cell.column}`)));
  const shownAmount = (text: string) => (text === '' ? '' : amountText(text, layout));
  const cells = sheet.grid.cells.map((cell): Cell => {
    if (amounts.has(`${cell.row},${cell.column}`)) return { ...cell, text: shownAmount(cell.text) };
    return { ...cell, text: labelText(cell, sheet, layout) };
  });
  const merged = layout.code === 'merged' ? withMergedCodes(cells, sheet) : cells;
  const notes = layout.notes ? sheet.notes : [];
  const department = layout.department ? sheet.department : null;
  return { ...sheet, department, notes, grid: { ...sheet.grid, cells: merged } };
}

/** 项  目 and 合  计 set wide; names of 款 and 项 indented. */
function labelText({ text, row, column }: Cell, sheet: Sheet, layout: RandomLayout): string {
  if (layout.spaced && (text === '项目' || text === '合计' || text === '栏次' || text === '总计'))
    return `${text.slice(0, 1)}  ${text.slice(1)}`;
  if (layout.code !== 'indented') return text;
  const code = sheet.rows.find((candidate) => candidate.cells[0]?.row === row && candidate.row.name === text)?.row.code;
  if (code == null || column === 0) return text;
  return `${'  '.repeat(Math.max(0, (code.length - 3) / 2))}${text}`;
}

/** The three cells of each code as one, with the whole code in it. */
function withMergedCodes(cells: Cell[], sheet: Sheet): Cell[] {
  const isCut = cells.some((cell) => cell.text === '类' && cell.row < sheet.grid.headerRows);
  if (!isCut) return cells;
  const inCode = (cell: Cell) => cell.column < 3 && cell.columnSpan === 1 && cell.row >= sheet.grid.headerRows;
  return cells.flatMap((cell) => {
    if (!inCode(cell)) return [cell];
    if (cell.column > 0) return [];
    const parts = cells.filter((other) => other.row === cell.row && inCode(other)).sort((a, b) => a.column - b.column);
    return [{ ...cell, columnSpan: 3, text: parts.map((part) => part.text).join(''), align: 'left' as const }];
  });
}

function centred(cell: Cell): Cell {
  return { ...cell, align: 'center' };
}
