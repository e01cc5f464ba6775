import type { Disclosure } from '../../../../schemas/disclosure.js';
import { say } from '../../../base/language.js';
import { element, escapeXml } from '../../../base/xml.js';
import { titleOf } from '../title.js';
import { type ChartDrawing, drawLabel, FONTS, heightOf, SVG, toLabel, WIDTH } from './drawing.js';

/** The document that a chart is of, as the chart's file tells it. */
export interface ChartOrigin {
  /** Whose account, of which year. */
  readonly title: string;
  /** From which file, and by what. */
  readonly source: string;
}

export const originOf = (disclosure: Disclosure): ChartOrigin => {
  const { source, tool } = disclosure;
  return {
    title: titleOf(disclosure),
    source: say(
      `来源：${source.name}（SHA-256 ${source.sha256.slice(0, SHORT)}…），${tool.name} ${tool.version}`,
      `Source: ${source.name} (SHA-256 ${source.sha256.slice(0, SHORT)}…), ${tool.name} ${tool.version}`,
    ),
  };
};

/** Digits of a hash that tell files apart. */
const SHORT = 12;

/** px. */
const MARGIN = 20;
const TITLE_SIZE = 18;
const SMALL_SIZE = 12;
const GAP = 12;
const PAPER = '#ffffff';
const LETTERS = '#1c2430';

interface FiledChart {
  readonly title: string;
  readonly description: string;
  readonly drawing: ChartDrawing;
}

/** A chart as a file of its own, to be printed elsewhere: on white, with its title above it and what it is of below it. */
export function svgFile({ title, description, drawing }: FiledChart, from: ChartOrigin): string {
  const words = [from.title, title].filter((part) => part !== '').join('　');
  const heading = toLabel(words, TITLE_SIZE, WIDTH);
  const notes = [description, from.source].filter((note) => note !== '').map((text) => toLabel(text, SMALL_SIZE, WIDTH));
  const top = MARGIN + heightOf(heading) + GAP;
  let below = top + drawing.height + GAP;
  const told = notes.map((note) => {
    const drawn = drawLabel(note, 0, below + heightOf(note) / 2, 'start');
    below += heightOf(note);
    return drawn;
  });
  const [width, height] = [WIDTH + 2 * MARGIN, Math.round(below + MARGIN)];
  return element(
    'svg',
    { xmlns: SVG, viewBox: `${-MARGIN} 0 ${width} ${height}`, width, height, 'font-family': FONTS, color: LETTERS, fill: LETTERS },
    element('title', {}, escapeXml(words)),
    element('desc', {}, escapeXml(`${description}${from.source}`)),
    element('rect', { x: -MARGIN, y: 0, width, height, fill: PAPER }),
    element('g', { 'font-weight': 'bold' }, drawLabel(heading, 0, MARGIN + heightOf(heading) / 2, 'start')),
    element('g', { transform: `translate(0 ${top})` }, drawing.elements),
    told,
  );
}
