import { groupBy } from '../../base/group.js';
import { GENERATOR } from '../../base/own-mark.js';
import { JUDGEMENTS, OUTCOMES, SEVERITIES, STATUSES } from '../../emit/words.js';
import type { MatrixRow, Report, ReportedRun } from './report.js';
import type { Action, Todo } from './todo.js';

/** The report as one file: no script, nothing fetched, so that it can be sent and kept. */
export function toHtml(report: Report): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="generator" content="${GENERATOR}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>决算档案报告</title>
<style>${STYLE}</style>
</head>
<body>
<h1>决算档案报告</h1>
${totals(report)}
${section('运行', table(RUN_HEADS, report.runs.map(runCells)))}
${section(`覆盖：${report.matrix.departments.length} 个部门`, `${LEGEND}${matrix(report)}`)}
${report.todo.map(todo).join('\n')}
${section(
  '留待下次',
  table(
    ['原因', '份数'],
    [...report.postponed].map(([why, documents]) => [why, documents]),
  ),
)}
${
  report.lost.length === 0
    ? ''
    : section(
        `档案中缺少 JSON，下次运行重新识读：${report.lost.length}`,
        table(
          ['文件'],
          report.lost.map(({ file }) => [file]),
        ),
      )
}
${section(
  '需要查看',
  table(
    ['级别', '规则', '发现', '文件', '页', '另有'],
    report.worst.map((f) => [severityName(f.severity), f.rule, f.message, f.file, f.page ?? '', f.more || '']),
  ),
)}
${section(
  '新增、变更、消失',
  table(
    ['', '文件', '说明'],
    report.events.map(({ kind, path, note }) => [EVENTS[kind] ?? kind, path, note ?? '']),
  ),
)}
</body>
</html>
`;
}

const STYLE = `
body{font:14px/1.5 system-ui,sans-serif;margin:2rem;color:#222}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}h3{font-size:1rem;margin:.8rem 0 .2rem}
table{border-collapse:collapse}th,td{border:1px solid #ddd;padding:.15rem .5rem;text-align:left;vertical-align:top}th{background:#e7edf5;position:sticky;top:0}
.m td.y{width:2.6rem;text-align:center;padding:0}.good{background:#b7dfb9}.doubtful{background:#ffe699}.failed{background:#f8cbad}.missing{background:#fff;color:#c00}
.r{background:#f3f3f3;font-weight:600}.l span{padding:0 .6rem;margin-right:.5rem;border:1px solid #ddd}`;

const LEGEND = `<p class="l"><span class="good">有</span><span class="doubtful">有，含${SEVERITIES.error}</span><span class="failed">${OUTCOMES.failed}</span><span class="missing">缺</span></p>`;

const EVENTS: Readonly<Record<string, string>> = {
  new: '新增',
  changed: '变更',
  gone: '消失',
  missing: '缺失过多，未记为消失',
  postponed: '留待下次',
  unreadable: '文件打不开',
  provenance: '来源记录有误',
  lost: '档案中缺少 JSON',
  manifest: '清单读法',
};

const RUN_HEADS = ['运行', '状态', '开始', '结束', '文件', '新增', '变更', '消失', '未变', '识读', '页', OUTCOMES.failed, '隔离', '版本'];

function runCells(run: ReportedRun): (string | number)[] {
  return [
    run.id,
    run.state,
    run.started_at,
    run.ended_at ?? '',
    run.files,
    run.new,
    run.changed,
    run.gone,
    run.skipped,
    run.extracted,
    run.pages,
    run.failed,
    run.quarantined,
    run.stamp,
  ];
}

function totals({ totals: { documents, values, byStatus }, findings }: Report): string {
  const parts = [...byStatus].map(([status, number]) => `${statusName(status)} ${number}`).join('，');
  return `<p>${documents} 份文件，${values} 个数值（${escaped(parts)}）；${SEVERITIES.error} ${findings.errors} 处，${SEVERITIES.warning} ${findings.warnings} 处${judgedInWords(findings.judged)}。</p>`;
}

/** ，已判定：属实 1 处，误报 2 处 */
function judgedInWords(judged: Report['findings']['judged']): string {
  const names = new Map<string, string>(Object.entries(JUDGEMENTS));
  const counts = [...judged].map(([state, number]) => `${names.get(state) ?? state} ${number} 处`);
  return counts.length === 0 ? '' : escaped(`；已判定：${counts.join('，')}`);
}

/** As the store holds them; a word of a version that this one does not know stays as it is. */
const severityName = (severity: string): string => new Map<string, string>(Object.entries(SEVERITIES)).get(severity) ?? severity;
const statusName = (status: string): string =>
  new Map<string, { readonly name: string }>(Object.entries(STATUSES)).get(status)?.name ?? status;

/** Like a map: regions in the order of their codes, their departments below them, a square for each year. */
function matrix({ matrix: { years, departments } }: Report): string {
  const head = `<tr><th>部门</th>${years.map((year) => `<th>${year}</th>`).join('')}</tr>`;
  const regions = [...groupBy(departments, ({ region }) => region ?? '地区不明')].map(
    ([region, rows]) =>
      `<tr><td class="r" colspan="${years.length + 1}">${escaped(region)}</td></tr>${rows.map((row) => matrixRow(row, years)).join('')}`,
  );
  return departments.length === 0 ? '<p>无</p>' : `<table class="m">${head}${regions.join('\n')}</table>`;
}

function matrixRow({ department, years, missing }: MatrixRow, all: readonly number[]): string {
  const squares = all.map((year) => {
    const cell = years.get(year);
    if (!cell) return missing.includes(year) ? '<td class="y missing">缺</td>' : '<td class="y"></td>';
    const files = cell.documents
      .map(({ file, status, standing }) => `${file} ${status}${standing === 'sole' ? '' : ` ${standing}`}`)
      .join('\n');
    return `<td class="y ${cell.state}" title="${escaped(files)}">${cell.documents.length > 1 ? cell.documents.length : ''}</td>`;
  });
  return `<tr><td>${escaped(department)}</td>${squares.join('')}</tr>`;
}

const ACTIONS: Readonly<Record<Action, string>> = {
  download: '需重新下载',
  password: '需提供密码',
  look: '需人工查看',
  nothing: '无需处理（可读，但不是决算或预算）',
};

function todo({ action, reasons, documents }: Todo): string {
  const counted = [...reasons].map(([reason, number]) => `${reason} ${number}`).join('，');
  const rows = documents.map(({ file, reason, message, isPartial, isQuarantined, source_url }) => [
    file,
    `${reason}${isQuarantined ? '（隔离：进程两次中断）' : isPartial ? `（${OUTCOMES.partial}）` : ''}`,
    message,
    source_url ?? '',
  ]);
  return section(`${ACTIONS[action]}：${documents.length}`, `<p>${escaped(counted)}</p>${table(['文件', '原因', '说明', '来源'], rows)}`);
}

function section(title: string, body: string): string {
  return `<h2>${escaped(title)}</h2>\n${body === '' ? '<p>无</p>' : body}`;
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return '';
  const cells = (row: readonly (string | number)[]) => row.map((cell) => `<td>${escaped(String(cell))}</td>`).join('');
  return `<table><tr>${heads.map((head) => `<th>${escaped(head)}</th>`).join('')}</tr>\n${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</table>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/(?![\n\t])\p{Cc}/gu, '');
}
