import type { Presentation } from '../../../extractors/presentation.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { say } from '../../base/language.js';
import { displayWidth } from '../../base/width.js';
import { escapeXml, htmlElement } from '../../base/xml.js';
import { figureName, termInWords } from '../../english/terms.js';
import { findIndicator } from '../../indicators/indicators.js';

import { countStatuses, levelCounts, notPrinted, outcomeInWords, promise, STATUSES, wasChecked } from '../words.js';

import { type Html, plainTable } from './markup.js';
import { titleOf } from './title.js';

/** Who, when, how much, and how sure. */
export function summary(disclosure: Disclosure, presentation: Presentation): Html {
  const { document, source } = disclosure;
  const kind = document.kind === 'other' ? '' : termInWords(document.kind);
  const facts = [kind, document.region.path?.join(' ') ?? '', source.name].filter((fact) => fact !== '');
  return htmlElement(
    'header',
    {},
    htmlElement('h1', {}, escapeXml(titleOf(disclosure))),
    htmlElement('p', {}, escapeXml(facts.join('　'))),
    htmlElement('p', { class: disclosure.outcome.status === 'ok' ? null : 'badly' }, escapeXml(outcomeInWords(disclosure))),
    htmlElement('dl', { class: 'tiles' }, tiles(disclosure, presentation)),
  );
}

function tiles(disclosure: Disclosure, presentation: Presentation): Html[] {
  const { tables, findings } = disclosure;
  const counts = countStatuses(tables);
  const checked = wasChecked(disclosure);
  const severities = levelCounts(findings).flatMap(({ name, count }): Tile[] =>
    checked || count > 0 ? [{ name, value: say(`${count} 处`, String(count)), unit: '' }] : [],
  );
  const entries: Tile[] = [
    ...figureTiles(disclosure, presentation),
    ...(checked ? [] : [{ name: say('核对', 'Checked'), value: STATUSES.unchecked.name, unit: '' }]),
    ...severities,
    { name: valuesThatAre(STATUSES.proved.name), value: String(counts.proved), unit: say('个', '') },
    { name: valuesThatAre(STATUSES.contradicted.name), value: String(counts.contradicted), unit: say('个', '') },
    { name: STATUSES.unreadable.name, value: String(counts.unreadable), unit: say('个', '') },
  ];
  return entries.map(tile);
}

const valuesThatAre = (status: string): string => say(`${status}的数值`, `Values ${status}`);

/** The figures that one quotes; those that everybody looks for also where none is printed. */
function figureTiles(disclosure: Disclosure, { indicators, expected }: Presentation): Tile[] {
  const isKnown = wasChecked(disclosure);
  return indicators.flatMap((figure): Tile[] => {
    const found = findIndicator(disclosure, figure);
    if (found) return [{ name: figureName(found), value: found.value.text ?? '', unit: found.unit ?? '' }];
    return isKnown && expected.includes(figure) ? [{ name: figureName(figure), value: notPrinted(), unit: '' }] : [];
  });
}

/** Characters of a figure that the narrowest tile holds in one line; those of its unit are smaller. */
const NARROW = 12;
const UNIT_SCALE = 0.7;

/** A long number may break behind its separators, and has the room of two tiles where there is one beside. */
function tile({ name, value, unit }: Tile): Html {
  const number = escapeXml(value).replace(/,(?=\d)/g, ',<wbr>');
  return htmlElement(
    'div',
    { class: displayWidth(value) + displayWidth(unit) * UNIT_SCALE > NARROW ? 'wide' : null },
    htmlElement('dt', {}, escapeXml(name)),
    htmlElement('dd', {}, number, unit === '' ? '' : htmlElement('span', {}, ` ${escapeXml(unit)}`)),
  );
}

interface Tile {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

/** From what, by what, and what the colours mean. @param hasScript the page has the one that saves charts */
export function sourceSection(disclosure: Disclosure, hasScript: boolean): Html {
  const { source, tool } = disclosure;
  const facts = [
    [say('文件', 'File'), source.name],
    ['SHA-256', source.sha256],
    [say('大小', 'Size'), say(`${source.bytes} 字节`, `${source.bytes} bytes`)],
    [say('页数', 'Pages'), source.pages === null ? '' : String(source.pages)],
    [say('制作程序', 'Made by'), source.producer ?? ''],
    [say('提取程序', 'Extracted by'), `${tool.name} ${tool.version}`],
  ].filter(([, value]) => value !== '');
  return htmlElement(
    'footer',
    { id: 'source' },
    htmlElement('h2', {}, say('来源', 'Source')),
    plainTable(say('文件', 'The file'), say(['项目', '内容'], ['What', 'Value']), facts, []),
    htmlElement('h3', {}, say('颜色', 'Colours')),
    htmlElement(
      'ul',
      { class: 'legend' },
      ...Object.entries(STATUSES).map(([status, { name, means }]) =>
        htmlElement('li', {}, htmlElement('span', { class: `swatch ${status}` }, ''), escapeXml(`${name}${say('：', ': ')}${means}`)),
      ),
    ),
    htmlElement('p', { class: 'small' }, escapeXml(promise(disclosure) + scriptsInWords(hasScript))),
  );
}

const scriptsInWords = (hasScript: boolean): string =>
  hasScript
    ? say(
        '本页除把图存为 PNG 的一段之外不含脚本，不访问网络。',
        'This page has no script but the one that saves charts as PNG, and fetches nothing.',
      )
    : say('本页不含脚本，不访问网络。', 'This page has no scripts and fetches nothing.');
