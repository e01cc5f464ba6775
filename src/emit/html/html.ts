import { GENERATOR } from '../../base/own-mark.js';
import { escapeXml, htmlElement } from '../../base/xml.js';
import type { Pictures } from '../../picture/pictures.js';
import { familyOf, type WrittenDocument } from '../document.js';
import { chartsSection } from './charts/charts.js';
import { Crops } from './crops.js';
import { findingsSection } from './findings.js';
import { STYLE } from './style.js';
import { sourceSection, summary, titleOf } from './summary.js';
import { tablesSection, tableViews } from './tables.js';

/** Nothing is fetched, no script runs and nothing is sent, whatever the texts of a document hold. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * A document as one page to read, send and keep: its key figures, its findings, its charts, its tables. The same document gives the same
 * bytes.
 * @param pictures the document, open for pictures of its print; null where there are to be none
 */
export async function toHtml(document: WrittenDocument, pictures: Pictures | null): Promise<string> {
  const { disclosure } = document;
  const family = familyOf(document);
  const views = tableViews(disclosure, family);
  const charts = chartsSection(document);
  const findings = await findingsSection(disclosure, views, new Crops(disclosure, pictures));
  const links = NAVIGATION.filter(([id]) => id !== 'charts' || charts !== '');
  const body = [
    summary(disclosure, family.presentation.indicators),
    htmlElement(
      'nav',
      { 'aria-label': '目录' },
      links.map(([id, name]) => htmlElement('a', { href: `#${id}` }, name)),
    ),
    htmlElement('main', {}, findings, charts, tablesSection(views)),
    sourceSection(disclosure),
  ];
  return page(titleOf(disclosure), body);
}

const NAVIGATION = [
  ['findings', '发现'],
  ['charts', '图'],
  ['tables', '各表'],
  ['source', '来源'],
] as const;

function page(title: string, body: readonly string[]): string {
  const head = [
    htmlElement('meta', { charset: 'utf-8' }),
    htmlElement('meta', { name: 'generator', content: GENERATOR }),
    // Its apostrophes need no escape.
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    htmlElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    htmlElement('meta', { name: 'referrer', content: 'no-referrer' }),
    htmlElement('title', {}, escapeXml(title)),
    htmlElement('style', {}, STYLE),
  ];
  return ['<!DOCTYPE html>', '<html lang="zh-CN">', '<head>', ...head, '</head>', '<body>', ...body, '</body>', '</html>', ''].join('\n');
}
