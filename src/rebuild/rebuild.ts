/** Stage 2: pages → the grids of their tables, joined over pages, and the lines of text around them. */
import { type Attempts, detailOf, THROWN } from '../base/own-errors.js';
import type { Glyph } from '../model/glyph.js';
import type { Grid } from '../model/grid.js';
import type { Page, TextLine, UnreadPage } from '../model/page.js';
import type { Told } from '../model/told.js';
import { findFurniture } from './furniture.js';
import { type PageLayout, pageToLayout } from './page-layout.js';
import { layoutToParts } from './parts.js';
import { addRulelessTables, findRulelessTables } from './ruleless/add-tables.js';
import type { RulelessTable } from './ruleless/find-tables.js';
import type { Places } from './sheets/places.js';
import { partToGrid, stitchGrids } from './stitch.js';
import type { UprightPage } from './turn.js';

/** A document taken apart: its tables, and all its other text. */
export interface Layout {
  readonly grids: readonly Grid[];
  /** Text outside the grids without the furniture, in reading order: captions, notes, prose. */
  readonly lines: readonly TextLine[];
  /** Page numbers, running heads. */
  readonly furniture: readonly TextLine[];
  /** Lines that stand inside cells: a caption or note in the grid itself. */
  readonly inGrids: ReadonlySet<TextLine>;
  readonly pages: readonly PageCounts[];
  /** By page number: the page as the stages read it. The boxes of all lines are upright; results point at the page as displayed. */
  readonly upright: ReadonlyMap<number, UprightPage>;
  /** Where its pages are imaginary: the places they stand for, their names, and what is said of the document as a whole. */
  readonly places?: Places;
  readonly sheetNames?: readonly (string | null)[];
  readonly told?: readonly Told[];
}

/** One page's glyphs, counted where they stand. */
interface PageCounts {
  readonly number: number;
  /** All glyphs of the page. */
  readonly glyphs: number;
  /** In the cells of its grids, headers that a continuation repeats included. */
  readonly inGrids: number;
  /** Turned glyphs outside the grids: watermarks, seals. */
  readonly marks: number;
  readonly doubled: number;
  readonly hidden: number;
  /** Glyphs without a meaning outside the grids. */
  readonly illegible: readonly Glyph[];
  /** Glyphs that mean something, inside and outside the grids. */
  readonly legible: number;
}

/** A document taken apart as far as its rules show it: where they leave a doubt, in each way its tables can be read. */
export interface Structure {
  /** Of all pages but those that an error of ours stopped. */
  readonly ruled: readonly PageLayout[];
  readonly stopped: readonly UnreadPage[];
  readonly furniture: ReadonlySet<TextLine>;
  readonly ruleless: readonly RulelessTable[];
}

/** Pages → their ruled grids, and the tables without vertical rules in each way they can be read. */
export function pagesToStructure(pages: readonly Page[], errors: Attempts = THROWN): Structure {
  const laidOut = pages.map(pageToLayoutOrNone);
  const ruled = laidOut.filter((each): each is PageLayout => !('problem' in each));
  const stopped = laidOut.filter((each): each is UnreadPage => 'problem' in each);
  const furniture = errors.attempt(
    '页眉页脚',
    () => findFurniture(ruled),
    () => new Set<TextLine>(),
  );
  return { ruled, stopped, furniture, ruleless: findRulelessTables(ruled, furniture, errors) };
}

/** A page's layout; where an error of ours stops it, a page that could not be read. */
function pageToLayoutOrNone(page: Page): PageLayout | UnreadPage {
  try {
    return pageToLayout(page);
  } catch (error) {
    const { number, width, height, rotation } = page;
    return { number, width, height, rotation, problem: detailOf(error), ours: true };
  }
}

/** A structure → grids over pages, and the lines around them. @param wayOf the way in which a table without vertical rules is read */
export function structureToLayout(
  { ruled, furniture, ruleless }: Structure,
  wayOf: (table: number) => number = () => 0,
  errors: Attempts = THROWN,
): Layout {
  const layouts = addRulelessTables(ruled, furniture, ruleless, wayOf);
  return {
    grids: layoutsToGrids(layouts, furniture, errors),
    lines: layouts.flatMap((l) => l.lines.filter((line) => !furniture.has(line))),
    furniture: [...furniture],
    inGrids: new Set(linesInGrids(layouts)),
    pages: layouts.map(countGlyphs),
    upright: new Map(layouts.map(({ page, upright }) => [page.number, upright])),
  };
}

/** The grids of a structure alone: what another way to read its tables is told by. */
export const structureToGrids = ({ ruled, furniture, ruleless }: Structure, wayOf: (table: number) => number): readonly Grid[] =>
  layoutsToGrids(addRulelessTables(ruled, furniture, ruleless, wayOf), furniture, THROWN);

function layoutsToGrids(layouts: readonly PageLayout[], furniture: ReadonlySet<TextLine>, errors: Attempts): readonly Grid[] {
  const parts = layouts.flatMap((layout) => layoutToParts(layout, furniture));
  return errors.attempt(
    '跨页表格的连接',
    () => stitchGrids(parts),
    () => parts.map(partToGrid),
  );
}

/** Pages → grids over pages, and the lines around them; every table in its likeliest way. */
export const pagesToLayout = (pages: readonly Page[]): Layout => structureToLayout(pagesToStructure(pages));

function linesInGrids(layouts: readonly PageLayout[]): TextLine[] {
  const found: TextLine[] = [];
  for (const { grids } of layouts) for (const { cells } of grids) for (const { lines } of cells) found.push(...lines);
  return found;
}

function countGlyphs(layout: PageLayout): PageCounts {
  const { page, marks, doubled, hidden, illegible } = layout;
  const inGrids = linesInGrids([layout]);
  return {
    number: page.number,
    glyphs: page.glyphs.length,
    inGrids: inGrids.reduce((count, { glyphs }) => count + glyphs.length, 0),
    marks: marks.length,
    doubled,
    hidden,
    illegible,
    legible: countShown(layout.lines) + countShown(inGrids),
  };
}

function countShown(lines: readonly TextLine[]): number {
  let count = 0;
  for (const { glyphs } of lines) for (const { state } of glyphs) if (state === 'shown') count++;
  return count;
}
