import { at } from '../../../base/invariant.js';
import { displayWidth } from '../../../base/width.js';
import { element, escapeXml } from '../../../base/xml.js';

/** What a chart draws, all charts as wide as one another. All lengths are px. */
export interface ChartDrawing {
  readonly height: number;
  /** Elements of SVG, the first at the back. */
  readonly elements: readonly string[];
}

export const WIDTH = 860;

export const SVG = 'http://www.w3.org/2000/svg';

/** Colours that are seen on light and dark grounds; letters are of the page's colour. */
const PALETTE = ['#4c8dd6', '#e08a3c', '#4fa67c', '#b072c9', '#d1605e', '#8a8f3a', '#3aa3a8', '#9c755f'];
export const INK = 'currentColor';
export const FAINT = 'rgba(128,128,128,.35)';
export const FONTS = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** After the last colour the first comes again. */
export const colourOf = (index: number): string => at(PALETTE, index % PALETTE.length);

/** Of a line of text: its height in those of its letters. */
const LINE_HEIGHT = 1.25;

/** Text that stands in one or more lines, one below the other. `size` is the height of its letters. */
export interface ChartLabel {
  readonly lines: readonly string[];
  readonly size: number;
}

/** A word or a number stays whole, unless it is as long as a line; Chinese breaks anywhere. */
const TOKENS = /[\x21-\x7e]{1,24}|./gsu;

/** A text in lines no wider than `width`. A Chinese letter is as wide as it is high, a Latin one takes about half of that. */
export function toLabel(text: string, size: number, width: number): ChartLabel {
  const columns = Math.floor((width / size) * 2);
  const lines: string[] = [];
  let line = '';
  for (const [token] of text.matchAll(TOKENS)) {
    if (line !== '' && displayWidth(line + token) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? token.trimStart() : token;
  }
  return { lines: [...lines, line.trimEnd()], size };
}

/** The height of a label's lines together. */
export const heightOf = ({ lines, size }: ChartLabel): number => lines.length * size * LINE_HEIGHT;

/** A label that begins (`start`), ends or has its middle at `x`, half of its lines above `y` and half below. */
export function drawLabel({ lines, size }: ChartLabel, x: number, y: number, anchor: 'start' | 'middle' | 'end'): string {
  const step = size * LINE_HEIGHT;
  const first = y - ((lines.length - 1) * step) / 2;
  const attributes = { 'font-size': size, 'text-anchor': anchor === 'start' ? null : anchor, 'dominant-baseline': 'central' };
  return lines.map((line, index) => element('text', { x, y: first + index * step, ...attributes }, escapeXml(line))).join('');
}

/** Text in one line. */
export const drawText = (text: string, size: number, x: number, y: number, anchor: 'start' | 'middle' | 'end'): string =>
  drawLabel({ lines: [text], size }, x, y, anchor);

/** The data of a path; its numbers are written to 0.01. */
export const svgPath = (parts: TemplateStringsArray, ...numbers: readonly number[]): string =>
  String.raw({ raw: parts }, ...numbers.map((number) => Math.round(number * 100) / 100));
