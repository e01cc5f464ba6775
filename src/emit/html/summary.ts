import type { Disclosure } from '../../../schemas/disclosure.js';
import { outcomeInWords, promise, SEVERITIES, STATUSES } from '../words.js';
import { tableOf } from './charts/amount.js';
import { type Html, plainTable, tag, text } from './markup.js';

/** Who, when, how much, and how sure. */
export function summary(disclosure: Disclosure): Html {
  const { document, source } = disclosure;
  return tag(
    'header',
    {},
    tag('h1', {}, text(titleOf(disclosure))),
    tag(
      'p',
      {},
      text([document.kind === 'other' ? '' : document.kind, document.region.path?.join(' ') ?? '', source.name].filter(Boolean).join('　')),
    ),
    tag('p', { class: disclosure.outcome.status === 'ok' ? null : 'badly' }, text(outcomeInWords(disclosure))),
    tag('dl', { class: 'tiles' }, ...tiles(disclosure)),
  );
}

export function titleOf({ document, source }: Disclosure): string {
  return [document.department ?? source.name, document.year === null ? '' : `${document.year} 年度`].filter(Boolean).join('　');
}

function tiles({ tables, findings }: Disclosure): Html[] {
  const whole = tableOf(tables, 'income-expenditure-summary');
  const amounts = (['total-income', 'total-expenditure'] as const).flatMap((concept) => {
    const row = whole?.rows.find((candidate) => candidate.concept === concept);
    const cell = row?.cells['income'] ?? row?.cells['expenditure'];
    return cell?.value == null ? [] : [[row?.name ?? concept, cell.text, whole?.unit ?? '']];
  });
  const statuses = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells).map(({ status }) => status)));
  const count = (status: keyof typeof STATUSES) => [String(statuses.filter((each) => each === status).length), '个'];
  const found = Object.entries(SEVERITIES).map(([severity, name]) => [
    name,
    `${findings.filter((f) => f.severity === severity).length} 处`,
  ]);
  const entries = [
    ...amounts,
    ...found,
    ['勾稽证实的数值', ...count('proved')],
    ['有矛盾的数值', ...count('contradicted')],
    ['无法识读', ...count('unreadable')],
  ];
  return entries.map(([name = '', value = '', unit = '']) =>
    tag('div', {}, tag('dt', {}, text(name)), tag('dd', {}, text(value), tag('span', {}, ` ${text(unit)}`))),
  );
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
  return tag(
    'footer',
    { id: 'source' },
    tag('h2', {}, '来源'),
    plainTable('文件', ['项目', '内容'], facts, []),
    tag('h3', {}, '颜色'),
    tag(
      'ul',
      { class: 'legend' },
      ...Object.entries(STATUSES).map(([status, { name, means }]) =>
        tag('li', {}, tag('span', { class: `swatch ${status}` }, ''), text(`${name}：${means}`)),
      ),
    ),
    tag('p', { class: 'small' }, text(`${promise(disclosure)}本页不含脚本，不访问网络。`)),
  );
}
