import { SingleBar } from 'cli-progress';
import type { RunEvent, RunResult } from '../archive/run/events.js';
import type { DocumentProgress, RunObserver } from '../archive/run/observer.js';
import { inWords, problemsOf } from '../archive/run/problems.js';
import type { Rebuilt } from '../archive/store/rebuild.js';

/** A bar on a terminal, lines elsewhere, as text or as JSON; nothing where the user wants quiet. */
export function observerFor(stderr: NodeJS.WriteStream, log: 'text' | 'json', quiet: boolean): RunObserver {
  if (quiet) return new LineObserver(() => {}, log);
  return stderr.isTTY && log === 'text' ? new BarObserver(stderr) : new LineObserver((text) => stderr.write(text), log);
}

/** A line per event and document, each with the time. */
class LineObserver implements RunObserver {
  private readonly write: (text: string) => void;
  private readonly log: 'text' | 'json';

  constructor(write: (text: string) => void, log: 'text' | 'json') {
    this.write = write;
    this.log = log;
  }

  rebuilt(what: Rebuilt): void {
    this.line('rebuilt', { ...what }, rebuiltInWords(what));
  }

  begin(files: number, { length: pending }: readonly number[]): void {
    this.line('begin', { files, pending }, `${files} files, ${pending} to look into`);
  }

  event(event: RunEvent): void {
    this.line(event.kind, { path: event.path, sha256: event.sha256, note: event.note }, eventInWords(event));
  }

  skipped(): void {}

  retry(path: string, why: string): void {
    this.line('retry', { path, why }, `${path}: second try: ${why}`);
  }

  document(progress: DocumentProgress): void {
    this.line('document', { ...progress }, documentInWords(progress));
  }

  end(counts: RunResult, ms: number): void {
    for (const problem of problemsOf(counts)) this.line('problem', { problem }, problem);
    this.line('end', { ...counts, ms: Math.round(ms) }, endInWords(counts, ms));
  }

  private line(kind: string, fields: Readonly<Record<string, unknown>>, words: string): void {
    const time = new Date().toISOString();
    this.write(this.log === 'json' ? `${JSON.stringify({ time, kind, ...fields })}\n` : `${time} ${printable(words)}\n`);
  }
}

/**
 * A bar with documents per second and the time left; what went wrong stands above it. The bar's length and the time left go by bytes:
 * the largest documents are read first.
 */
class BarObserver implements RunObserver {
  private readonly stderr: NodeJS.WriteStream;
  private readonly bar: SingleBar;
  private start = 0;
  private documents = 0;
  private files = 0;

  constructor(stderr: NodeJS.WriteStream) {
    this.stderr = stderr;
    const format = '{bar} {files}/{pending} {rate} documents/s, {eta_formatted} left';
    this.bar = new SingleBar({ stream: stderr, format, barsize: 24, gracefulExit: false, etaBuffer: 100, forceRedraw: true });
  }

  rebuilt(what: Rebuilt): void {
    this.stderr.write(`${rebuiltInWords(what)}\n`);
  }

  begin(_files: number, pending: readonly number[]): void {
    this.start = performance.now();
    const bytes = pending.reduce((sum, size) => sum + size, 0);
    this.bar.start(bytes, 0, { files: 0, pending: pending.length, rate: '0.0' });
  }

  event(event: RunEvent): void {
    if (event.kind === 'new') return;
    // An event has no size: the bar ends a little short of its end.
    if (event.kind === 'unreadable' && !event.path.endsWith('/')) this.advance(0);
    this.writeAbove(eventInWords(event));
  }

  skipped(bytes: number): void {
    this.advance(bytes);
  }

  retry(path: string, why: string): void {
    this.writeAbove(`${path}: second try: ${why}`);
  }

  document(line: DocumentProgress): void {
    this.documents += 1;
    if (line.status === 'quarantined') this.writeAbove(documentInWords(line));
    this.advance(line.bytes);
  }

  end(counts: RunResult, ms: number): void {
    this.bar.stop();
    for (const problem of problemsOf(counts)) this.stderr.write(`${printable(problem)}\n`);
    this.stderr.write(`${endInWords(counts, ms)}\n`);
  }

  /** One file more is done. */
  private advance(bytes: number): void {
    this.files += 1;
    const rate = (this.documents / ((performance.now() - this.start) / 1000)).toFixed(1);
    this.bar.increment(bytes, { files: this.files, rate });
  }

  /** Takes the bar's line away (ECMA-48: first column, erase the line); the next frame draws it again below. */
  private writeAbove(text: string): void {
    this.stderr.write(`\r\u001B[K${printable(text)}\n`);
  }
}

function eventInWords({ kind, root, path, note }: RunEvent): string {
  const place = path === './' ? root : path;
  return kind === 'changed' ? `${place}: changed` : `${place}: ${kind}${note ? `: ${note}` : ''}`;
}

function rebuiltInWords({ documents, damaged, setAside }: Rebuilt): string {
  const aside = setAside === null ? '' : `; the damaged database is now ${setAside}`;
  const again = damaged.length === 0 ? '' : `; that of ${damaged.length} is damaged, and they are read again`;
  return `the rows of ${documents} documents were made again from their JSON${again}${aside}`;
}

function documentInWords({ path, status, reason, message, pages, values, ms }: DocumentProgress): string {
  const why = `${reason ? ` (${reason})` : ''}${message ? `: ${message}` : ''}`;
  return `${path}: ${status}${why}, ${pages} pages, ${values} values, ${(ms / 1000).toFixed(1)} s`;
}

function endInWords(counts: RunResult, ms: number): string {
  const read = counts.extracted + counts.failed + counts.quarantined;
  const rate = read === 0 ? '' : `, ${(read / (ms / 1000)).toFixed(1)} documents/s`;
  const parts = [
    `${counts.files} files: ${counts.new} new, ${counts.changed} changed, ${counts.gone} gone, ${counts.skipped} as before`,
    `${counts.extracted} documents read (${counts.pages} pages), ${counts.failed} cannot be read, ${counts.quarantined} in quarantine`,
    ...(counts.renewed > 0 ? [`${counts.renewed} read anew by this version`] : []),
    ...(counts.own > 0 ? [`${counts.own} written by juesuan and left out`] : []),
    ...(counts.unreadable > 0 ? [`${counts.unreadable} files or folders unreadable (${inWords(counts.reasons.unreadable)})`] : []),
    ...(counts.provenance > 0 ? [`${counts.provenance} lines or fields of manifests and sidecars, or triage files, cannot be used`] : []),
    ...(counts.lost > 0 ? [`${counts.lost} without their JSON`] : []),
    ...(counts.postponed > 0 ? [`${counts.postponed} left for the next run (${inWords(counts.reasons.postponed)})`] : []),
  ];
  return `${parts.join('; ')}; ${(ms / 1000).toFixed(1)} s${rate}`;
}

/** Names come from outside: a control character could move the cursor or change the terminal. */
const printable = (line: string) => line.replace(/\p{Cc}|\p{Cf}/gu, '');
