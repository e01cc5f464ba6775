import type { HeadlineFigure } from '../../../extractors/presentation.js';
import type { Disclosure, DisclosureTable } from '../../../schemas/disclosure.js';
import { escapeXml, htmlElement } from '../../base/xml.js';
import { countStatuses, outcomeInWords, promise, SEVERITIES, STATUSES } from '../words.js';
import { tableOf } from './amount.js';
import { type Html, plainTable } from './markup.js';

/** Who, when, how much, and how sure. */
export function summary(disclosure: Disclosure, headlineFigures: readonly HeadlineFigure[]): Html {
  const { document, source } = disclosure;
  const kind = document.kind === 'other' ? '' : document.kind;
  const facts = [kind, document.region.path?.join(' ') ?? '', source.name].filter((fact) => fact !== '');
  return htmlElement(
    'header',
    {},
    htmlElement('h1', {}, escapeXml(titleOf(disclosure))),
    htmlElement('p', {}, escapeXml(facts.join('　'))),
    htmlElement('p', { class: disclosure.outcome.status === 'ok' ? null : 'badly' }, escapeXml(outcomeInWords(disclosure))),
    htmlElement('dl', { class: 'tiles' }, tiles(disclosure, headlineFigures)),
  );
}

export function titleOf({ document, source }: Disclosure): string {
  return [document.department ?? source.name, document.year === null ? '' : `${document.year} 年度`].filter(Boolean).join('　');
}

function tiles({ tables, findings }: Disclosure, headlineFigures: readonly HeadlineFigure[]): Html[] {
  const counts = countStatuses(tables);
  const severities = Object.entries(SEVERITIES).map(([severity, name]): Tile => {
    const found = findings.filter((finding) => finding.severity === severity);
    return { name, value: `${found.length} 处`, unit: '' };
  });
  const entries: Tile[] = [
    ...headlineFigures.flatMap((figure) => headlineTile(figure, tables) ?? []),
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

/** As printed; null where it is not. */
function headlineTile({ form, concept, column, otherwise }: HeadlineFigure, tables: readonly DisclosureTable[]): Tile | null {
  const table = tableOf(tables, form);
  const lineOf = (wanted: string) => table?.rows.find((row) => row.concept === wanted && row.cells[column]?.value != null);
  const own = lineOf(concept);
  const row = own ?? (otherwise && lineOf(otherwise.concept));
  const text = row?.cells[column]?.text;
  if (!table || !row || text === undefined) return null;
  const name = own || !otherwise ? (row.name ?? concept) : otherwise.name;
  return { name, value: text, unit: table.unit ?? '' };
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
