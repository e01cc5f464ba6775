import { TEXT_CUT } from '../../../extractors/shared/wording-rules.js';
import type { Finding } from '../../../schemas/disclosure.js';
import { boxAroundAll, roundBox } from '../../model/box.js';
import type { Box, Glyph, Rule } from '../../model/glyph.js';
import type { Page } from '../../model/page.js';

/** pt. Glyphs of one line stand this near to one baseline. */
const SAME_LINE = 1;
/** Ems between the pens of two lines of one text. */
const PITCH = 2;
/** pt that the sizes of two lines of one text differ by at most, and that a frame lies off the line that it cuts. */
const SIZE = 0.5;
const NEAR = 1.5;
/** Texts that a message quotes. */
const MOST_QUOTED = 5;

/** Glyphs on one baseline, of one state, each near to the one before. */
interface Run {
  readonly text: string;
  readonly box: Box;
  readonly y: number;
  readonly size: number;
}

/**
 * Words that their cell has no room for: the next line of what a cell shows lies beyond the rule that bounds it, and is painted nowhere.
 * Cells that go on on another page paint there what they hide here. One finding for each page.
 */
export function checkCutText(pages: readonly Page[]): Finding[] {
  const shown = new Map<number, readonly Run[]>();
  const shownOn = (page: Page | undefined): readonly Run[] => {
    if (!page) return [];
    const known = shown.get(page.number) ?? runsOf(page.glyphs, 'shown');
    shown.set(page.number, known);
    return known;
  };
  return pages.flatMap((page, i): Finding[] => {
    const inside = (run: Run) => run.box[1] >= 0 && run.box[3] <= page.height && run.box[0] >= 0 && run.box[2] <= page.width;
    const hidden = runsOf(page.glyphs, 'hidden').filter(inside);
    if (hidden.length === 0) return [];
    const beside = [...shownOn(pages[i - 1]), ...shownOn(pages[i + 1])];
    const cut = hidden.filter((run) => isCut(run, shownOn(page), page.rules) && !isPainted(run, [...beside, ...shownOn(page)]));
    return cut.length === 0 ? [] : [toFinding(page, cut)];
  });
}

function toFinding({ number }: Page, cut: readonly Run[]): Finding {
  const [first] = cut;
  const texts = cut.slice(0, MOST_QUOTED).map(({ text }) => `“${text}”`);
  const more = cut.length > texts.length ? `等${cut.length}处` : '';
  return {
    rule: TEXT_CUT.id,
    severity: 'info',
    verdict: 'publisher',
    message: `第${number}页表中有文字超出格子，没有显示：${texts.join('、')}${more}。`,
    cells: [],
    quote: { section: null, page: number, box: first ? roundBox(first.box) : null, text: first?.text ?? '' },
  };
}

/** It goes on from a line above or below, on the other side of a rule. */
function isCut(run: Run, shown: readonly Run[], rules: readonly Rule[]): boolean {
  return shown.some((line) => {
    const isNext = Math.abs(line.size - run.size) <= SIZE && Math.abs(line.y - run.y) <= PITCH * run.size && overlaps(line.box, run.box);
    if (!isNext || Math.abs(line.y - run.y) <= SAME_LINE) return false;
    const [from, to] = line.y < run.y ? [line.y, run.box[3]] : [run.box[1], line.box[1]];
    return rules.some((rule) => rule.axis === 'horizontal' && rule.at >= from - NEAR && rule.at <= to + NEAR && spans(rule, run.box));
  });
}

const overlaps = (a: Box, b: Box): boolean => Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > 0;

const spans = ({ from, to }: Rule, [x0, , x1]: Box): boolean => from <= x0 + NEAR && to >= x1 - NEAR;

/** The same words stand at the same margin elsewhere: there the cell goes on. */
const isPainted = (run: Run, shown: readonly Run[]): boolean =>
  shown.some(({ text, box }) => text.includes(run.text) && Math.abs(box[0] - run.box[0]) <= run.size);

/** Level glyphs in runs: beside each other on one baseline, no wider apart than an em. */
function runsOf(glyphs: readonly Glyph[], state: Glyph['state']): Run[] {
  const own = glyphs.filter((glyph) => glyph.state === state && glyph.angle === 0).toSorted((a, b) => a.y - b.y || a.x - b.x);
  const runs: Glyph[][] = [];
  for (const line of linesOf(own)) {
    for (const glyph of line.toSorted((a, b) => a.x - b.x)) {
      const last = runs.at(-1);
      const before = last?.at(-1);
      const goesOn = before && Math.abs(before.y - glyph.y) <= SAME_LINE && glyph.box[0] - before.box[2] <= glyph.size;
      if (last && goesOn && glyph.x >= before.x) last.push(glyph);
      else runs.push([glyph]);
    }
  }
  return runs.flatMap((run) => {
    const [first] = run;
    if (!first) return [];
    return [{ text: run.map(({ text }) => text).join(''), box: boxAroundAll(run), y: first.y, size: first.size }];
  });
}

function linesOf(sorted: readonly Glyph[]): Glyph[][] {
  const lines: Glyph[][] = [];
  for (const glyph of sorted) {
    const last = lines.at(-1);
    if (last?.[0] && glyph.y - last[0].y <= SAME_LINE) last.push(glyph);
    else lines.push([glyph]);
  }
  return lines;
}
