import { type DocumentFamily, formName } from '../../../../extractors/family.js';
import type { DisclosureTable } from '../../../../schemas/disclosure.js';
import { element, escapeXml, htmlElement } from '../../../base/xml.js';
import { folded, type Html, plainTable } from '../markup.js';
import { type ChartDrawing, FONTS, INK, WIDTH } from './drawing.js';

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

/** From which table a chart's amounts come, and their unit. */
export const sourceOf = ({ title, form, unit }: DisclosureTable, family: DocumentFamily): string =>
  `《${title ?? formName(form, [family])}》，单位：${unit ?? '未印'}。`;

/** The chart as an SVG without script, the numbers in a table below it. */
export function figure({ title, description, drawing, table }: Chart, id: string): Html {
  return htmlElement(
    'figure',
    { id },
    htmlElement('figcaption', {}, htmlElement('h3', {}, escapeXml(title)), htmlElement('p', {}, escapeXml(description))),
    htmlElement('div', { class: 'chart' }, svg(drawing, `${title}：${description}`)),
    folded('以表格查看', plainTable(title, table.heads, table.lines, table.numbers)),
  );
}

/** A drawing as an element of its own; `label` is read to those who do not see it. */
export function svg({ height, elements }: ChartDrawing, label: string): string {
  return element(
    'svg',
    {
      role: 'img',
      'aria-label': label,
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      'font-family': FONTS,
      fill: INK,
    },
    elements,
  );
}
