import type { Disclosure } from '../../../schemas/disclosure.js';
import type { Pictures } from '../../picture/pictures.js';
import { type Chart, drawChart } from './charts/chart.js';
import { flowChart } from './charts/flow.js';
import { lastYearChart } from './charts/last-year.js';
import { spendingChart } from './charts/spending.js';
import { threePublicChart } from './charts/three-public.js';
import { Crops } from './crops.js';
import { findingsSection } from './findings.js';
import { type Html, section, tag, text } from './markup.js';
import { STYLE } from './style.js';
import { sourceSection, summary, titleOf } from './summary.js';
import { tablesSection, tableViews } from './tables.js';

/** Nothing is fetched, no script runs, nothing is sent: whatever a document's texts hold. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * A document as one page to read, send and keep: what it says in sum, in pictures, what contradicts itself in it, and its tables. The
 * same document gives the same bytes.
 * @param pictures the document, open for pictures of its print; null where there are to be none
 */
export async function toHtml(disclosure: Disclosure, pictures: Pictures | null = null): Promise<string> {
  const views = tableViews(disclosure);
  const charts = chartsOf(disclosure);
  const body = [
    summary(disclosure),
    tag(
      'nav',
      { 'aria-label': '目录' },
      ...NAVIGATION.map(([id, name]) => (id === 'charts' && charts === '' ? '' : tag('a', { href: `#${id}` }, name))),
    ),
    tag('main', {}, await findingsSection(disclosure, views, new Crops(disclosure, pictures)), charts, tablesSection(views)),
    sourceSection(disclosure),
  ];
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${text(titleOf(disclosure))}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const NAVIGATION = [
  ['findings', '发现'],
  ['charts', '图'],
  ['tables', '各表'],
  ['source', '来源'],
] as const;

/** Nothing where the document prints nothing to draw. */
function chartsOf(disclosure: Disclosure): Html {
  const { tables } = disclosure;
  const charts = [flowChart(tables), spendingChart(tables), threePublicChart(tables), lastYearChart(disclosure)];
  const drawn = charts.filter((chart): chart is Chart => chart !== null).map((chart, index) => drawChart(chart, `chart${index + 1}`));
  return drawn.length === 0 ? '' : section('charts', '图', ...drawn);
}
