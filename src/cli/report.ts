import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { toHtml } from '../archive/report/html.js';
import { reportToJson } from '../archive/report/json.js';
import { makeReport } from '../archive/report/report.js';
import { toText } from '../archive/report/text.js';
import { StoreError } from '../archive/store/database.js';
import { openExisting } from '../archive/store/open.js';
import { inLanguage, type Language } from '../base/language.js';
import { languageOption } from './language.js';
import { UsageError } from './usage.js';

interface ReportFlags {
  readonly format: 'text' | 'json';
  readonly html?: string;
  readonly lang: Language;
}

/** `juesuan report`: what the last run did, what is doubtful, broken and missing. */
export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description(
      'print what the last run did, what somebody must do about documents that were not read, the worst findings, and which years are missing',
    )
    .argument('<store>', 'a folder, or postgres://…')
    .addOption(new Option('--format <name>', 'how it is printed').choices(['text', 'json']).default('text'))
    .option('--html <file>', 'also as one HTML file, with every department and year')
    .addOption(languageOption('the HTML, and of findings in text'))
    .action(async (location: string, flags: ReportFlags) => {
      process.stdout.write(await inLanguage(flags.lang, () => report(location, flags)));
    });
}

async function report(location: string, { format, html }: ReportFlags): Promise<string> {
  try {
    const store = await openExisting(location);
    try {
      const made = await makeReport(store);
      if (html !== undefined) await writeFile(html, toHtml(made));
      return format === 'json' ? reportToJson(made) : toText(made);
    } finally {
      await store.close();
    }
  } catch (error) {
    throw error instanceof StoreError ? new UsageError(error.message) : error;
  }
}
