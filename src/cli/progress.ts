import { SingleBar } from 'cli-progress';
import type { DocumentResult } from '../workers/job.js';

/** What the user sees of a run while it goes on, on stderr. `path` is the input's. */
export interface Progress {
  onPage(path: string, page: number, pages: number): void;
  onDone(path: string, result: DocumentResult): void;
  end(results: readonly DocumentResult[]): void;
}

/** A bar on a terminal, plain lines elsewhere, nothing where the user wants quiet. */
export function progressFor(stderr: NodeJS.WriteStream, documents: number, quiet: boolean): Progress {
  if (quiet) return { onPage: () => {}, onDone: () => {}, end: () => {} };
  return stderr.isTTY ? new BarProgress(stderr, documents) : new LineProgress(stderr);
}

/** A line per document, in the order in which they are done. */
class LineProgress implements Progress {
  private readonly stderr: NodeJS.WriteStream;

  constructor(stderr: NodeJS.WriteStream) {
    this.stderr = stderr;
  }

  onPage(): void {}

  onDone(path: string, result: DocumentResult): void {
    this.stderr.write(line(path, result));
  }

  end(results: readonly DocumentResult[]): void {
    this.stderr.write(total(results));
  }
}

/** A bar that names the document and page last read; what was not extracted is told when it has reached its end. */
class BarProgress implements Progress {
  private readonly stderr: NodeJS.WriteStream;
  private readonly bar: SingleBar;
  private failures = '';

  constructor(stderr: NodeJS.WriteStream, documents: number) {
    this.stderr = stderr;
    this.bar = new SingleBar({ stream: stderr, format: '{bar} {value}/{total} {now}', barsize: 24, gracefulExit: false });
    this.bar.start(documents, 0, { now: '' });
  }

  onPage(path: string, page: number, pages: number): void {
    this.bar.update({ now: `${path} ${page}/${pages}` });
  }

  onDone(path: string, result: DocumentResult): void {
    if (result.outcome.status !== 'ok') this.failures += line(path, result);
    this.bar.increment({ now: path });
  }

  end(results: readonly DocumentResult[]): void {
    this.bar.update({ now: '' });
    this.bar.stop();
    this.stderr.write(this.failures + total(results));
  }
}

function line(path: string, { outcome, summary }: DocumentResult): string {
  const counts = `${summary.tables} tables, ${summary.values} values, ${summary.problems} problems`;
  const what = outcome.status === 'failed' ? `failed${outcome.reason ? ` (${outcome.reason})` : ''}` : `${outcome.status}, ${counts}`;
  return `${path}: ${what}${outcome.message ? `: ${outcome.message}` : ''}\n`;
}

function total(results: readonly DocumentResult[]): string {
  const failed = results.filter(({ outcome }) => outcome.status === 'failed').length;
  const partial = results.filter(({ outcome }) => outcome.status === 'partial').length;
  const problems = results.reduce((sum, { summary }) => sum + summary.problems, 0);
  const parts = [`${results.length - failed} extracted`, ...(partial > 0 ? [`${partial} of them in part`] : []), `${failed} failed`];
  return `${results.length} documents: ${parts.join(', ')}; ${problems} problems to look at.\n`;
}
