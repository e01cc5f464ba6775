import { displayWidth, fitWidth } from '../../base/width.js';
import { titledMessage } from '../../english/finding.js';
import type { RunEvent } from '../run/events.js';
import type { MatrixCell, Report, ReportedRun } from './report.js';
import type { Action, Todo } from './todo.js';

/** Lines of each list; the HTML has them all. */
const MOST_LINES = 20;
/** Columns of the terminal for a document: the pages that could not be read may be hundreds. */
const LINE_WIDTH = 160;
/** Columns of the terminal for a department's name. */
const NAME_WIDTH = 44;

/** The report for a terminal. */
export function toText(report: Report): string {
  const parts = [
    report.runs.length === 0 ? ['Nothing was archived yet.'] : report.runs.flatMap(runLines),
    totalLines(report),
    ...report.todo.map(todoLines),
    listLines(
      'Their JSON is missing from the store: the next run reads them again',
      report.lost.map(({ file }) => file),
    ),
    listLines(
      'Left for the next run',
      [...report.postponed].map(([why, documents]) => `${documents} documents: ${why}`),
    ),
    listLines('What the runs found', report.events.filter(({ kind }) => kind !== 'postponed').map(eventLine)),
    listLines(
      'Findings to look at',
      report.worst.map(
        ({ severity, message, file, page, rule, more }) =>
          `${severity}: ${titledMessage({ rule, message })} [${rule}] ${file}${page ? ` p. ${page}` : ''}${more > 0 ? ` and ${more} more` : ''}`,
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
    ...(run.provenance > 0 ? [`  ${run.provenance} lines or fields of manifests and sidecars, or triage files, cannot be used`] : []),
    `  ${run.extracted} documents read (${run.pages} pages), ${run.renewed} of them anew; ${run.failed} cannot be read, ${run.quarantined} in quarantine`,
  ];
}

function totalLines({ totals, findings, matrix }: Report): string[] {
  const share = (values: number) => `${((100 * values) / Math.max(1, totals.values)).toFixed(1)} %`;
  const byStatus = [...totals.byStatus].map(([status, values]) => `${values} ${status} (${share(values)})`).join(', ');
  return [
    `The store: ${totals.documents} documents of ${matrix.departments.length} departments, ${totals.values} values`,
    ...(byStatus === '' ? [] : [`  ${byStatus}`]),
    `  findings: ${findings.errors} errors, ${findings.warnings} warnings${judgedInWords(findings.judged)}`,
  ];
}

const judgedInWords = (judged: Report['findings']['judged']): string =>
  judged.size === 0 ? '' : `; judged: ${[...judged].map(([state, number]) => `${number} ${state}`).join(', ')}`;

const ACTIONS: Readonly<Record<Action, string>> = {
  download: 'Download again',
  password: 'Give a password',
  look: 'Look at',
  nothing: 'Nothing to do: legible, and of another kind',
};

/** A line for each document, and for those that need nothing only their number. */
function todoLines({ action, reasons, documents }: Todo): string[] {
  const counted = [...reasons].map(([reason, number]) => `${reason} ${number}`).join(', ');
  const title = `${ACTIONS[action]}: ${counted}`;
  if (action === 'nothing') return [title];
  return listLines(
    title,
    documents.map(({ file, reason, message, isPartial, isQuarantined }) => {
      const state = isQuarantined ? ', in quarantine' : isPartial ? ', read in part' : '';
      return fitWidth(`${file}: ${reason}${state}${message === '' ? '' : `: ${message}`}`, LINE_WIDTH);
    }),
  );
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
