import { SingleBar } from 'cli-progress';
import type { DocumentResult } from '../workers/job.js';

/** ECMA-48: back to the first column, erase to the end of the line. */
const CLEAR_LINE = '\r\u001B[K';

/** What the user sees of a run while it goes on, on stderr. `path` is the input's. */
export interface Progress {
  onPage(path: string, page: number, pages: number): void;
  onDone(path: string, result: DocumentResult): void;
  /** Lets something else write to the terminal, which may be stdout's too. */
  aside(write: () => void): void;
  end(results: readonly DocumentResult[]): void;
}

/** A bar on a terminal, plain lines elsewhere, nothing where the user wants quiet. */
export function progressFor(stderr: NodeJS.WriteStream, documents: number, quiet: boolean): Progress {
  if (quiet) return { onPage: () => {}, onDone: () => {}, aside: (write) => write(), end: () => {} };
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

  aside(write: () => void): void {
    write();
  }

  end(results: readonly DocumentResult[]): void {
    this.stderr.write(total(results));
  }
}

/** A bar that names the document and page last read; failures are listed when it has reached its end. */
class BarProgress implements Progress {
  private readonly stderr: NodeJS.WriteStream;
  private readonly bar: SingleBar;
  private failures = '';

  constructor(stderr: NodeJS.WriteStream, documents: number) {
    this.stderr = stderr;
    this.bar = new SingleBar({
      stream: stderr,
      format: '{bar} {value}/{total} {now}',
      barsize: 24,
      gracefulExit: false,
      forceRedraw: true,
    });
    this.bar.start(documents, 0, { now: '' });
  }

  onPage(path: string, page: number, pages: number): void {
    this.bar.update({ now: `${path} ${page}/${pages}` });
  }

  onDone(path: string, result: DocumentResult): void {
    if (result.outcome.status !== 'ok') this.failures += line(path, result);
    this.bar.increment({ now: path });
  }

  /** Takes the bar's line away; the next frame draws it again below. */
  aside(write: () => void): void {
    this.stderr.write(CLEAR_LINE);
    write();
  }

  end(results: readonly DocumentResult[]): void {
    this.bar.update({ now: '' });
    this.bar.stop();
    this.stderr.write(this.failures + total(results));
  }
}

function line(path: string, { outcome, summary }: DocumentResult): string {
  const counts = [count(summary.tables, 'table'), count(summary.values, 'value'), count(summary.problems, 'problem')].join(', ');
  const what = outcome.status === 'failed' ? `failed${outcome.reason ? ` (${outcome.reason})` : ''}` : `${outcome.status}, ${counts}`;
  return `${path}: ${what}${outcome.message ? `: ${outcome.message}` : ''}\n`;
}

function total(results: readonly DocumentResult[]): string {
  const failed = results.filter(({ outcome }) => outcome.status === 'failed').length;
  const partial = results.filter(({ outcome }) => outcome.status === 'partial').length;
  const problems = results.reduce((sum, { summary }) => sum + summary.problems, 0);
  const extracted = `${results.length - failed} extracted${partial > 0 ? ` (${partial} in part)` : ''}`;
  return `${count(results.length, 'document')}: ${extracted}, ${failed} failed; ${count(problems, 'problem')} to look at.\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
