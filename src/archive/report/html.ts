import { groupBy } from '../../base/group.js';
import { say, spoken } from '../../base/language.js';
import { GENERATOR } from '../../base/own-mark.js';
import { JUDGEMENTS, OUTCOMES, SEVERITIES, STATUSES } from '../../emit/words.js';
import { titledMessage } from '../../english/finding.js';
import type { MatrixRow, Report, ReportedRun } from './report.js';
import type { Action, Todo } from './todo.js';

/** The report as one file: no script, nothing fetched, so that it can be sent and kept. */
export function toHtml(report: Report): string {
  return `<!DOCTYPE html>
<html lang="${say('zh-CN', 'en')}">
<head>
<meta charset="utf-8">
<meta name="generator" content="${GENERATOR}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say('决算档案报告', 'Report of the archive')}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${say('决算档案报告', 'Report of the archive')}</h1>
${totals(report)}
${section(say('运行', 'Runs'), table(runHeads(), report.runs.map(runCells)))}
${section(
  say(`覆盖：${report.matrix.departments.length} 个部门`, `Coverage: ${report.matrix.departments.length} departments`),
  `${legend()}${matrix(report)}`,
)}
${report.todo.map(todo).join('\n')}
${section(
  say('留待下次', 'Left for the next run'),
  table(
    say(['原因', '份数'], ['Reason', 'Documents']),
    [...report.postponed].map(([why, documents]) => [why, documents]),
  ),
)}
${
  report.lost.length === 0
    ? ''
    : section(
        say(
          `档案中缺少 JSON，下次运行重新识读：${report.lost.length}`,
          `JSON missing from the store, read again by the next run: ${report.lost.length}`,
        ),
        table(
          [say('文件', 'File')],
          report.lost.map(({ file }) => [file]),
        ),
      )
}
${section(
  say('需要查看', 'To look at'),
  table(
    say(['级别', '规则', '问题', '文件', '页', '另有'], ['Severity', 'Rule', 'Finding', 'File', 'Page', 'More']),
    report.worst.map((f) => [severityName(f.severity), f.rule, titledMessage(f), f.file, f.page ?? '', f.more || '']),
  ),
)}
${section(
  say('新增、变更、消失', 'New, changed, gone'),
  table(
    say(['', '文件', '说明'], ['', 'File', 'Note']),
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

const legend = (): string =>
  `<p class="l"><span class="good">${say('有', 'there')}</span><span class="doubtful">${say(`有，含${SEVERITIES.error}`, 'there, with errors')}</span><span class="failed">${OUTCOMES.failed}</span><span class="missing">${missingWord()}</span></p>`;

const missingWord = (): string => say('缺', 'missing');

const EVENTS: Readonly<Record<string, string>> = spoken({
  new: ['新增', 'new'],
  changed: ['变更', 'changed'],
  gone: ['消失', 'gone'],
  missing: ['缺失过多，未记为消失', 'too many missing, not counted as gone'],
  postponed: ['留待下次', 'left for the next run'],
  unreadable: ['文件打不开', 'file cannot be opened'],
  provenance: ['来源记录有误', 'record of its source is wrong'],
  lost: ['档案中缺少 JSON', 'JSON missing from the store'],
  manifest: ['清单读法', 'how the manifest was read'],
});

const runHeads = (): string[] => [
  ...say(
    ['运行', '状态', '开始', '结束', '文件', '新增', '变更', '消失', '未变', '识读', '页'],
    ['Run', 'State', 'Begin', 'End', 'Files', 'New', 'Changed', 'Gone', 'As before', 'Read', 'Pages'],
  ),
  OUTCOMES.failed,
  ...say(['隔离', '版本'], ['Quarantined', 'Version']),
];

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
  const parts = [...byStatus].map(([status, number]) => `${statusName(status)} ${number}`).join(say('，', ', '));
  const judged = judgedInWords(findings.judged);
  const words = say(
    `${documents} 份文件，${values} 个数值（${escaped(parts)}）；${SEVERITIES.error} ${findings.errors} 处，${SEVERITIES.warning} ${findings.warnings} 处${judged}。`,
    `${documents} documents, ${values} values (${escaped(parts)}); errors: ${findings.errors}, warnings: ${findings.warnings}${judged}.`,
  );
  return `<p>${words}</p>`;
}

/** ；已判定：属实 1 处，误报 2 处 */
function judgedInWords(judged: Report['findings']['judged']): string {
  const names = new Map<string, string>(Object.entries(JUDGEMENTS));
  const counts = [...judged].map(([state, number]) =>
    say(`${names.get(state) ?? state} ${number} 处`, `${names.get(state) ?? state} ${number}`),
  );
  return counts.length === 0 ? '' : escaped(say(`；已判定：${counts.join('，')}`, `; judged: ${counts.join(', ')}`));
}

/** As the store holds them; a word of a version that this one does not know stays as it is. */
const severityName = (severity: string): string => new Map<string, string>(Object.entries(SEVERITIES)).get(severity) ?? severity;
const statusName = (status: string): string =>
  new Map<string, { readonly name: string }>(Object.entries(STATUSES)).get(status)?.name ?? status;

/** Like a map: regions in the order of their codes, their departments below them, a square for each year. */
function matrix({ matrix: { years, departments } }: Report): string {
  const head = `<tr><th>${say('部门', 'Department')}</th>${years.map((year) => `<th>${year}</th>`).join('')}</tr>`;
  const regions = [...groupBy(departments, ({ region }) => region ?? say('地区不明', 'region unknown'))].map(
    ([region, rows]) =>
      `<tr><td class="r" colspan="${years.length + 1}">${escaped(region)}</td></tr>${rows.map((row) => matrixRow(row, years)).join('')}`,
  );
  return departments.length === 0 ? `<p>${noneWord()}</p>` : `<table class="m">${head}${regions.join('\n')}</table>`;
}

function matrixRow({ department, years, missing }: MatrixRow, all: readonly number[]): string {
  const squares = all.map((year) => {
    const cell = years.get(year);
    if (!cell) return missing.includes(year) ? `<td class="y missing">${missingWord()}</td>` : '<td class="y"></td>';
    const files = cell.documents
      .map(({ file, status, standing }) => `${file} ${status}${standing === 'sole' ? '' : ` ${standing}`}`)
      .join('\n');
    return `<td class="y ${cell.state}" title="${escaped(files)}">${cell.documents.length > 1 ? cell.documents.length : ''}</td>`;
  });
  return `<tr><td>${escaped(department)}</td>${squares.join('')}</tr>`;
}

const noneWord = (): string => say('无', 'none');

const ACTIONS: Readonly<Record<Action, string>> = spoken({
  download: ['需重新下载', 'Download again'],
  password: ['需提供密码', 'Give a password'],
  look: ['需人工查看', 'Look at'],
  nothing: ['无需处理（可读，但不是决算或预算）', 'Nothing to do (legible, but neither accounts nor budgets)'],
});

function todo({ action, reasons, documents }: Todo): string {
  const counted = [...reasons].map(([reason, number]) => `${reason} ${number}`).join(say('，', ', '));
  const rows = documents.map(({ file, reason, message, isPartial, isQuarantined, source_url }) => [
    file,
    reason + stateOf(isQuarantined, isPartial),
    message,
    source_url ?? '',
  ]);
  const heads = say(['文件', '原因', '说明', '来源'], ['File', 'Reason', 'Message', 'Source']);
  return section(`${ACTIONS[action]}${say('：', ': ')}${documents.length}`, `<p>${escaped(counted)}</p>${table(heads, rows)}`);
}

function stateOf(isQuarantined: boolean, isPartial: boolean): string {
  if (isQuarantined) return say('（隔离：进程两次中断）', ' (in quarantine: its process broke down twice)');
  return isPartial ? say(`（${OUTCOMES.partial}）`, ` (${OUTCOMES.partial})`) : '';
}

function section(title: string, body: string): string {
  return `<h2>${escaped(title)}</h2>\n${body === '' ? `<p>${noneWord()}</p>` : body}`;
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return '';
  const cells = (row: readonly (string | number)[]) => row.map((cell) => `<td>${escaped(String(cell))}</td>`).join('');
  return `<table><tr>${heads.map((head) => `<th>${escaped(head)}</th>`).join('')}</tr>\n${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</table>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/(?![\n\t])\p{Cc}/gu, '');
}
