import { Command, CommanderError } from 'commander';
import { inLanguage, say } from './base/language.js';
import { version } from './base/version.js';
import { asksForHelp, helpLanguage } from './cli/help-language.js';
import { EXIT, UsageError } from './cli/usage.js';

type Add = (program: Command) => void;

/** Each command has its file in `cli/`, and only the one that is called is loaded: loading all takes longer than an archive run without changes. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  desk: async () => (await import('./cli/desk.js')).addDeskCommand,
  extract: async () => (await import('./cli/extract.js')).addExtractCommand,
  check: async () => (await import('./cli/check.js')).addCheckCommand,
  archive: async () => (await import('./cli/archive.js')).addArchiveCommand,
  work: async () => (await import('./cli/archive.js')).addWorkCommand,
  report: async () => (await import('./cli/report.js')).addReportCommand,
  export: async () => (await import('./cli/export.js')).addExportCommand,
  compare: async () => (await import('./cli/compare.js')).addCompareCommand,
  diff: async () => (await import('./cli/diff.js')).addDiffCommand,
  review: async () => (await import('./cli/review.js')).addReviewCommand,
  story: async () => (await import('./cli/story.js')).addStoryCommand,
  corrections: async () => (await import('./cli/corrections.js')).addCorrectionsCommand,
  draw: async () => (await import('./cli/draw.js')).addDrawCommand,
  crop: async () => (await import('./cli/crop.js')).addCropCommand,
  rules: async () => (await import('./cli/rules.js')).addRulesCommand,
};

/** What `juesuan` without arguments does. */
const STANDARD = 'desk';

/** The command line. Sets the exit code, never rejects. */
export async function main(given: readonly string[]): Promise<void> {
  const args = given.length === 0 ? [STANDARD] : given;
  // A reader that has seen enough (`| head`) does not stop the extraction.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = exitCodeOf(new Error(`stdout cannot be written: ${error.message}`));
  });
  // The list of processes shows the title: a password in the address of a store is not for everybody on the machine.
  if (args.some((arg) => /^postgres(ql)?:\/\//i.test(arg.replace(/^--store=/, '')))) process.title = `juesuan ${args[0]}`;
  const program = await programFor(args[0]);
  const language = asksForHelp(args) ? helpLanguage(args, process.env) : null;
  if (language === 'zh') (await import('./cli/chinese-help.js')).translateHelp(program);
  try {
    await inLanguage(language ?? 'zh', () => program.parseAsync(args, { from: 'user' }));
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

/** The command named by `word`; all of them where it names none. */
export async function programFor(word?: string): Promise<Command> {
  const program = new Command('juesuan')
    .description('部门决算公开: published final accounts into validated data')
    .version(version)
    .addHelpText('after', () => say('\n不带参数运行 juesuan，打开桌面。', '\nWithout arguments, juesuan opens the desk.'))
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) });
  for (const load of commandsFor(word)) (await load())(program);
  return program;
}

/** All of them for a word that is none: help and errors name them. */
function commandsFor(word = ''): (() => Promise<Add>)[] {
  const called = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
  return called ? [called] : Object.values(COMMANDS);
}

function exitCodeOf(error: unknown): number {
  // Commander has already said what is wrong, or shown the help or version that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  process.stderr.write(oneLine(error instanceof Error ? error.message : String(error)));
  return error instanceof UsageError ? EXIT.usage : EXIT.someFailed;
}

function oneLine(text: string): string {
  return `juesuan: ${text
    .replace(/^error: /, '')
    .trim()
    .replaceAll(/\s+/g, ' ')}\n`;
}
