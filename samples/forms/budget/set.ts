/** The forms of one budget in the wording and layout of one publisher. */
import type { Form } from '../../../schemas/disclosure.js';
import { type Budget, type BudgetFlow, type BudgetSource, paidFrom } from '../../accounts/budget.js';
import { type Block, type Heading, type Sheet, sheetOf } from '../sheet.js';
import { type CodedManner, codedBlock, onlyRowBlock, unitBlock } from './coded.js';
import { type BudgetColumn, FURTHER_KINDS, type KindShape, kindColumns, type SourceShape, sourceColumns } from './columns.js';
import { type EconomicShape, economicBlock } from './economic.js';
import { type ItemManner, projectBlock, purchaseBlock } from './items.js';
import { type BudgetSummaryManner, budgetSides } from './summary.js';
import { type ThreePublicShape, threePublicBlock } from './three-public.js';

export interface BudgetStyle {
  /** Printed for a table's place among the tables; null where none is. */
  number: (ordinal: number) => string | null;
  departmentLabel: string;
  unit: '元' | '万元';
  unitLabel: string;
  coded: CodedManner;
  sides: BudgetSummaryManner;
  items: ItemManner;
}

/** Under a table: a remark, or why there is nothing in it. */
export interface Foot {
  notes?: string[];
  statement?: string;
}

export class BudgetForms {
  #budget: Budget;
  #style: BudgetStyle;
  #drawn = 0;

  constructor(budget: Budget, style: BudgetStyle) {
    this.#budget = budget;
    this.#style = style;
  }

  summary(title: string, differing: Partial<BudgetSummaryManner> = {}): Sheet {
    return this.#twoSided('budget-summary', title, budgetSides(this.#budget, { ...this.#style.sides, ...differing }, 'all'));
  }

  fiscalSummary(title: string, by: 'fiscal' | 'fiscal-by-budget', differing: Partial<BudgetSummaryManner> = {}): Sheet {
    return this.#twoSided('budget-fiscal-summary', title, budgetSides(this.#budget, { ...this.#style.sides, ...differing }, by));
  }

  income(title: string, rows: 'functions' | 'units' | 'one', shape: SourceShape): Sheet {
    const { flows, units } = this.#budget;
    const columns = sourceColumns(shape);
    const { coded } = this.#style;
    const block = {
      functions: () => codedBlock(flows, units, columns, coded),
      units: () => unitBlock(flows, units, columns, coded),
      one: () => onlyRowBlock(flows, columns, coded),
    }[rows]();
    return this.#plain('budget-income', title, block);
  }

  expenditure(title: string, shape: KindShape, further: boolean, differing: Partial<CodedManner> = {}): Sheet {
    const columns = [...kindColumns(shape), ...(further ? FURTHER_KINDS : [])];
    return this.#coded('budget-expenditure', title, this.#budget.flows, columns, differing);
  }

  /** The table of one of the three budgets. */
  appropriation(
    source: BudgetSource & ('general' | 'fund' | 'capital'),
    title: string,
    shape: KindShape,
    foot: Foot = {},
    differing: Partial<CodedManner> = {},
  ): Sheet {
    const form = { general: 'budget-general-public-expenditure', fund: 'budget-government-fund', capital: 'budget-state-capital' }[source];
    const flows = paidFrom(this.#budget.flows, source);
    return footed(this.#coded(form, title, flows, kindColumns(shape), differing), foot);
  }

  basic(title: string, shape: EconomicShape): Sheet {
    return this.#plain('budget-general-public-basic', title, economicBlock(this.#budget, shape, this.#style.coded.print));
  }

  threePublic(title: string, shape: ThreePublicShape, foot: Foot = {}): Sheet {
    const sheet = this.#plain('budget-three-public', title, threePublicBlock(this.#budget, shape, this.#style.coded.print));
    return footed(sheet, foot);
  }

  projects(title: string, columns: BudgetColumn[], differing: Partial<ItemManner> = {}): Sheet {
    return this.#plain('budget-project', title, projectBlock(this.#budget, columns, { ...this.#style.items, ...differing }));
  }

  purchases(title: string, columns: BudgetColumn[], differing: Partial<ItemManner> = {}, foot: Foot = {}): Sheet {
    const block = purchaseBlock(this.#budget, columns, { ...this.#style.items, ...differing });
    return footed(this.#plain('budget-procurement', title, block), foot);
  }

  #coded(form: Form, title: string, flows: BudgetFlow[], columns: BudgetColumn[], differing: Partial<CodedManner>): Sheet {
    return this.#plain(form, title, codedBlock(flows, this.#budget.units, columns, { ...this.#style.coded, ...differing }));
  }

  #plain(form: Form, title: string, block: Block): Sheet {
    return sheetOf(this.#heading(form, title), [block], { headings: 'panels', order: 'blocks', notes: [] });
  }

  #twoSided(form: Form, title: string, blocks: Block[]): Sheet {
    return sheetOf(this.#heading(form, title), blocks, { headings: 'sides', order: 'lines', notes: [] });
  }

  /** Numbered in the order in which they are asked for. */
  #heading(form: Form, title: string): Heading {
    this.#drawn += 1;
    const { number, departmentLabel, unit, unitLabel } = this.#style;
    return { form, number: number(this.#drawn), title, department: this.#budget.department, departmentLabel, unit, unitLabel };
  }
}

function footed(sheet: Sheet, { notes = [], statement }: Foot): Sheet {
  return { ...sheet, notes, statement: statement ?? null };
}
