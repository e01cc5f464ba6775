import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { type Disclosure, type Finding, parseDisclosure } from '../../schemas/disclosure.js';
import { BOM, csvLine } from '../base/csv.js';
import type { EngineChoice } from '../read/pdf/policy.js';
import type { DocumentResult } from '../workers/job.js';
import { engineOption } from './engine.js';
import { findInputs, type Input } from './inputs.js';
import { harmlessLine } from './line.js';
import { progressFor } from './progress.js';
import { runTasks } from './run.js';
import type { Task } from './tasks.js';
import { EXIT } from './usage.js';

interface CheckFlags {
  readonly format: keyof typeof REPORTS;
  readonly engine: EngineChoice;
  readonly password?: string;
  readonly quiet?: true;
}

/** `juesuan check`: what contradicts itself in documents, as a list to read. */
export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description('check final accounts against themselves: prints the findings, worst first; exit code 1 where there are errors')
    .argument('<input...>', 'PDF files, folders (searched for .pdf files at any depth) or globs')
    .addOption(new Option('--format <name>', 'how the findings are printed').choices(['text', 'json', 'csv']).default('text'))
    .addOption(engineOption())
    .option('--password <password>', 'opens encrypted documents')
    .option('--quiet', 'no progress, summary or warnings')
    .action(async (inputs: string[], flags: CheckFlags) => {
      process.exitCode ||= await check(inputs, flags, (text) => process.stdout.write(text));
    });
}

/**
 * Checks every input and prints the findings to `stdout`, in the order of the inputs. Gives the exit code: a document that cannot be
 * read cannot be called free of errors.
 * @throws UsageError
 */
async function check(
  args: readonly string[],
  { format, engine, password, quiet }: CheckFlags,
  stdout: (text: string) => void,
): Promise<number> {
  const inputs = await findInputs(args);
  const progress = progressFor(process.stderr, inputs.length, quiet ?? false);
  const report = REPORTS[format];
  const checked: Checked[] = [];
  const print = (text: string) => text !== '' && progress.aside(() => stdout(text));
  print(report.head);
  await runTasks(
    inputs.map((input) => taskOf(input, engine, password)),
    availableParallelism(),
    progress,
    (result) => {
      const document = toChecked(inputs[checked.length]?.path ?? '', result);
      print(report.document(document, checked.length));
      checked.push(document);
    },
  );
  print(report.tail(checked));
  return checked.some(isBad) ? EXIT.someFailed : EXIT.done;
}

function taskOf(input: Input, engine: EngineChoice, password: string | undefined): Task {
  const options = { engine, ocr: 'auto' as const, ...(password !== undefined && { password }) };
  return {
    job: { path: input.path, name: path.basename(input.path), options, destination: { to: 'caller', format: 'json' } },
    refusal: null,
  };
}

/** What a document came to: its findings worst first, or why it could not be checked. */
interface Checked {
  readonly path: string;
  readonly outcome: Disclosure['outcome'];
  readonly document: Disclosure['document'] | null;
  readonly findings: readonly Finding[];
  readonly tables: Disclosure['tables'];
}

function toChecked(file: string, { outcome, data }: DocumentResult): Checked {
  const disclosure = data === null ? null : parseDisclosure(JSON.parse(data));
  const findings = (disclosure?.findings ?? []).toSorted((a, b) => badness(b) - badness(a) || pageOf(a) - pageOf(b));
  return { path: file, outcome, document: disclosure?.document ?? null, findings, tables: disclosure?.tables ?? [] };
}

const isBad = ({ outcome, findings }: Checked) => outcome.status === 'failed' || findings.some((f) => f.severity === 'error');

const SEVERITIES = ['info', 'warning', 'error'] as const;
const badness = ({ severity }: Finding) => SEVERITIES.indexOf(severity);
/** Findings about a whole document come before those of its pages. */
const pageOf = ({ quote, cells }: Finding) => quote?.page ?? cells[0]?.page ?? 0;

interface Report {
  readonly head: string;
  document(checked: Checked, index: number): string;
  tail(all: readonly Checked[]): string;
}

const NAMES = { error: '错误', warning: '提醒', info: '说明' } as const;

/** One heading per document and one paragraph per finding. */
const text: Report = {
  head: '',
  document: (checked, index) =>
    `${index > 0 ? '\n' : ''}${heading(checked)}\n${checked.findings.map((f) => paragraph(f, checked.tables)).join('')}`,
  tail: () => '',
};

