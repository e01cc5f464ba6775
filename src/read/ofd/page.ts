import type { Box, Glyph, Rule } from '../../model/glyph.js';
import type { Page } from '../../model/page.js';
import { Covers, coverOf } from '../paint/covers.js';
import { groundWhites, inkFrom, inkGlyph, textStyle } from '../paint/ink.js';
import { applyTo, boxThrough, intersect, inverse, type Matrix, multiply } from '../paint/matrix.js';
import { filledMarks, rectangleOf, strokedRules } from '../paint/paths.js';
import { initialPaint, isVisible } from '../paint/state.js';
import { NONE } from './colour.js';
import type { Mark, PathMark, TextMark } from './marks.js';
import { toSubpaths } from './path.js';

/** Text render modes of PDF, as `inkFrom` knows them. */
const FILLED = 0;
const STROKED = 1;

/** What a page shows of what is painted on it: later marks lie over earlier ones. */
export function marksToPage(marks: readonly Mark[]): Pick<Page, 'glyphs' | 'rules' | 'fills' | 'images' | 'shapes'> {
  const [rules, fills, images]: [Rule[], Box[], Box[]] = [[], [], []];
  const covers = new Covers();
  let shapes = 0;
  const letters: { readonly glyph: Glyph; readonly white: boolean; readonly before: number }[] = [];
  for (const mark of marks) {
    if (mark.kind === 'path') {
      const painted = paintPath(mark);
      rules.push(...painted.rules);
      fills.push(...painted.fills);
      covers.add(painted.cover);
      if (painted.isShape) shapes++;
    } else if (mark.kind === 'picture') {
      const box = intersect(boxThrough(mark.matrix, 0, 0, 1, 1), mark.clip);
      if (mark.alpha > 0 && box[2] > box[0] && box[3] > box[1]) images.push(box);
    } else {
      const before = covers.count;
      for (const letter of textToGlyphs(mark)) letters.push({ ...letter, before });
    }
  }
  const seen = letters.map(({ glyph, white, before }) => ({ glyph: covers.seen(glyph, before), white }));
  const whites = seen.filter(({ glyph, white }) => white && glyph.state === 'shown').map(({ glyph }) => glyph);
  const others = seen.filter(({ glyph, white }) => !white || glyph.state !== 'shown').map(({ glyph }) => glyph);
  return { glyphs: [...others, ...groundWhites(whites, [...fills, ...images])], rules, fills, images, ...(shapes > 0 && { shapes }) };
}

function paintPath(mark: PathMark) {
  const subpaths = toSubpaths(mark.segments, mark.matrix);
  const [fill, stroke] = [mark.fill ?? NONE, mark.stroke ?? NONE];
  const state = {
    ...initialPaint(mark.matrix, mark.clip),
    fill: fill.paint,
    fillAlpha: fill.alpha,
    stroke: stroke.paint,
    strokeAlpha: stroke.alpha,
    lineWidth: mark.lineWidth,
  };
  const filled = mark.fill ? filledMarks(subpaths, state) : { rules: [], fills: [] };
  const rules = mark.stroke ? [...strokedRules(subpaths, state), ...filled.rules] : filled.rules;
  const cover = mark.fill && !mark.veiled ? coverOf(subpaths, state) : null;
  const isShape = isVisible(fill.paint, fill.alpha) && subpaths.some((subpath) => rectangleOf(subpath) === null);
  return { rules, fills: filled.fills, cover, isShape };
}

function textToGlyphs(mark: TextMark): { glyph: Glyph; white: boolean }[] {
  const { paint, alpha } = mark.fill ?? mark.stroke ?? NONE;
  const ink = inkFrom(mark.fill ? FILLED : STROKED, paint, alpha);
  const set = letterMatrix(mark);
  const back = inverse(set);
  if (!back) return [];
  const style = textStyle(multiply(mark.matrix, set), mark.size, mark.font.id, mark.clip, ink);
  return mark.letters.flatMap(({ text, x, y, width }) => {
    const [penX, penY] = applyTo(back, x, y);
    const glyph = inkGlyph(text, style, penX, penY, width * mark.size);
    return glyph ? [{ glyph, white: ink.tone === 'white' }] : [];
  });
}

/** From the space of letters, upright and with y upwards as fonts have it, to the object's millimetres. */
export function letterMatrix({ turn, stretch }: TextMark): Matrix {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = turn % 90 === 0 ? [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))] : [Math.cos(angle), Math.sin(angle)];
  return [cos * stretch, sin * stretch, sin, -cos, 0, 0];
}
