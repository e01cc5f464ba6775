/** The nine forms of one account in the wording and layout of one publisher. */
import type { Form } from '../../schemas/disclosure.js';
import { type Account, BUDGETS, type Source } from '../accounts/account.js';
import type { Code } from '../accounts/books.js';
import { budgetColumns, type CodeColumn, type CodeManner, codeBlock, expenditureColumns, fundColumns, incomeColumns } from './codes.js';
import { type EconomicManner, economicColumns, economicPanels, type Panel } from './economic.js';
import { type Block, type Heading, type Sheet, sheetOf } from './sheet.js';
import { appropriationSides, type SummaryManner, summaryBlocks, summarySides } from './summary.js';

export interface FormStyle {
  /** 1 as printed: `公开 01 表`. */
  number: (ordinal: number) => string | null;
  departmentLabel: string;
  unit: '元' | '万元';
  unitLabel: string;
  byCode: CodeManner;
  bySide: SummaryManner;
  /** Printed for 使用非财政拨款结余. */
  surplusUsed: string;
  /** At the end of each note of a table with figures. */
  rounding: string;
  /** Over the amounts of 08, and the first of them. */
  capitalTitle: string;
}

/** `statement`: why the table has no figures. */
export interface Differing extends Partial<CodeManner> {
  statement?: string;
}

const ALL: Source[] = [...BUDGETS, 'superior', 'operations', 'business', 'other'];

export class FormSet {
  #account: Account;
  #style: FormStyle;

  constructor(account: Account, style: FormStyle) {
    this.#account = account;
    this.#style = style;
  }

  /** `lines`: the 行次 of both sides where they are not simply counted. */
  summary(ordinal: number, differing: Partial<SummaryManner> = {}, lines?: [number[], number[]]): Sheet {
    const manner = { ...this.#style.bySide, ...differing };
    const sides = summarySides(this.#account, manner, this.#style.surplusUsed);
    const heading = this.#heading('income-expenditure-summary', ordinal, '收入支出决算总表');
    return this.#twoSided(heading, summaryBlocks(sides, manner, false, lines), '本表反映部门本年度的总收支和年末结转结余情况。');
  }

  income(ordinal: number, differing: Differing = {}): Sheet {
    const heading = this.#heading('income', ordinal, '收入决算表');
    return this.#coded(heading, ALL, incomeColumns, '本表反映部门本年度取得的各项收入情况。', differing);
  }

  expenditure(ordinal: number, differing: Differing = {}): Sheet {
    const heading = this.#heading('expenditure', ordinal, '支出决算表');
    return this.#coded(heading, ALL, expenditureColumns, '本表反映部门本年度各项支出情况。', differing);
  }

  appropriation(ordinal: number, differing: Partial<SummaryManner> = {}, lines?: [number[], number[]]): Sheet {
    const manner = { ...this.#style.bySide, ...differing };
    const blocks = summaryBlocks(appropriationSides(this.#account, manner), manner, true, lines);
    const heading = this.#heading('fiscal-appropriation-summary', ordinal, '财政拨款收入支出决算总表');
    const subject = '本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。';
    return this.#twoSided(heading, blocks, subject);
  }

  generalPublic(ordinal: number, differing: Differing = {}): Sheet {
    const heading = this.#heading('general-public-expenditure', ordinal, '一般公共预算财政拨款支出决算表');
    const columns = budgetColumns(['本年支出'], '小计');
    return this.#coded(heading, ['general'], columns, '本表反映部门本年度一般公共预算财政拨款支出情况。', differing);
  }

  basicPanels(ordinal: number, title: string, panels: Panel[], columns: EconomicManner['columns']): Sheet {
    const blocks = economicPanels(this.#account, panels, { columns, print: this.#style.byCode.print });
    return this.#basic(ordinal, title, blocks);
  }

  basicColumns(ordinal: number, title: string, codes: Code[], under: string): Sheet {
    return this.#basic(ordinal, title, [economicColumns(this.#account, codes, under, this.#style.byCode.print)]);
  }

  fund(ordinal: number, differing: Differing = {}): Sheet {
    const heading = this.#heading('government-fund', ordinal, '政府性基金预算财政拨款收入支出决算表');
    const subject = '本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。';
    return this.#coded(heading, ['fund'], fundColumns, subject, differing);
  }

  capital(ordinal: number, differing: Differing = {}): Sheet {
    const heading = this.#heading('state-capital', ordinal, this.#style.capitalTitle);
    const columns = budgetColumns(['本年支出'], '合计');
    return this.#coded(heading, ['capital'], columns, '本表反映部门本年度国有资本经营预算财政拨款支出情况。', differing);
  }

  threePublic(ordinal: number, title: string, block: Block, subject: string): Sheet {
    return this.#plain(this.#heading('three-public', ordinal, title), [block], subject);
  }

  #basic(ordinal: number, title: string, blocks: Block[]): Sheet {
    const heading = this.#heading('general-public-basic-expenditure', ordinal, title);
    return this.#plain(heading, blocks, '本表反映部门本年度一般公共预算财政拨款基本支出明细情况。');
  }

  #coded(heading: Heading, sources: Source[], columns: CodeColumn[], subject: string, { statement, ...differing }: Differing): Sheet {
    const block = codeBlock(this.#account, sources, columns, { ...this.#style.byCode, ...differing });
    if (statement === undefined) return this.#plain(heading, [block], subject);
    return { ...this.#plain(heading, [block], subject), notes: [`注：${subject}`], statement };
  }

  #plain(heading: Heading, blocks: Block[], subject: string): Sheet {
    return sheetOf(heading, blocks, { headings: 'panels', order: 'blocks', notes: [`注：${subject}${this.#style.rounding}`] });
  }

  #twoSided(heading: Heading, blocks: Block[], subject: string): Sheet {
    return sheetOf(heading, blocks, { headings: 'sides', order: 'lines', notes: [`注：${subject}${this.#style.rounding}`] });
  }

  #heading(form: Form, ordinal: number, title: string): Heading {
    const { number, departmentLabel, unit, unitLabel } = this.#style;
    return { form, number: number(ordinal), title, department: this.#account.department, departmentLabel, unit, unitLabel };
  }
}
