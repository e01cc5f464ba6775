import { say } from '../base/language.js';
import { version } from '../base/version.js';
import { escapeXml, htmlElement } from '../base/xml.js';
import type { Html } from '../emit/html/markup.js';
import { htmlPage } from '../emit/html/page.js';
import { pngScript } from '../emit/html/png-script.js';
import { STATUSES } from '../emit/words.js';

/** Where a page of a document can be opened; null where that is not known. */
export type LinkTo = (page: number) => string | null;

/** A cell of a table: markup already. */
export interface PageCell {
  readonly html: Html;
  readonly isNumber?: boolean;
  /** The class of a status: `contradicted`. */
  readonly status?: string | null;
}

export const textCell = (text: string | null | undefined): PageCell => ({ html: escapeXml(text ?? '') });

export const numberCell = (text: string | number | null | undefined): PageCell => ({
  html: escapeXml(grouped(String(text ?? ''))),
  isNumber: true,
});

/** -1234567.80 → -1,234,567.80; anything else as it is, a year too. */
const grouped = (text: string): string => (/^-?\d{4,}\.\d+$/.test(text) ? text.replace(/\B(?=(\d{3})+(?=\.|$))(?<!\..*)/g, ',') : text);

/** A figure as it is printed, its mark and its page, which leads to the document where that is known. */
export function printedCell(
  printed: string,
  place: { readonly page: number | null; readonly status: string | null } | null,
  linkTo: LinkTo,
): PageCell {
  if (!place) return { html: escapeXml(printed), isNumber: true };
  const { page, status } = place;
  const words = page === null ? '' : say(`第${page}页`, `p. ${page}`);
  const href = page === null ? null : linkTo(page);
  const where =
    words === '' ? '' : ` ${htmlElement('span', { class: 'small' }, href === null ? words : htmlElement('a', { href }, words))}`;
  return { html: `${escapeXml(printed)}${where}`, isNumber: true, status };
}

/** A table to read: it scrolls where it is wider than the page. */
export function comparedTable(caption: string, heads: readonly string[], lines: readonly (readonly PageCell[])[]): Html {
  const [first = []] = lines;
  const head = heads.map((title, index) =>
    htmlElement('th', { scope: 'col', class: first[index]?.isNumber ? 'n' : null }, escapeXml(title)),
  );
  const rows = lines.map((line) =>
    htmlElement(
      'tr',
      {},
      line.map(({ html, isNumber, status }) =>
        htmlElement('td', { class: [isNumber ? 'n' : '', status ?? ''].filter((name) => name !== '').join(' ') || null }, html),
      ),
    ),
  );
  return htmlElement(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    htmlElement(
      'table',
      { class: 'plain compared' },
      htmlElement('caption', {}, escapeXml(caption)),
      htmlElement('thead', {}, htmlElement('tr', {}, head)),
      htmlElement('tbody', {}, rows),
    ),
  );
}

/** What the colours of figures mean: those that the style of pages has. */
const legend = (): Html =>
  htmlElement(
    'ul',
    { class: 'legend' },
    (['proved', 'contradicted', 'unreadable', 'corrected'] as const).map((status) => {
      const { name, means } = STATUSES[status];
      return htmlElement('li', {}, htmlElement('span', { class: `swatch ${status}` }, ''), escapeXml(`${name}${say('：', ': ')}${means}`));
    }),
  );

/** Heads may break, and words have room beside many columns of numbers. */
const STYLE = '.compared th{white-space:normal;min-width:4.5rem}.compared td:not(.n){min-width:9rem}';

/** A page of a comparison in one file, which fetches nothing; its only script makes PNGs of its charts. */
export function comparedPage(title: string, facts: readonly string[], parts: readonly Html[]): string {
  const header = htmlElement(
    'header',
    {},
    htmlElement('h1', {}, escapeXml(title)),
    facts.map((fact) => htmlElement('p', {}, escapeXml(fact))),
  );
  const made = say(
    `由 juesuan ${version} 从所列文件读出；金额照原样，增减额与人均以元计，精确计算后四舍五入到两位小数。本页不访问网络。`,
    `Read by juesuan ${version} from the documents named. Amounts are as printed; changes and amounts per head are in 元, computed exactly and rounded to two places. This page fetches nothing.`,
  );
  return htmlPage(
    title,
    [header, htmlElement('main', {}, parts), htmlElement('footer', {}, legend(), htmlElement('p', { class: 'small' }, made))],
    { style: STYLE, script: pngScript() },
  );
}
