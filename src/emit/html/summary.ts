import type { NamedFigure } from '../../../extractors/across.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { escapeXml, htmlElement } from '../../base/xml.js';
import { indicatorsOf } from '../../indicators/indicators.js';
import { countStatuses, outcomeInWords, promise, SEVERITIES, STATUSES } from '../words.js';
import { type Html, plainTable } from './markup.js';

/** Who, when, how much, and how sure. */
export function summary(disclosure: Disclosure, figures: readonly NamedFigure[]): Html {
  const { document, source } = disclosure;
  const kind = document.kind === 'other' ? '' : document.kind;
  const facts = [kind, document.region.path?.join(' ') ?? '', source.name].filter((fact) => fact !== '');
  return htmlElement(
    'header',
    {},
    htmlElement('h1', {}, escapeXml(titleOf(disclosure))),
    htmlElement('p', {}, escapeXml(facts.join('　'))),
    htmlElement('p', { class: disclosure.outcome.status === 'ok' ? null : 'badly' }, escapeXml(outcomeInWords(disclosure))),
    htmlElement('dl', { class: 'tiles' }, tiles(disclosure, figures)),
  );
}

export function titleOf({ document, source }: Disclosure): string {
  return [document.department ?? source.name, document.year === null ? '' : `${document.year} 年度`].filter(Boolean).join('　');
}

function tiles(disclosure: Disclosure, figures: readonly NamedFigure[]): Html[] {
  const { tables, findings } = disclosure;
  const counts = countStatuses(tables);
  const severities = Object.entries(SEVERITIES).map(([severity, name]): Tile => {
    const found = findings.filter((finding) => finding.severity === severity);
    return { name, value: `${found.length} 处`, unit: '' };
  });
  const entries: Tile[] = [
    ...indicatorsOf(disclosure, figures).map(
      ({ words, value, unit }): Tile => ({ name: words, value: value.text ?? '', unit: unit ?? '' }),
    ),
    ...severities,
    { name: '勾稽证实的数值', value: String(counts.proved), unit: '个' },
    { name: '有矛盾的数值', value: String(counts.contradicted), unit: '个' },
    { name: '无法识读', value: String(counts.unreadable), unit: '个' },
  ];
  return entries.map(({ name, value, unit }) =>
    htmlElement(
      'div',
      {},
      htmlElement('dt', {}, escapeXml(name)),
      htmlElement('dd', {}, escapeXml(value), htmlElement('span', {}, ` ${escapeXml(unit)}`)),
    ),
  );
}

interface Tile {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

/** From what, by what, and what the colours mean. */
export function sourceSection(disclosure: Disclosure): Html {
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
    htmlElement('p', { class: 'small' }, escapeXml(`${promise(disclosure)}本页不含脚本，不访问网络。`)),
  );
}
