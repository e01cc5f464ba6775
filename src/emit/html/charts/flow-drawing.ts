import { element } from '../../../base/xml.js';
import { type ChartDrawing, type ChartLabel, colourOf, drawLabel, drawText, heightOf, INK, svgPath, toLabel, WIDTH } from './drawing.js';

/** An amount that flows, and the words beside it. */
interface Stream {
  readonly words: string;
  /** Above zero. */
  readonly amount: number;
}

/** What flows into a total, what flows out of it, and the words above it. */
export interface Flow {
  readonly from: readonly Stream[];
  readonly to: readonly Stream[];
  readonly total: string;
}

/** px: above the columns, where the words of the total stand. */
const TOP = 30;
/** px: the least height of the columns, and how thick streams are on the average. */
const LEAST = 170;
const THICKNESS = 20;
/** px: how wide a column is, room for words beside the outer ones, before the words, between those of neighbours, of their letters. */
const COLUMN = 14;
const WORDS = 248;
const ASIDE = 5;
const GAP = 4;
const FONT_SIZE = 13;

/** px: where the total stands. */
const TOTAL = { left: (WIDTH - COLUMN) / 2, right: (WIDTH + COLUMN) / 2 };

/** px: where one side's column begins, where its streams run from and to, and where its words stand. */
interface Side {
  readonly column: number;
  readonly edge: number;
  readonly total: number;
  readonly words: number;
  readonly anchor: 'start' | 'end';
}

const FROM: Side = { column: WORDS, edge: WORDS + COLUMN, total: TOTAL.left, words: WORDS - ASIDE, anchor: 'end' };
const TO: Side = {
  column: WIDTH - WORDS - COLUMN,
  edge: WIDTH - WORDS - COLUMN,
  total: TOTAL.right,
  words: WIDTH - WORDS + ASIDE,
  anchor: 'start',
};

/** A stream with its words in lines, and the height it takes beside its thickness. */
interface Lane extends Stream {
  readonly label: ChartLabel;
  readonly padding: number;
}

/** A stream for each amount, as thick as it is large, from the left into the total and from there to the right (a Sankey diagram). */
export function drawFlow(flow: Flow): ChartDrawing {
  const [from, to] = [flow.from.map(toLane), flow.to.map(toLane)];
  const height = Math.max(LEAST, ...[from, to].map((lanes) => paddingOf(lanes) + lanes.length * THICKNESS));
  // px for a unit of money.
  const scale = Math.min(...[from, to].map((lanes) => (height - paddingOf(lanes)) / amountOf(lanes)));
  const whole = Math.max(amountOf(from), amountOf(to)) * scale;
  return {
    height: Math.round(TOP + height),
    elements: [
      ...drawSide(from, FROM, scale),
      ...drawSide(to, TO, scale),
      element('rect', { x: TOTAL.left, y: TOP, width: COLUMN, height: whole, fill: INK, 'fill-opacity': 0.55 }),
      drawText(flow.total, FONT_SIZE, WIDTH / 2, TOP - FONT_SIZE, 'middle'),
    ],
  };
}

function toLane(stream: Stream): Lane {
  const label = toLabel(stream.words, FONT_SIZE, WORDS - ASIDE);
  return { ...stream, label, padding: heightOf(label) + GAP };
}

/** All streams of one side, one below the other; at the total they touch. */
function drawSide(lanes: readonly Lane[], side: Side, scale: number): string[] {
  let [outer, inner] = [TOP, TOP];
  return lanes.map(({ amount, label, padding }, index) => {
    const thickness = amount * scale;
    // The first begins where the total does.
    const y = index === 0 ? outer : outer + padding / 2;
    const drawn = [
      stream({ x: side.edge, y }, { x: side.total, y: inner }, thickness, colourOf(index)),
      element('rect', { x: side.column, y, width: COLUMN, height: Math.max(1, thickness), fill: colourOf(index) }),
      drawLabel(label, side.words, y + thickness / 2, side.anchor),
    ];
    outer = y + thickness + padding / 2;
    inner += thickness;
    return drawn.join('');
  });
}

/** px: a stream that is thinner is not seen. */
const THINNEST = 0.5;

function stream(from: { x: number; y: number }, to: { x: number; y: number }, thickness: number, colour: string): string {
  const bend = (from.x + to.x) / 2;
  const below = Math.max(THINNEST, thickness);
  const d = svgPath`M${from.x} ${from.y}C${bend} ${from.y} ${bend} ${to.y} ${to.x} ${to.y}v${below}C${bend} ${to.y + below} ${bend} ${from.y + below} ${from.x} ${from.y + below}Z`;
  return element('path', { d, fill: colour, 'fill-opacity': 0.35 });
}

const paddingOf = (lanes: readonly Lane[]): number => lanes.reduce((sum, { padding }) => sum + padding, 0);
const amountOf = (lanes: readonly Lane[]): number => lanes.reduce((sum, { amount }) => sum + amount, 0);
