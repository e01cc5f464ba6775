import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { StoreFinding } from '../archive/across/finding.js';
import { shownName } from '../base/file-name.js';
import { at } from '../base/invariant.js';
import { inLanguage, type Language } from '../base/language.js';
import type { CombinedDocument } from '../compare/combined.js';
import type { Format } from '../emit/results.js';
import type { EngineChoice } from '../read/pdf/policy.js';
import type { DocumentResult } from '../workers/job.js';
import { betweenResults, betweenSummary, type WrittenJson } from './between-results.js';
import { COMBINED_NAME, combinedPath, writeCombined } from './combine.js';
import { engineOption } from './engine.js';
import { DOCUMENTS, findInputs, type Input, tellOwn } from './inputs.js';
import { languageOption } from './language.js';
import { progressFor } from './progress.js';
import { runTasks } from './run.js';
import { parseFormats, planTasks, planTogether, type Task, TO_STDOUT } from './tasks.js';
import { unpack } from './unpack.js';
import { EXIT, UsageError } from './usage.js';

interface ExtractFlags {
  readonly out: string;
  readonly format: readonly Format[];
  readonly ocr: 'auto' | 'off' | 'force';
  readonly engine: EngineChoice;
  readonly password?: string;
  readonly jobs: number;
  readonly unpack?: true;
  readonly asOne?: true;
  readonly combine?: true;
  readonly combineAs?: string;
  readonly lang?: Language;
  readonly strict?: true;
  readonly quiet?: true;
}

/** `juesuan extract`: documents → JSON, CSV, XLSX. */
export function addExtractCommand(program: Command): void {
  program
    .command('extract')
    .description('extract final accounts and budgets into JSON, CSV or XLSX; prints the paths written')
    .argument('<input...>', DOCUMENTS)
    .option('--out <folder>', 'where the results go; - prints one document as json or csv', nonEmpty, 'out')
    .addOption(
      new Option('--format <list>', 'any of json, csv, xlsx, html, joined by commas').argParser(parseFormats).default(['json'], 'json'),
    )
    .addOption(languageOption('workbooks and reports'))
    .addOption(new Option('--ocr <when>', 'read pages without legible text by OCR').choices(['auto', 'off', 'force']).default('auto'))
    .addOption(engineOption())
    .option('--password <password>', 'opens encrypted documents')
    .addOption(
      new Option('--jobs <number>', 'documents at a time').argParser(positive).default(availableParallelism(), 'one per processor core'),
    )
    .option('--as-one', 'the inputs are one document in several files (Word, Excel, HTML), in this order')
    .option('--unpack', 'extract the documents that ZIP files hold')
    .option('--combine', `also one workbook of all documents, ${COMBINED_NAME} in the output folder`)
    .option('--combine-as <name>', 'the same under another name')
    .option('--strict', 'exit with 1 also where a value is contradicted or unreadable')
    .option('--quiet', 'no progress, summary or warnings')
    .action(async (inputs: string[], flags: ExtractFlags) => {
      await inLanguage(flags.lang ?? 'zh', async () => {
        const { results, between } = await extractAll(inputs, flags, (text) => process.stdout.write(text));
        if (!flags.quiet) process.stderr.write(betweenSummary(between));
        process.exitCode ||= exitCodeOf(results, flags.strict ?? false);
      });
    });
}

/** What became of the documents, and what they say against each other; nothing where nobody asks for it. */
interface Extracted {
  readonly results: DocumentResult[];
  readonly between: readonly StoreFinding[];
}

/** @throws UsageError */
export const extract = async (inputs: readonly string[], flags: ExtractFlags, stdout: (text: string) => void): Promise<DocumentResult[]> =>
  (await extractAll(inputs, flags, stdout)).results;

/**
 * Extracts every input and prints to `stdout` what the contract says: the paths written, or the data. In the order of the inputs.
 * @throws UsageError
 */
async function extractAll(inputs: readonly string[], flags: ExtractFlags, stdout: (text: string) => void): Promise<Extracted> {
  const { engine, ocr, password, out, format, quiet = false } = flags;
  const document = { engine, ocr, ...(password !== undefined && { password }) };
  const wantsCombined = flags.combine || flags.combineAs !== undefined;
  const name = flags.combineAs ?? COMBINED_NAME;
  // The workbook of an earlier run may lie among the documents: `combinedPath` sees to it that it is ours.
  const isCombined = ({ path: file }: Input) => wantsCombined && path.resolve(file) === path.resolve(out, name);
  const found = await findInputs(inputs);
  if (!quiet) tellOwn(found.own);
  const unpacked = await unpack(
    found.inputs.filter((input) => !isCombined(input)),
    flags.unpack ?? false,
  );
  const isCompared = wantsCombined || (!quiet && unpacked.inputs.length > 1);
  const aside = isCompared && out !== TO_STDOUT && !format.includes('json') ? await mkdtemp(path.join(tmpdir(), 'juesuan-')) : null;
  try {
    const plan = flags.asOne ? planTogether : planTasks;
    const tasks = plan(unpacked.inputs, { out, formats: format, document, aside });
    const combined = wantsCombined ? await combinedPath(name, out, tasks) : null;
    if (out !== TO_STDOUT) await makeFolder(out);
    const progress = progressFor(process.stderr, tasks.length, quiet);
    const results = await runTasks(tasks, flags.jobs, progress, ({ written, data }) => {
      progress.aside(() => stdout(data ?? written.map((file) => `${file}\n`).join('')));
    });
    if (!isCompared) return { results, between: [] };
    const names = flags.asOne ? tasks.map(({ job }) => job.name) : unpacked.inputs.map(nameAmongOthers);
    const documents = results.map(({ written, outcome }, index) => {
      const json = written.find((file) => file.endsWith('.json')) ?? (written.length > 0 ? asideOf(at(tasks, index)) : null);
      return { file: at(names, index), json, reason: json === null ? outcome.message : null };
    });
    if (combined === null) return { results, between: await betweenResults(documents.filter(hasJson)) };
    const between = await writeCombined(combined, documents);
    stdout(`${combined}\n`);
    return { results, between };
  } finally {
    await unpacked.remove();
    if (aside !== null) await rm(aside, { recursive: true, force: true });
  }
}

const hasJson = (document: CombinedDocument): document is CombinedDocument & WrittenJson => document.json !== null;

const asideOf = ({ job: { destination } }: Task): string | null => (destination.to === 'files' ? (destination.aside ?? null) : null);

/** 2023/决算.pdf: what an input is called, with the folders it lies in below the one that was given. */
const nameAmongOthers = ({ stem, name, path: file }: Input): string =>
  path.join(path.dirname(stem), name ?? shownName(path.basename(file)));

function exitCodeOf(results: readonly DocumentResult[], strict: boolean): number {
  const good = results.every(({ outcome, doubtful }) => outcome.status !== 'failed' && !(strict && doubtful > 0));
  return good ? EXIT.done : EXIT.someFailed;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new UsageError(`cannot write to --out ${folder}: ${error instanceof Error ? error.message : error}`);
  }
}

function positive(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It takes a whole number from 1.');
  return Number(text);
}

function nonEmpty(text: string): string {
  if (text === '') throw new InvalidArgumentError('It takes a folder.');
  return text;
}
