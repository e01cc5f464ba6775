import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { at } from '../../src/base/invariant.js';
import { type Limits, MEGABYTE } from '../../src/workers/limits.js';
import { Pool } from '../../src/workers/pool.js';
import { type FakeChild, fakeChildren } from './fake-child.js';

/** A pool whose children are no processes, and these children. Nothing needs to be closed. */
function fakePool(limits: Partial<Limits> = {}, size = 1): { pool: Pool<string, unknown>; children: FakeChild[] } {
  const { start, children } = fakeChildren();
  return { pool: new Pool<string, unknown>({ entry: new URL('file:///none'), size, limits, start }), children };
}

/** Resolves when all that follows from the last event has happened. */
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('time', () => {
  test('a job without progress is killed after `silence`, and the next job gets a new child', async () => {
    const { pool, children } = fakePool({ silence: 2000 });
    const [stuck, next] = [pool.submit('stuck'), pool.submit('next')];
    await vi.advanceTimersByTimeAsync(2000);
    expect(await stuck).toEqual({ kind: 'timed-out', limit: 'silence', ms: 2000 });
    expect(children.map(({ jobs }) => jobs)).toEqual([['stuck'], ['next']]);
    at(children, 1).finish('done');
    expect(await next).toEqual({ kind: 'done', result: 'done' });
  });

  test('pages keep a long document alive, and are passed on', async () => {
    const { pool, children } = fakePool({ silence: 2000 });
    const seen: string[] = [];
    const end = pool.submit('long', (page, pages) => seen.push(`${page}/${pages}`));
    for (let page = 1; page <= 12; page++) {
      await vi.advanceTimersByTimeAsync(1900);
      at(children, 0).readPage(page, 12);
    }
    at(children, 0).finish('done');
    expect((await end).kind).toBe('done');
    expect(seen).toEqual(Array.from({ length: 12 }, (_, index) => `${index + 1}/12`));
  });

  test('but not beyond the deadline', async () => {
    const { pool, children } = fakePool({ silence: 2000, deadline: 2500 });
    const end = pool.submit('long');
    for (let page = 1; page <= 24; page++) {
      await vi.advanceTimersByTimeAsync(100);
      at(children, 0).readPage(page, 100);
    }
    await vi.advanceTimersByTimeAsync(100);
    expect(await end).toEqual({ kind: 'timed-out', limit: 'deadline', ms: 2500 });
  });

  test('a job that is done has no timer left', async () => {
    const { pool, children } = fakePool({ silence: 2000 });
    const end = pool.submit('short');
    await settled();
    at(children, 0).finish('done');
    await end;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the queue', () => {
  test('a child is used again, until it has done `documents` jobs', async () => {
    const { pool, children } = fakePool({ documents: 2 });
    for (const [job, child] of [
      ['a', 0],
      ['b', 0],
      ['c', 1],
    ] as const) {
      const end = pool.submit(job);
      await settled();
      at(children, child).finish(job);
      await end;
    }
    expect(children.map(({ jobs }) => jobs)).toEqual([['a', 'b'], ['c']]);
  });

  test('at most `size` jobs run at a time; `onStart` is called when a job gets its child', async () => {
    const { pool, children } = fakePool({}, 2);
    const started: string[] = [];
    for (const job of ['a', 'b', 'c']) void pool.submit(job, undefined, () => started.push(job));
    await settled();
    expect(started).toEqual(['a', 'b']);
    at(children, 1).finish('b');
    await settled();
    expect(started).toEqual(['a', 'b', 'c']);
    expect(children.map(({ jobs }) => jobs)).toEqual([['a'], ['b', 'c']]);
  });

  test('a pool that is closed ends running and queued jobs as stopped, and takes no more', async () => {
    const { pool } = fakePool();
    const ends = [pool.submit('running'), pool.submit('queued')];
    await settled();
    await pool.close();
    const kinds = (await Promise.all([...ends, pool.submit('late')])).map(({ kind }) => kind);
    expect(kinds).toEqual(['stopped', 'stopped', 'stopped']);
  });
});

describe('memory', () => {
  const limits = { memory: 400 * MEGABYTE };

  test('a child above its limit ends its job as out of memory, also where the report comes in two pieces', async () => {
    const { pool, children } = fakePool(limits);
    const end = pool.submit('burst');
    await settled();
    at(children, 0).reportMemory('399000000\nov');
    at(children, 0).reportMemory('er\n');
    at(children, 0).exit(null, 'SIGKILL');
    expect(await end).toEqual({ kind: 'out-of-memory', bytes: limits.memory });
  });

  test('a child that retains too much gets no other job', async () => {
    const { pool, children } = fakePool(limits);
    const end = pool.submit('a');
    await settled();
    at(children, 0).finish('a', 350);
    await end;
    void pool.submit('b');
    await settled();
    expect(children.map(({ jobs }) => jobs)).toEqual([['a'], ['b']]);
  });

  test('if the children exceed the limit together, the largest is killed and its job is retried alone', async () => {
    const { pool, children } = fakePool(limits, 2);
    const ends = ['small', 'large', 'third'].map((job) => pool.submit(job));
    await settled();
    at(children, 0).reportMemory(`${180 * MEGABYTE}\n`);
    at(children, 1).reportMemory(`${230 * MEGABYTE}\n`);
    await settled();
    expect(at(children, 1).connected).toBe(false);
    expect(children).toHaveLength(2);
    at(children, 0).finish('small');
    await settled();
    expect(children.map(({ jobs }) => jobs)).toEqual([['small'], ['large'], ['large']]);
    at(children, 2).finish('large');
    await settled();
    expect(at(children, 2).jobs).toEqual(['large', 'third']);
    at(children, 2).finish('third');
    expect((await Promise.all(ends)).map(({ kind }) => kind)).toEqual(['done', 'done', 'done']);
  });

  test('idle children are retired before a running one is killed', async () => {
    const { pool, children } = fakePool(limits, 2);
    const ends = [pool.submit('a'), pool.submit('b')];
    await settled();
    at(children, 0).finish('a', 150);
    await settled();
    at(children, 1).reportMemory(`${300 * MEGABYTE}\n`);
    await settled();
    expect(children.map(({ connected }) => connected)).toEqual([false, true]);
    at(children, 1).finish('b');
    expect((await Promise.all(ends)).map(({ kind }) => kind)).toEqual(['done', 'done']);
  });
});

describe('deaths of real processes', () => {
  beforeEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ['throw', 'exit code 1', 'thrown on purpose'],
    ['segfault', 'SIGSEGV', ''],
  ])('a job that dies by %s is a crash by %s, with the end of its stderr, and the next job is done', async (how, expected, stderr) => {
    const pool = new Pool<{ how: string }, unknown>({ entry: new URL('./job-child.mjs', import.meta.url), size: 1 });
    const [dead, next] = await Promise.all([pool.submit({ how }), pool.submit({ how: 'echo' })]);
    await pool.close();
    expect(dead).toMatchObject({ kind: 'crashed', how: expected, stderrTail: expect.stringContaining(stderr) });
    expect(next).toEqual({ kind: 'done', result: 'done' });
  });
});