function heading({ path: file, outcome, document, findings }: Checked): string {
  const count = (severity: Finding['severity']) => findings.filter((f) => f.severity === severity).length;
  const who = [document?.department, document?.year == null ? null : `${document.year}年度`].filter((part) => part != null).join(' ');
  const what = findings.length === 0 ? '没有发现矛盾' : `${count('error')}处错误，${count('warning')}处提醒，${count('info')}处说明`;
  const failure = outcome.status === 'failed' ? `无法检查（${outcome.reason ?? 'failed'}）：${outcome.message ?? ''}` : what;
  return harmlessLine(`${file}${who === '' ? '' : `  ${who}`}  ${failure}`);
}

function paragraph(finding: Finding, tables: Disclosure['tables']): string {
  const page = pageOf(finding);
  // Sentences about tables begin with their page.
  const place = finding.message.startsWith(`第${page}页`) ? '' : `${page > 0 ? `第${page}页` : '全文'}  `;
  const lines = [`${NAMES[finding.severity]}  ${place}${finding.message}  [${finding.rule}]`];
  if (finding.quote) lines.push(`      原文：${finding.quote.text}`);
  const places = cellsInWords(finding, tables);
  if (places !== '') lines.push(`      表格：${places}`);
  return lines.map((line) => `  ${harmlessLine(line)}\n`).join('');
}

/** Cells that are named; the others are in the JSON. */
const MOST_CELLS = 4;

/** 第9页《支出决算表》合计 基本支出 395.87，合计 项目支出（空白）；第12页《…: a table is named once. */
function cellsInWords({ cells }: Finding, tables: Disclosure['tables']): string {
  let named = '';
  const words = cells.slice(0, MOST_CELLS).map((cell, index) => {
    const table = tables[cell.table];
    const row = cell.row === null ? undefined : table?.rows[cell.row];
    const column = table?.columns.find((c) => c.key === cell.column);
    const label = [row?.code, row?.name, column?.path.join('/')].filter((part) => part != null && part !== '').join(' ');
    const printed = cell.column === null ? '' : ` ${row?.cells[cell.column]?.text ?? '（空白）'}`;
    const title = `第${cell.page}页《${table?.title ?? table?.number ?? '无题表格'}》`;
    const isAgain = title === named;
    named = title;
    return `${isAgain ? '，' : `${index > 0 ? '；' : ''}${title}`}${label}${printed}`;
  });
  const more = cells.length - MOST_CELLS;
  return words.join('') + (more > 0 ? `；另${more}格` : '');
}

/** One array, one object per document. */
const json: Report = {
  head: '[',
  document: ({ path: file, outcome, document, findings }, index) =>
    `${index > 0 ? ',' : ''}\n${JSON.stringify({ path: file, outcome, document, findings }, null, 2)}`,
  tail: () => '\n]\n',
};

const CSV_COLUMNS: readonly (readonly [string, (checked: Checked, finding: Finding) => string | number | null | undefined])[] = [
  ['path', ({ path: file }) => file],
  ['department', ({ document }) => document?.department],
  ['year', ({ document }) => document?.year],
  ['severity', (_, f) => f.severity],
  ['verdict', (_, f) => f.verdict],
  ['rule', (_, f) => f.rule],
  ['page', (_, f) => pageOf(f) || null],
  ['message', (_, f) => f.message],
  ['found', (_, f) => f.found],
  ['expected', (_, f) => f.expected],
  ['difference', (_, f) => f.difference],
  ['tolerance', (_, f) => f.tolerance],
  ['quote', (_, f) => f.quote?.text],
  ['cells', ({ tables }, f) => cellsInWords(f, tables)],
];

/** One line per finding, under one line of column names; a document that cannot be checked has a line that says so. */
const csv: Report = {
  head: `${BOM}${csvLine(
    CSV_COLUMNS.map(([name]) => name),
    () => false,
  )}`,
  document: (checked) =>
    [...unreadable(checked), ...checked.findings]
      .map((finding) =>
        csvLine(
          CSV_COLUMNS.map(([, of]) => of(checked, finding) ?? null),
          () => true,
        ),
      )
      .join(''),
  tail: () => '',
};

function unreadable({ outcome }: Checked): Finding[] {
  if (outcome.status !== 'failed') return [];
  return [{ rule: 'DOCUMENT-FAILED', severity: 'error', verdict: 'reading', message: outcome.message ?? 'failed', cells: [] }];
}

const REPORTS = { text, json, csv };
