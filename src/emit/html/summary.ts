import type { Presentation } from '../../../extractors/presentation.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { displayWidth } from '../../base/width.js';
import { escapeXml, htmlElement } from '../../base/xml.js';
import { findIndicator } from '../../indicators/indicators.js';
import { countStatuses, levelCounts, NOT_PRINTED, outcomeInWords, promise, STATUSES, wasChecked } from '../words.js';
import { type Html, plainTable } from './markup.js';
import { titleOf } from './title.js';

/** Who, when, how much, and how sure. */
export function summary(disclosure: Disclosure, presentation: Presentation): Html {
  const { document, source } = disclosure;
  const kind = document.kind === 'other' ? '' : document.kind;
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
    checked || count > 0 ? [{ name, value: `${count} 处`, unit: '' }] : [],
  );
  const entries: Tile[] = [
    ...figureTiles(disclosure, presentation),
    ...(checked ? [] : [{ name: '核对', value: STATUSES.unchecked.name, unit: '' }]),
    ...severities,
    { name: `${STATUSES.proved.name}的数值`, value: String(counts.proved), unit: '个' },
    { name: `${STATUSES.contradicted.name}的数值`, value: String(counts.contradicted), unit: '个' },
    { name: STATUSES.unreadable.name, value: String(counts.unreadable), unit: '个' },
  ];
  return entries.map(tile);
}

/** The figures that one quotes; those that everybody looks for also where none is printed. */
function figureTiles(disclosure: Disclosure, { indicators, expected }: Presentation): Tile[] {
  const isKnown = wasChecked(disclosure);
  return indicators.flatMap((figure): Tile[] => {
    const found = findIndicator(disclosure, figure);
    if (found) return [{ name: found.words, value: found.value.text ?? '', unit: found.unit ?? '' }];
    return isKnown && expected.includes(figure) ? [{ name: figure.words, value: NOT_PRINTED, unit: '' }] : [];
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
    ['文件', source.name],
    ['SHA-256', source.sha256],
    ['大小', `${source.bytes} 字节`],
    ['页数', source.pages === null ? '' : String(source.pages)],
    ['制作程序', source.producer ?? ''],
    ['提取程序', `${tool.name} ${tool.version}`],
  ].filter(([, value]) => value !== '');
  return htmlElement(
    'footer',
    { id: 'source' },
    htmlElement('h2', {}, '来源'),
    plainTable('文件', ['项目', '内容'], facts, []),
    htmlElement('h3', {}, '颜色'),
    htmlElement(
      'ul',
      { class: 'legend' },
      ...Object.entries(STATUSES).map(([status, { name, means }]) =>
        htmlElement('li', {}, htmlElement('span', { class: `swatch ${status}` }, ''), escapeXml(`${name}：${means}`)),
      ),
    ),
    htmlElement(
      'p',
      { class: 'small' },
      escapeXml(`${promise(disclosure)}本页${hasScript ? '除把图存为 PNG 的一段之外' : ''}不含脚本，不访问网络。`),
    ),
  );
}
