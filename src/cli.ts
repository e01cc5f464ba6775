import { Command, CommanderError } from 'commander';
import { addArchiveCommand, addWorkCommand } from './cli/archive.js';
import { addCheckCommand } from './cli/check.js';
import { addDiffCommand } from './cli/diff.js';
import { addDrawCommand } from './cli/draw.js';
import { addExportCommand } from './cli/export.js';
import { addExtractCommand } from './cli/extract.js';
import { addReportCommand } from './cli/report.js';
import { addRulesCommand } from './cli/rules.js';
import { EXIT, UsageError } from './cli/usage.js';
import { version } from './version.js';

/** The command line; each command has its file in `cli/`. Sets the exit code, never rejects. */
export async function main(args: readonly string[]): Promise<void> {
  // A reader that has seen enough (`| head`) does not stop the extraction.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = exitCodeOf(new Error(`stdout cannot be written: ${error.message}`));
  });
  const program = new Command('juesuan')
    .description('部门决算公开: published final accounts into validated data')
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) });
  addExtractCommand(program);
  addCheckCommand(program);
  addArchiveCommand(program);
  addWorkCommand(program);
  addExportCommand(program);
  addReportCommand(program);
  addDiffCommand(program);
  addDrawCommand(program);
  addRulesCommand(program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
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
