import type { Box, Glyph, Rule } from '../model/glyph.js';
import type { Page } from '../model/page.js';

/**
 * A page turned so that its text runs left to right, and the ways between it and the page as displayed. Stages 2 and 3 work on the upright
 * page: glyphs, lines and boundaries of rows and columns are upright. What results point at (a cell's `box` and `ink`) is displayed.
 */
export interface UprightPage {
  readonly page: Page;
  /** A box of the displayed page → the same box on the upright page. */
  readonly toUpright: (box: Box) => Box;
  /** A box of the upright page → the same box on the displayed page. */
  readonly toDisplayed: (box: Box) => Box;
}

/** Share of the glyphs that must run in one direction for the page to be drawn in it. */
const MOST = 0.6;

/** Turns a page whose text is drawn sideways or upside down; /Rotate is applied already and does not count here. */
export function turnUpright(page: Page): UprightPage {
  const angle = mainAngle(page.glyphs);
  const { width, height } = page;
  const level = leveller(page);
  if (angle === 0) return { page, ...level };
  const turns = TURNS[angle];
  const forth: Move = (x, y) => turns.forth(x, y, width, height);
  const back: Move = (x, y) => turns.back(x, y, width, height);
  const sideways = angle !== 180;
  const turned: Page = {
    ...page,
    width: sideways ? height : width,
    height: sideways ? width : height,
    glyphs: page.glyphs.map((glyph) => turnGlyph(glyph, angle, forth)),
    rules: page.rules.map((rule) => turnRule(rule, forth)),
    fills: page.fills.map((box) => boxThrough(box, forth)),
    images: page.images.map((box) => boxThrough(box, forth)),
  };
  return {
    page: turned,
    toUpright: (box) => boxThrough(level.toUpright(box), forth),
    toDisplayed: (box) => level.toDisplayed(boxThrough(box, back)),
  };
}

/** A scan that lies askew was levelled before it was read: between its level and its displayed state boxes move with their middle. */
function leveller({ ocr, width, height }: Page): Pick<UprightPage, 'toUpright' | 'toDisplayed'> {
  const tilt = ocr?.tilt ?? 0;
  if (tilt === 0) return { toUpright: (box) => box, toDisplayed: (box) => box };
  const moved = ([x0, y0, x1, y1]: Box, degrees: number): Box => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const [x, y] = [(x0 + x1 - width) / 2, (y0 + y1 - height) / 2];
    const [dx, dy] = [x * cos - y * sin - x, x * sin + y * cos - y];
    return [x0 + dx, y0 + dy, x1 + dx, y1 + dy];
  };
  return { toUpright: (box) => moved(box, -tilt), toDisplayed: (box) => moved(box, tilt) };
}

type Angle = 90 | 180 | 270;
type Move = (x: number, y: number) => readonly [x: number, y: number];
type SizedMove = (x: number, y: number, width: number, height: number) => readonly [x: number, y: number];

/** By the direction of the baseline on the displayed page, clockwise. */
const TURNS: Readonly<Record<Angle, { forth: SizedMove; back: SizedMove }>> = {
  90: { forth: (x, y, width) => [y, width - x], back: (x, y, width) => [width - y, x] },
  180: { forth: (x, y, width, height) => [width - x, height - y], back: (x, y, width, height) => [width - x, height - y] },
  270: { forth: (x, y, _, height) => [height - y, x], back: (x, y, _, height) => [y, height - x] },
};

/** The direction in which most of the glyphs run; 0 where none has the most. */
function mainAngle(glyphs: readonly Glyph[]): 0 | Angle {
  const turned = { 90: 0, 180: 0, 270: 0 };
  let all = 0;
  for (const { angle, state } of glyphs) {
    if (state === 'hidden') continue;
    all++;
    if (angle === 90 || angle === 180 || angle === 270) turned[angle]++;
  }
  for (const angle of [90, 180, 270] as const) if (turned[angle] > all * MOST) return angle;
  return 0;
}

function turnGlyph(glyph: Glyph, by: Angle, move: Move): Glyph {
  const [x, y] = move(glyph.x, glyph.y);
  return { ...glyph, x, y, box: boxThrough(glyph.box, move), angle: (glyph.angle - by + 360) % 360 };
}

function turnRule(rule: Rule, move: Move): Rule {
  const [x0, y0, x1, y1] =
    rule.axis === 'horizontal'
      ? boxThrough([rule.from, rule.at, rule.to, rule.at], move)
      : boxThrough([rule.at, rule.from, rule.at, rule.to], move);
  return x1 - x0 >= y1 - y0
    ? { axis: 'horizontal', at: y0, from: x0, to: x1, thickness: rule.thickness }
    : { axis: 'vertical', at: x0, from: y0, to: y1, thickness: rule.thickness };
}

function boxThrough([x0, y0, x1, y1]: Box, move: Move): Box {
  const [ax, ay] = move(x0, y0);
  const [bx, by] = move(x1, y1);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}
