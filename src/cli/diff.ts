import { type Command, Option } from 'commander';
import { families } from '../../extractors/families.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { type Change, compareFigures, type Figure, figuresOf, placeInWords } from '../archive/across/figures.js';
import { must } from '../base/invariant.js';
import { inLanguage, type Language, say } from '../base/language.js';
import { toTwoYears } from '../compare/years.js';
import { writtenYears } from './compare-years.js';
import { extractOne } from './extract-one.js';
import { languageOption } from './language.js';
import { harmlessLine } from './line.js';
import { isResultName, readResult } from './read-result.js';
import { EXIT, UsageError } from './usage.js';

interface DiffFlags {
  readonly format: 'text' | 'json';
  readonly lang: Language;
  readonly password?: string;
}

/** `juesuan diff`: two documents by concept. */
export function addDiffCommand(program: Command): void {
  program
    .command('diff')
    .description(
      'compare two documents or results by concept, two years of one department as compare does; exit code 1 where they differ, 2 where there is nothing to compare',
    )
    .argument('<a>', 'a PDF or a result of juesuan (.json)')
    .argument('<b>', 'another')
    .addOption(new Option('--format <name>', 'how the differences are printed').choices(['text', 'json']).default('text'))
    .addOption(languageOption('the differences as text'))
    .option('--password <password>', 'opens encrypted documents')
    .action(async (a: string, b: string, flags: DiffFlags) => {
      process.exitCode ||= await inLanguage(flags.lang, () => diff([a, b], flags));
    });
}

async function diff(files: readonly [string, string], { format, password }: DiffFlags): Promise<number> {
  const [a, b] = [await disclosureOf(files[0], password), await disclosureOf(files[1], password)];
  const figures = [figuresOf(a), figuresOf(b)] as const;
  const empty = files.filter((_, index) => figures[index]?.length === 0);
  if (empty.length > 0)
    throw new UsageError(`there is nothing to compare: no value of a table of a known form in ${empty.join(' and in ')}`);
  const two = toTwoYears(a, b, families);
  if (two) {
    const { text, differs } = writtenYears(two, format);
    process.stdout.write(text);
    return differs ? EXIT.someFailed : EXIT.done;
  }
  const { changes, same } = compareFigures(...figures);
  const report = { a: about(files[0], a), b: about(files[1], b), same, changes };
  process.stdout.write(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : inWords(report));
  return changes.length > 0 ? EXIT.someFailed : EXIT.done;
}

/** @throws UsageError where the file is no result, or its document cannot be read */
async function disclosureOf(file: string, password: string | undefined): Promise<Disclosure> {
  const disclosure = isResultName(file) ? await readResult(file) : await readDocument(file, password);
  if (disclosure.outcome.status === 'failed' && disclosure.tables.length === 0) {
    throw new UsageError(`${file} cannot be compared (${disclosure.outcome.reason}): ${disclosure.outcome.message}`);
  }
  return disclosure;
}

async function readDocument(file: string, password: string | undefined): Promise<Disclosure> {
  const disclosure = await extractOne(file, password);
  if (typeof disclosure === 'string') throw new UsageError(disclosure);
  return disclosure;
}

function about(file: string, { source, document }: Disclosure) {
  return { file, sha256: source.sha256, kind: document.kind, department: document.department, year: document.year };
}

type About = ReturnType<typeof about>;

function inWords({ a, b, same, changes }: { a: About; b: About; same: number; changes: readonly Change[] }): string {
  const who = (name: string, { file, department, year, kind }: About) => `${name}  ${file}  ${department ?? ''} ${year ?? ''} ${kind}`;
  const lines = [
    who('A', a),
    who('B', b),
    say(`${same}处相同，${changes.length}处不同`, `${same} the same, ${changes.length} different`),
    ...changes.map(changeInWords),
  ];
  return lines.map((line) => `${harmlessLine(line)}\n`).join('');
}

function changeInWords({ kind, a, b, difference }: Change): string {
  const print = (figure: Figure | null) =>
    figure
      ? `${figure.text}${figure.value === null ? '' : (figure.unit ?? '')}${say(`（第${figure.page}页）`, ` (p. ${figure.page})`)}`
      : '';
  const place = placeInWords(must(b ?? a, 'the figure of a change'), families);
  if (kind === 'only-a') return say(`${place}：只见于A ${print(a)}`, `${place}: in A only, ${print(a)}`);
  if (kind === 'only-b') return say(`${place}：只见于B ${print(b)}`, `${place}: in B only, ${print(b)}`);
  const apart = difference === null ? '' : say(`，相差${difference}${b?.unit ?? ''}`, `, a difference of ${difference}${b?.unit ?? ''}`);
  return say(`${place}：A ${print(a)}，B ${print(b)}${apart}`, `${place}: A ${print(a)}, B ${print(b)}${apart}`);
}
