import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Correction } from '../../schemas/corrections.js';
import type { AppliedCorrection, Disclosure } from '../../schemas/disclosure.js';
import { inLanguage, type Language, say, spoken } from '../base/language.js';
import { correctionsPath, readCorrectionsBeside } from '../corrections/file.js';
import { readGiven } from '../corrections/given.js';
import { toTestCase } from '../corrections/test-case.js';
import { correctionInWords } from '../corrections/words.js';
import { messageOf } from '../english/finding.js';
import { CORRECTIONS_UNUSABLE } from '../model/reading-rules.js';
import { extractOne } from './extract-one.js';
import { placeOf } from './inputs.js';
import { languageOption } from './language.js';
import { harmlessLine } from './line.js';
import { EXIT, UsageError } from './usage.js';

interface CorrectionsFlags {
  readonly format: 'text' | 'json';
  readonly testCase?: number;
  readonly lang: Language;
  readonly password?: string;
}

/** `juesuan corrections`: what was corrected in a document, and whether it still holds. */
export function addCorrectionsCommand(program: Command): void {
  program
    .command('corrections')
    .description(
      'list what was corrected in a document (<stem>.corrections.json beside it), applied or refused; exit code 1 where one is refused',
    )
    .argument('<file>', 'one document')
    .addOption(new Option('--format <name>', 'how they are printed').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--test-case <number>', 'print this one as a test case: its place, what was read, what is right').argParser(ordinal),
    )
    .addOption(languageOption('the list as text'))
    .option('--password <password>', 'opens an encrypted document')
    .action(async (file: string, flags: CorrectionsFlags) => {
      process.exitCode ||= await inLanguage(flags.lang, () => listCorrections(file, flags, (text) => process.stdout.write(text)));
    });
}

/** Prints the corrections of a document, read again to see which of them hold. Gives the exit code. @throws UsageError */
async function listCorrections(
  named: string,
  { format, testCase, password }: CorrectionsFlags,
  stdout: (text: string) => void,
): Promise<number> {
  const file = await placeOf(named);
  const text = await readCorrectionsBeside(file);
  if (text === null) throw new UsageError(`there are no corrections of ${file}: ${correctionsPath(file)} does not exist`);
  const disclosure = await extractOne(file, password);
  if (typeof disclosure === 'string') throw new Error(disclosure);
  const listed = listOf(text, disclosure);
  if (testCase !== undefined) {
    const entry = listed[testCase - 1]?.entry;
    if (entry === undefined || typeof entry === 'string') throw new UsageError(`there is no correction ${testCase} of ${file}`);
    stdout(`${JSON.stringify(toTestCase(disclosure.source, entry), null, 2)}\n`);
    return EXIT.done;
  }
  stdout(format === 'json' ? `${JSON.stringify(listed.map(toJsonEntry), null, 2)}\n` : textOf(listed, disclosure));
  const isUnusable = disclosure.findings.some(({ rule }) => rule === CORRECTIONS_UNUSABLE.id);
  return isUnusable || listed.some(({ state }) => state !== 'applied') ? EXIT.someFailed : EXIT.done;
}

interface ListedCorrection extends AppliedCorrection {
  readonly entry: Correction | string | undefined;
}

/** A document that could not be read at all has applied nothing. */
function listOf(text: string, { source, corrections, outcome }: Disclosure): ListedCorrection[] {
  const { entries } = readGiven(text, source.sha256);
  return entries.map((entry, index) => {
    const applied = corrections?.find((each) => each.index === index);
    return { entry, ...(applied ?? { index, state: 'refused' as const, why: outcome.message }) };
  });
}

const toJsonEntry = ({ index, state, why, entry }: ListedCorrection) => ({
  number: index + 1,
  state,
  why,
  correction: typeof entry === 'object' ? entry : null,
});

const STATES = spoken({ applied: ['已采用', 'applied'], refused: ['未采用', 'refused'] });

function textOf(listed: readonly ListedCorrection[], { findings }: Disclosure): string {
  const unusable = findings.filter(({ rule }) => rule === CORRECTIONS_UNUSABLE.id).map((finding) => messageOf(finding));
  const lines = listed.map(({ index, state, why, entry }) => {
    const words = typeof entry === 'object' ? `${correctionInWords(entry)}  ${reasonOf(entry)}` : '';
    return `${index + 1}  ${STATES[state]}  ${words}${why === null ? '' : `  ${why}`}`;
  });
  return [...unusable, ...lines].map((line) => `${harmlessLine(line)}\n`).join('');
}

function reasonOf({ reason, by, on }: Correction): string {
  const who = [by, on].filter(Boolean).join(say('，', ', '));
  return say(`理由：${reason}  （${who}）`, `reason: ${reason}  (${who})`);
}

function ordinal(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It takes the number of a correction, from 1.');
  return Number(text);
}
