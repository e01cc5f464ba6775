/**
 * How the lines of one column of a summary hang together: 一、 stands above （一）, （一） above 1., 类 above 款 and 项; sums such as
 * 本年收入合计 and 收入总计 stand below, or first of all above, what they sum up.
 */
import type { LinesThatSum } from '../../../extractors/form.js';
import type { DisclosureRow } from '../../../schemas/disclosure.js';
import { ordinalRank } from '../../base/patterns.js';
import type { Side } from '../../model/side.js';
import { sideOfColumn } from './lines.js';
import { isOfWhich } from './rows.js';
import type { Sheet } from './sheet.js';

/** A line and the lines that add up to it, as rows. */
export interface LineSum {
  readonly total: number;
  readonly parts: readonly number[];
  /** A sum by its name, of what stands on the same level; others are sums of the level below them. */
  readonly isNamed: boolean;
  /** Nothing that stands there is of unknown meaning. */
  readonly certain: boolean;
}

interface Line {
  readonly row: number;
  /** Of its ordinal; 0 where it bears none. */
  readonly rank: number;
  readonly concept: string | null;
  /** Something is printed in the column; a heading without an amount stands for what is below it. */
  readonly isFilled: boolean;
  readonly below: Line[];
  /** What is below may be no level of its own. */
  isLoose: boolean;
}

/** The sums among the lines that have something in a column. */
export function lineSums(sheet: Sheet, column: string, declared: LinesThatSum): LineSum[] {
  const tree = new LineTree(sheet, declared);
  const side = sideOfColumn(sheet, column);
  for (const row of sheet.outline.body) {
    const printed = sheet.table.rows[row];
    if (!printed) continue;
    if (printed.cells[column]) tree.add(row, printed, true);
    else if (Object.keys(printed.cells).length === 0) tree.addBlank(row, printed, side);
  }
  return [...tree.named, ...tree.levels()];
}

class LineTree {
  readonly named: LineSum[] = [];
  readonly #declared: LinesThatSum;
  readonly #parts: { readonly of: string; readonly words: Readonly<Record<string, unknown>> } | undefined;
  /** More than two sides: a line without amounts may stand on any. */
  readonly #isManySided: boolean;
  readonly #all: Line[] = [];
  /** Lines that no sum has counted yet. */
  #tops: Line[] = [];
  /** The line that the next may stand below, and those it stands below itself. */
  #open: Line[] = [];
  /** A sum has been printed below what it sums up: from here on lines without ordinals stand on the topmost level. */
  #isSummed = false;
  #isOfWhich = false;
  /** A sum that stands above what it sums up. */
  #heading: Line | null = null;
  /** The rank of a heading that may be of this side or not. */
  #strangerRank: number | null = null;

  constructor({ declaration, columns }: Sheet, declared: LinesThatSum) {
    this.#declared = declared;
    this.#isManySided = Object.values(declaration?.repeated ?? {}).some((keys) => keys.some((key) => columns.includes(key)));
    this.#parts = declaration?.rows.by === 'words' ? declaration.rows.parts : undefined;
  }

  add(row: number, { name, concept }: DisclosureRow, isFilled: boolean): void {
    const line: Line = { row, rank: ordinalRank(name), concept, isFilled, below: [], isLoose: false };
    // 其中：A, and B in a line of its own below it, are parts of what is counted already.
    this.#isOfWhich = isOfWhich(name) || (this.#isOfWhich && line.rank === 0 && concept === null);
    if (this.#isOfWhich) return;
    if (isFilled && line.rank <= (this.#strangerRank ?? 0)) this.#strangerRank = null;
    if (concept !== null && this.#declared.sums.includes(concept)) this.#addSum(line);
    else this.#addLine(line);
    this.#all.push(line);
  }

  /** A line without amounts may head those below it. */
  addBlank(row: number, printed: DisclosureRow, side: Side | null): void {
    const { concept, name } = printed;
    const own = concept === null || this.#isManySided ? null : this.#sideOf(concept);
    if (side === null || own === side) this.add(row, printed, false);
    else if (own === null && !isOfWhich(name)) this.#strangerRank = ordinalRank(name);
  }

  #sideOf(concept: string): Side {
    return CODED.test(concept) || this.#declared.spent.includes(concept) ? '支出' : '收入';
  }

  /** Every line with an amount and lines below it. */
  levels(): LineSum[] {
    return this.#all.flatMap((line) => {
      const parts = line.below.flatMap(counted);
      if (!line.isFilled || parts.length === 0) return [];
      return [{ total: line.row, parts: parts.map((part) => part.row), isNamed: false, certain: !line.isLoose }];
    });
  }

  #addSum(line: Line): void {
    const parts = this.#tops.flatMap(counted);
    // Nothing above: what it sums up stands below it.
    if (parts.length === 0) {
      this.#place(line, null);
      this.#heading = line;
    } else if (line.isFilled) this.#sumUp(line, parts);
  }

