import { type DocumentFamily, formName } from '../../../../extractors/family.js';
import type { DisclosureTable } from '../../../../schemas/disclosure.js';
import { say } from '../../../base/language.js';
import { element, escapeXml, htmlElement } from '../../../base/xml.js';
import { notPrinted } from '../../words.js';
import { folded, type Html, plainTable } from '../markup.js';
import { type ChartOrigin, svgFile } from './chart-file.js';
import { type ChartDrawing, FONTS, INK, SVG, WIDTH } from './drawing.js';

/** A picture, and the same in words for those who do not see it. */
export interface Chart {
  readonly title: string;
  /** A sentence or two. */
  readonly description: string;
  readonly drawing: ChartDrawing;
  readonly table: {
    readonly heads: readonly string[];
    readonly lines: readonly (readonly string[])[];
    /** Indexes of the columns that hold numbers. */
    readonly numbers: readonly number[];
  };
}

const svgUrl = (chart: Chart, from: ChartOrigin): string =>
  `data:image/svg+xml;base64,${Buffer.from(svgFile(chart, from), 'utf8').toString('base64')}`;

/** What no file system takes in a name. */
const fileName = (...parts: readonly string[]): string => parts.join(' ').replace(/[\p{Cc}\\/:*?"<>|]/gu, '');

/** From which table a chart's amounts come, and their unit. */
export const sourceOf = ({ title, form, unit }: DisclosureTable, family: DocumentFamily): string =>
  say(
    `《${title ?? formName(form, [family])}》，单位：${unit ?? notPrinted()}。`,
    `《${title ?? formName(form, [family])}》, unit: ${unit ?? notPrinted()}.`,
  );

/** The chart as an SVG without script, the numbers in a table below it, and the SVG to take away. `from` tells the document it is of. */
export function figure(chart: Chart, id: string, from: ChartOrigin): Html {
  const { title, description, drawing, table } = chart;
  return htmlElement(
    'figure',
    { id },
    htmlElement('figcaption', {}, htmlElement('h3', {}, escapeXml(title)), htmlElement('p', {}, escapeXml(description))),
    htmlElement('div', { class: 'chart', tabindex: 0, role: 'region', 'aria-label': title }, svg(drawing, `${title}：${description}`)),
    htmlElement(
      'p',
      { class: 'small' },
      htmlElement(
        'a',
        { href: svgUrl(chart, from), download: `${fileName(from.title, title)}.svg` },
        say('下载此图（SVG）', 'Download this chart (SVG)'),
      ),
    ),
    folded(say('以表格查看', 'As a table'), plainTable(title, table.heads, table.lines, table.numbers)),
  );
}

/** A drawing as an element of its own; `label` is read to those who do not see it. */
function svg({ height, elements }: ChartDrawing, label: string): string {
  return element(
    'svg',
    {
      role: 'img',
      'aria-label': label,
      xmlns: SVG,
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      'font-family': FONTS,
      fill: INK,
    },
    elements,
  );
}
