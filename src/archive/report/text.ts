import { displayWidth, fitWidth } from '../../base/width.js';
import type { RunEvent } from '../run/events.js';
import type { MatrixCell, Report, ReportedRun } from './report.js';

/** Lines of each list; the HTML has them all. */
const MOST_LINES = 20;
/** Columns of the terminal for a department's name. */
const NAME_WIDTH = 44;

/** The report for a terminal. */
export function toText(report: Report): string {
  const parts = [
    report.runs.length === 0 ? ['Nothing was archived yet.'] : report.runs.flatMap(runLines),
    totalLines(report),
    listLines('New, changed, gone', report.events.map(eventLine)),
    listLines(
      'Quarantine: the process died or hung twice',
      report.quarantine.map(({ file, reason, message }) => `${file}: ${reason}: ${message}`),
    ),
    listLines(
      'Cannot be read',
      [...report.failed].flatMap(([reason, documents]) => documents.map(({ file }) => `${reason}: ${file}`)),
    ),
    listLines(
      'Findings to look at',
      report.worst.map(
        ({ severity, message, file, page, rule }) => `${severity}: ${message} [${rule}] ${file}${page ? ` p. ${page}` : ''}`,
      ),
    ),
    matrixLines(report),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(printable).join('\n'))
    .join('\n\n')}\n`;
}

function runLines(run: ReportedRun): string[] {
  return [
    `Run ${run.id}: ${run.state}, ${run.started_at}${run.ended_at ? ` to ${run.ended_at}` : ''}`,
    `  ${run.files} files: ${run.new} new, ${run.changed} changed, ${run.gone} gone, ${run.skipped} as before, ${run.unreadable} unreadable`,
    ...(run.provenance > 0 ? [`  ${run.provenance} lines or fields of manifests and sidecars cannot be used`] : []),
    `  ${run.extracted} documents read (${run.pages} pages), ${run.renewed} of them anew; ${run.failed} cannot be read, ${run.quarantined} in quarantine`,
  ];
}

function totalLines({ totals, findings, matrix }: Report): string[] {
  const share = (values: number) => `${((100 * values) / Math.max(1, totals.values)).toFixed(1)} %`;
  const byStatus = [...totals.byStatus].map(([status, values]) => `${values} ${status} (${share(values)})`).join(', ');
  return [
    `The store: ${totals.documents} documents of ${matrix.departments.length} departments, ${totals.values} values`,
    ...(byStatus === '' ? [] : [`  ${byStatus}`]),
    `  findings: ${findings.errors} errors, ${findings.warnings} warnings`,
  ];
}

function eventLine({ kind, path, note }: RunEvent): string {
  return `${kind}: ${path}${note && kind !== 'changed' ? `: ${note}` : ''}`;
}

function listLines(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > MOST_LINES ? [`  … ${lines.length - MOST_LINES} more: see the HTML`] : [];
  return [`${title} (${lines.length})`, ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`), ...more];
}

const SIGNS: Readonly<Record<MatrixCell['state'], string>> = { good: '●', doubtful: '◐', failed: '×' };

function matrixLines({ matrix: { years, departments } }: Report): string[] {
  if (departments.length === 0) return [];
  const incomplete = departments.filter(({ missing }) => missing.length > 0);
  const shown = [...incomplete, ...departments.filter(({ missing }) => missing.length === 0)].slice(0, MOST_LINES);
  const name = (text: string) =>
    `${fitWidth(text, NAME_WIDTH)}${' '.repeat(Math.max(0, NAME_WIDTH - displayWidth(fitWidth(text, NAME_WIDTH))))}`;
  return [
    `Years by department: ● there, ◐ with errors, × cannot be read, ○ missing (${incomplete.length} departments miss a year)`,
    `  ${name('')} ${years.join(' ')}`,
    ...shown.map(({ region, department, years: cells, missing }) => {
      const signs = years.map((year) => SIGNS[cells.get(year)?.state ?? 'good'] ?? '');
      const line = years.map((year, index) => `  ${cells.has(year) ? signs[index] : missing.includes(year) ? '○' : ' '}  `);
      return `  ${name(`${region ?? ''} ${department}`.trim())} ${line.join('').trimEnd()}`;
    }),
    ...(departments.length > shown.length ? [`  … ${departments.length - shown.length} more: see the HTML`] : []),
  ];
}

/** Names and messages come from outside: a control character could move the cursor or change the terminal. */
const printable = (line: string) => line.replace(/\p{Cc}|\p{Cf}/gu, '');
