import { BarChart, SankeyChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { possible } from '../../../base/xml.js';
import { folded, type Html, plainTable, tag, text } from '../markup.js';

use([BarChart, SankeyChart, GridComponent, LegendComponent, SVGRenderer]);

/** A picture, and the same in words for those who do not see it. */
export interface Chart {
  readonly title: string;
  /** One sentence that says what it shows. */
  readonly says: string;
  readonly option: EChartsCoreOption;
  /** px. */
  readonly height: number;
  readonly table: {
    readonly heads: readonly string[];
    readonly lines: readonly (readonly string[])[];
    readonly numbers: readonly number[];
  };
}

/** Colours that are seen on light and dark grounds. */
const PALETTE = ['#4c8dd6', '#e08a3c', '#4fa67c', '#b072c9', '#d1605e', '#8a8f3a', '#3aa3a8', '#9c755f'];
/** The words' colour: what the page's is. echarts wants a colour it can reckon with. */
export const INK = '#010203';
export const FAINT = 'rgba(128,128,128,.35)';
const FONTS = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
/** px. */
const WIDTH = 860;

/** Drawn here, as an SVG without script; the numbers stand in a table below. */
export function drawChart({ title, says, option, height, table }: Chart, id: string): Html {
  return tag(
    'figure',
    { id },
    tag('figcaption', {}, tag('h3', {}, text(title)), tag('p', {}, text(says))),
    tag('div', { class: 'chart' }, svgOf(option, height, id, `${title}：${says}`)),
    folded('以表格查看', plainTable(title, table.heads, table.lines, table.numbers)),
  );
}

function svgOf(option: EChartsCoreOption, height: number, id: string, label: string): Html {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption({ animation: false, color: PALETTE, textStyle: { fontFamily: FONTS, color: INK, fontSize: 13 }, ...option });
    return withoutTraces(possible(chart.renderToSVGString()), id).replace(
      '<svg ',
      () => `${tag('svg', { role: 'img', 'aria-label': label }).replace('></svg>', '')} `,
    );
  } finally {
    chart.dispose();
  }
}

/** Names that the process numbers through, and what only a script would read: the same document is to give the same bytes. */
function withoutTraces(svg: string, id: string): string {
  return svg
    .replace(/<style[^>]*>.*?<\/style>/gs, '')
    .replace(/(<[a-z]+\b[^>]*?) class="zr\d+-cls-\d+"/g, '$1')
    .replace(/ ecmeta_\w+="[^"]*"/g, '')
    .replace(/( id="|"url\(#)zr\d+-/g, `$1${id}-`)
    .replaceAll(`fill="${INK}"`, 'fill="currentColor"');
}
