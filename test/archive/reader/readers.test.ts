import { expect, test, vi } from 'vitest';
import { LazyReader } from '../../../src/archive/reader/lazy.js';
import type { LocalReader } from '../../../src/archive/reader/local.js';
import type { ArchiveJob, DocumentReader } from '../../../src/archive/reader/port.js';
import type { Queue, QueuedJob } from '../../../src/archive/reader/queue.js';
import { QueuedReader } from '../../../src/archive/reader/queued.js';

const job = (sha256: string): ArchiveJob => ({
  path: `${sha256}.pdf`,
  name: `${sha256}.pdf`,
  options: {},
  destination: { to: 'caller', format: 'json' },
  corrections: null,
  sha256,
  bytes: 1,
  store: 'postgres://writer@host/archive',
  stamp: 'stamp',
  run: 1,
});

const LEFT = { sha256: 'd', reason: 'refused', message: 'nothing listens there' };

/** A reader that notes what is asked of it. */
function recorded() {
  const submitted: ArchiveJob[] = [];
  const reader = {
    submit: async (one: ArchiveJob) => void submitted.push(one),
    settle: vi.fn(async () => {}),
    drain: vi.fn(async () => [LEFT]),
    close: vi.fn(async () => {}),
  };
  return { reader: reader satisfies DocumentReader, submitted };
}

test('a lazy reader opens the other with the first document, once', async () => {
  const { reader, submitted } = recorded();
  const open = vi.fn(async () => reader);
  const idle = new LazyReader(open);
  expect(await idle.drain()).toEqual([]);
  await idle.close();
  expect(open).not.toHaveBeenCalled();

  const lazy = new LazyReader(open);
  await Promise.all([lazy.submit(job('a')), lazy.submit(job('b'))]);
  expect(open).toHaveBeenCalledTimes(1);
  expect(submitted.map(({ sha256 }) => sha256)).toEqual(['a', 'b']);
  expect(await lazy.drain()).toEqual([LEFT]);
  await lazy.close();
  expect(reader.close).toHaveBeenCalledTimes(1);
});

/** A queue in memory: what is put into it comes out in the same order. */
function queueInMemory() {
  const waiting: QueuedJob[] = [];
  const queue = {
    enqueue: async (jobs: readonly QueuedJob[]) => void waiting.push(...jobs),
    claim: async () => {
      const next = waiting.shift();
      return next ? { ticket: `ticket of ${next.sha256}`, job: next } : null;
    },
    reap: async () => 0,
    pending: async () => waiting.length,
    undone: async (run: number) => (run === 1 ? [LEFT] : []),
  };
  return queue as unknown as Queue;
}

function queued(inHand: readonly string[], isStopping = () => false) {
  const { reader, submitted } = recorded();
  const release = vi.fn(async () => {});
  const local = reader as unknown as LocalReader;
  const options = { queue: queueInMemory(), location: 'postgres://reader@host/archive', local, isStopping, release };
  return { reader: new QueuedReader(options, new Set(inHand)), submitted, release, local };
}

test('a queued reader reads what it has put into the queue, by its own location of the store, and not what others have in hand', async () => {
  const { reader, submitted, release } = queued(['b']);
  for (const sha256 of ['a', 'b', 'c']) await reader.submit(job(sha256));
  expect(submitted).toEqual([]);
  // What the queue says in the end counts, not what this machine could not do: another may have done it.
  expect(await reader.drain()).toEqual([{ ...LEFT, sha256: 'b', reason: 'other-worker', message: expect.any(String) }, LEFT]);
  expect(submitted.map(({ sha256, ticket, store }) => [sha256, ticket, store])).toEqual([
    ['a', 'ticket of a', 'postgres://reader@host/archive'],
    ['c', 'ticket of c', 'postgres://reader@host/archive'],
  ]);
  await reader.close();
  expect(release).toHaveBeenCalledTimes(1);
});

test('a queued reader that is asked to stop claims nothing more', async () => {
  const { reader, submitted } = queued([], () => true);
  await reader.submit(job('a'));
  expect(await reader.drain()).toEqual([LEFT]);
  expect(submitted).toEqual([]);
});