  #sumUp(line: Line, parts: readonly Line[]): void {
    const certain = !this.#tops.some((top) => top.isLoose && !top.isFilled);
    this.named.push({ total: line.row, parts: parts.map((part) => part.row), isNamed: true, certain });
    this.#tops = [line];
    this.#open = [];
    this.#isSummed = true;
  }

  #addLine(line: Line): void {
    const whole = this.#wholeOf(line.concept) ?? this.#categoryOf(line.concept);
    if (whole) whole.below.push(line);
    else if (line.rank > 0) this.#place(line, this.#aboveRank(line.rank));
    else if (this.#isTop(line)) this.#place(line, null);
    else this.#addUnnumbered(line);
  }

  /** Among numbered lines one without an ordinal is a part of the last. */
  #addUnnumbered(line: Line): void {
    const above = this.#open.findLast(({ rank }) => rank > 0);
    if (!above) {
      this.#place(line, null);
      return;
    }
    above.below.push(line);
    if (line.concept === null) above.isLoose = true;
  }

  #isTop({ concept }: Line): boolean {
    const isNumbered = this.#open.some(({ rank }) => rank > 0);
    const last = this.#open.at(-1)?.concept ?? '';
    const isCategory = concept !== null && CATEGORY.test(concept) && CATEGORY.test(last);
    return this.#isSummed || !isNumbered || isCategory || this.#isBeside(concept);
  }

  #isBeside = (concept: string | null): boolean => concept !== null && this.#declared.beside.includes(concept);

  /** What a sum above counts: all but the balances, or those too. */
  #headingOf({ concept }: Line): Line | null {
    const isLast = this.#isBeside(concept) && this.#declared.ofYear.includes(this.#heading?.concept ?? '');
    if (isLast) this.#heading = null;
    return this.#heading;
  }

  #place(line: Line, wanted: Line | null): void {
    const above = wanted ?? this.#headingOf(line);
    if (above) {
      above.below.push(line);
      this.#open = [...this.#open.slice(0, this.#open.indexOf(above) + 1), line];
    } else {
      this.#tops.push(line);
      this.#open = [line];
    }
  }

  #aboveRank(rank: number): Line | null {
    const above = this.#open.findLast((line) => line.rank < rank);
    if (!above) return null;
    if (this.#strangerRank !== null && this.#strangerRank < rank) above.isLoose = true;
    const isHeading = above.rank > 0 || rank > FIRST_RANK || (above.concept !== null && this.#declared.sums.includes(above.concept));
    return isHeading ? above : null;
  }

  /** The balance that a line is declared a part of. */
  #wholeOf(concept: string | null): Line | undefined {
    const { of, words } = this.#parts ?? {};
    if (concept === null || !words || !Object.hasOwn(words, concept)) return undefined;
    return this.#all.findLast((line) => line.concept === of);
  }

  /** The 款 or 类 that a line's code begins with. */
  #categoryOf(concept: string | null): Line | undefined {
    if (concept === null || !BELOW_CATEGORY.test(concept)) return undefined;
    const isAbove = (line: Line) =>
      line.concept !== null && line.concept.length < concept.length && CODED.test(line.concept) && concept.startsWith(line.concept);
    return this.#all.findLast(isAbove);
  }
}

/** Of 一、. */
const FIRST_RANK = 1;

const CODED = /^[a-z]+\/\d+$/u;
const CATEGORY = /^[a-z]+\/\d{3}$/u;
const BELOW_CATEGORY = /^[a-z]+\/\d{5,}$/u;

/** The line, or what is below it where it has no amount of its own. */
const counted = (line: Line): readonly Line[] => (line.isFilled ? [line] : line.below.flatMap(counted));
