import type { Disclosure, Finding } from '../../../schemas/disclosure.js';
import { escapeXml, htmlElement } from '../../base/xml.js';
import { titleOfTable } from '../../model/table-title.js';
import { bySeverity, SEVERITIES, VERDICTS } from '../words.js';
import type { Crops } from './crops.js';
import { folded, type Html, section } from './markup.js';
import type { TableView } from './tables.js';

/** Places listed of one finding; the likeliest culprit comes first. */
const MOST_PLACES = 3;

/** Errors and warnings with their sentence and pictures of the print; what roundings explain is folded away. */
export async function findingsSection({ findings, tables }: Disclosure, views: readonly TableView[], crops: Crops): Promise<Html> {
  const sorted = bySeverity(findings);
  const items: Html[] = [];
  for (const finding of sorted.filter(({ severity }) => severity !== 'info')) {
    items.push(item(finding, tables, views, await crops.of(finding)));
  }
  const minor = sorted.filter(({ severity }) => severity === 'info').map((finding) => item(finding, tables, views, ''));
  return section(
    'findings',
    '发现',
    items.length === 0 ? htmlElement('p', {}, '没有发现错误或需要提醒之处。') : htmlElement('ol', { class: 'findings' }, items),
    minor.length === 0 ? '' : folded(`提示 ${minor.length} 条（如四舍五入的尾差）`, htmlElement('ol', { class: 'findings' }, minor)),
  );
}

function item(finding: Finding, tables: Disclosure['tables'], views: readonly TableView[], pictures: Html): Html {
  const { severity, verdict, rule, message, quote, cells } = finding;
  const places = cells.slice(0, MOST_PLACES).map((cell) => linkTo(cell, tables, views));
  const more = cells.length - places.length;
  return htmlElement(
    'li',
    { class: severity },
    htmlElement('p', {}, htmlElement('strong', { class: 'badge' }, SEVERITIES[severity]), ' ', escapeXml(message)),
    quote ? htmlElement('blockquote', {}, escapeXml(quote.text), htmlElement('cite', {}, ` 原件第 ${quote.page} 页`)) : '',
    pictures,
    htmlElement(
      'p',
      { class: 'small' },
      places.length === 0 ? '' : `位置：${places.join('；')}${more > 0 ? `；等 ${cells.length} 处` : ''}　`,
      `归因：${VERDICTS[verdict]}　规则：${escapeXml(rule)}`,
    ),
  );
}

/** Its table, row and column in words; leads to the cell on the page. */
function linkTo(cell: Finding['cells'][number], tables: Disclosure['tables'], views: readonly TableView[]): Html {
  const table = tables[cell.table];
  const row = cell.row === null ? undefined : table?.rows[cell.row];
  const column = table?.columns.find(({ key }) => key === cell.column);
  const words = [`《${titleOfTable(table)}》`, row?.name ?? row?.code ?? '', column?.path.join(' / ') ?? ''];
  const label = words.filter((part) => part !== '').join(' ');
  return htmlElement('a', { href: `#${views[cell.table]?.idOf(cell.row, cell.column) ?? 'tables'}` }, escapeXml(label));
}
