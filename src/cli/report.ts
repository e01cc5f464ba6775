import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { toHtml } from '../archive/report/html.js';
import { makeReport } from '../archive/report/report.js';
import { toText } from '../archive/report/text.js';
import { StoreError } from '../archive/store/database.js';
import { openExisting } from '../archive/store/open.js';
import { UsageError } from './usage.js';

/** `juesuan report`: what the last run did, what is doubtful, broken and missing. */
export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description('print what the last run did, what is in quarantine, the worst findings, and which years are missing')
    .argument('<store>', 'a folder, or postgres://…')
    .option('--html <file>', 'also as one HTML file, with every department and year')
    .action(async (location: string, { html }: { readonly html?: string }) => {
      process.stdout.write(await report(location, html));
    });
}

async function report(location: string, html: string | undefined): Promise<string> {
  try {
    const store = await openExisting(location);
    try {
      const made = await makeReport(store);
      if (html !== undefined) await writeFile(html, toHtml(made));
      return toText(made);
    } finally {
      await store.close();
    }
  } catch (error) {
    throw error instanceof StoreError ? new UsageError(error.message) : error;
  }
}
