import { say } from '../../base/language.js';
import { htmlElement } from '../../base/xml.js';
import type { Pictures } from '../../picture/pictures.js';
import { familyOf, type WrittenDocument } from '../document.js';
import { chartsSection } from './charts/charts.js';
import { Crops } from './crops.js';
import { findingsSection } from './findings.js';
import { htmlPage } from './page.js';
import { pngScript } from './png-script.js';
import { sourceSection, summary } from './summary.js';
import { contentsOf, tablesSection, tableViews } from './tables.js';
import { titleOf } from './title.js';

/**
 * A document as one page to read, send and keep: its key figures, its charts, its findings, its tables. The same document gives the same
 * bytes.
 * @param pictures the document, open for pictures of its print; null where there are to be none
 */
export async function toHtml(document: WrittenDocument, pictures: Pictures | null): Promise<string> {
  const { disclosure } = document;
  const family = familyOf(document);
  const views = tableViews(disclosure, family);
  const charts = chartsSection(document);
  const findings = await findingsSection(document, views, new Crops(disclosure, pictures));
  const links = navigation().filter(([id]) => id !== 'charts' || charts !== '');
  const body = [
    summary(disclosure, family.presentation),
    htmlElement(
      'nav',
      { 'aria-label': say('目录', 'Contents') },
      links.map(([id, name]) => htmlElement('a', { href: `#${id}` }, name)),
      contentsOf(views),
    ),
    htmlElement('main', {}, charts, findings, tablesSection(views)),
    sourceSection(disclosure, charts !== ''),
  ];
  return htmlPage(titleOf(disclosure), body, { script: charts === '' ? null : pngScript() });
}

const navigation = () =>
  [
    ['charts', say('图', 'Charts')],
    ['findings', say('问题', 'Findings')],
    ['tables', say('各表', 'Tables')],
    ['source', say('来源', 'Source')],
  ] as const;
