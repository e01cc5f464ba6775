import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { StartChild } from '../../src/workers/child-process.js';
import { MEGABYTE } from '../../src/workers/limits.js';
import type { FromChild, FromParent } from '../../src/workers/messages.js';

/** A child process as the parent sees it, without a process: it keeps the jobs it gets, and ends when it is told to stop or is killed. */
export class FakeChild extends EventEmitter {
  connected = true;
  readonly jobs: unknown[] = [];
  readonly stderr = new EventEmitter();
  private readonly memoryPipe = new EventEmitter();
  readonly stdio = [null, null, this.stderr, null, this.memoryPipe];

  constructor() {
    super();
    queueMicrotask(() => this.sendToParent({ type: 'ready' }));
  }

  /** What the parent sends. */
  send(message: FromParent<unknown>): void {
    if (message.type === 'job') this.jobs.push(message.job);
    else this.exit(0, null);
  }

  kill(signal: NodeJS.Signals): void {
    this.exit(null, signal);
  }

  exit(code: number | null, signal: NodeJS.Signals | null): void {
    this.connected = false;
    queueMicrotask(() => this.emit('close', code, signal));
  }

  readPage(page: number, pages: number): void {
    this.sendToParent({ type: 'page', page, pages });
  }

  finish(result: unknown, megabytes = 0): void {
    this.sendToParent({ type: 'done', result, resident: megabytes * MEGABYTE });
  }

  /** A chunk of the memory watch's lines. */
  reportMemory(chunk: string): void {
    this.memoryPipe.emit('data', chunk);
  }

  private sendToParent(message: FromChild<unknown>): void {
    this.emit('message', message);
  }
}

/** `start` for a pool, and the children it has started. */
export function fakeChildren(): { start: StartChild; children: FakeChild[] } {
  const children: FakeChild[] = [];
  const start = () => {
    const child = new FakeChild();
    children.push(child);
    return child as unknown as ChildProcess;
  };
  return { start, children };
}
