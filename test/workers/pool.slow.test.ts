import { execFile, fork } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { type Limits, MEGABYTE } from '../../src/workers/limits.js';
import { Pool } from '../../src/workers/pool.js';

interface Job {
  how: string;
  [detail: string]: unknown;
}

const entry = new URL('./job-child.mjs', import.meta.url);
const opened: Pool<Job, unknown>[] = [];

function pool(limits: Partial<Limits> = {}, size = 1): Pool<Job, unknown> {
  const made = new Pool<Job, unknown>({ entry, size, limits });
  opened.push(made);
  return made;
}

async function pidOf(children: Pool<Job, unknown>): Promise<unknown> {
  const ending = await children.submit({ how: 'pid' });
  return ending.kind === 'done' ? ending.result : ending;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

describe('a job that fails does not stop the others', () => {
  test('a job stuck in a loop is ended after a silence', async () => {
    const children = pool({ silence: 2000 });
    const [stuck, next] = await Promise.all([children.submit({ how: 'spin' }), children.submit({ how: 'echo' })]);
    expect(stuck).toEqual({ kind: 'timed-out', limit: 'silence', ms: 2000 });
    expect(next).toEqual({ kind: 'done', result: 'done' });
  });

  test('a job that fills buffers in a loop is ended by its memory, which a heap limit does not see', async () => {
    const children = pool({ memory: 300 * MEGABYTE });
    const [burst, next] = await Promise.all([children.submit({ how: 'buffers' }), children.submit({ how: 'echo' })]);
    expect(burst).toEqual({ kind: 'out-of-memory', bytes: 300 * MEGABYTE });
    expect(next.kind).toBe('done');
  });

  test('a job that fills the heap is out of memory, not a crash', async () => {
    const children = pool({ memory: 300 * MEGABYTE });
    const [burst, next] = await Promise.all([children.submit({ how: 'heap' }), children.submit({ how: 'echo' })]);
    expect(burst.kind).toBe('out-of-memory');
    expect(next.kind).toBe('done');
  });

  test.each([
    ['exit', 'exit code 7'],
    ['killed', 'SIGKILL'],
  ])('a job that dies by %s is a crash by %s', async (how, expected) => {
    const children = pool();
    const [dead, next] = await Promise.all([children.submit({ how }), children.submit({ how: 'echo' })]);
    expect(dead).toMatchObject({ kind: 'crashed', how: expected });
    expect(next.kind).toBe('done');
  });

  test('an entry file that does not exist is a crash of each job, not a hang', async () => {
    const children = new Pool<Job, unknown>({ entry: new URL('./no-such-file.mjs', import.meta.url), size: 1 });
    const endings = await Promise.all([children.submit({ how: 'echo' }), children.submit({ how: 'echo' })]);
    expect(endings.map(({ kind }) => kind)).toEqual(['crashed', 'crashed']);
  });
});

describe('children', () => {
  test('are reused', async () => {
    const children = pool();
    expect(await pidOf(children)).toBe(await pidOf(children));
  });

  test('are replaced after `documents` jobs', async () => {
    const children = pool({ documents: 2 });
    const pids = [await pidOf(children), await pidOf(children), await pidOf(children)];
    expect(pids[0]).toBe(pids[1]);
    expect(pids[2]).not.toBe(pids[1]);
  });

  test('are replaced when they hold so much memory that the next document would lack it', async () => {
    const children = pool({ memory: 600 * MEGABYTE });
    const holder = await children.submit({ how: 'hold', megabytes: 350 });
    expect(holder.kind === 'done' && holder.result).not.toBe(await pidOf(children));
  });

  test('are kept below one limit together: the largest is stopped, its job is retried alone, and all are done', async () => {
    const children = pool({ memory: 400 * MEGABYTE }, 2);
    const endings = await Promise.all([180, 220, 10].map((megabytes) => children.submit({ how: 'holdFor', megabytes, ms: 1500 })));
    expect(endings.map((e) => e.kind)).toEqual(['done', 'done', 'done']);
    const [first = [0, 0], second = [0, 0]] = endings
      .slice(0, 2)
      .map((e) => (e.kind === 'done' ? (e.result as [from: number, to: number]) : [0, 0]))
      .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    expect(second[0]).toBeGreaterThanOrEqual(first[1] ?? 0);
  });

  test('a job that exceeds the limit even alone is out of memory, while the others are done', async () => {
    const children = pool({ memory: 400 * MEGABYTE }, 2);
    const endings = await Promise.all([
      children.submit({ how: 'holdFor', megabytes: 180, ms: 1500 }),
      children.submit({ how: 'buffers' }),
      children.submit({ how: 'echo' }),
    ]);
    expect(endings.map((e) => e.kind)).toEqual(['done', 'out-of-memory', 'done']);
  });

  test('never run more than `size` at a time', async () => {
    const children = pool({}, 2);
    const pids = await Promise.all([1, 2, 3, 4, 5, 6].map(() => pidOf(children)));
    expect(new Set(pids).size).toBeLessThanOrEqual(2);
  });

  test('print nothing on our stdout', async () => {
    const script = `
      import { Pool } from '${new URL('../../dist/src/workers/pool.js', import.meta.url)}';
      const pool = new Pool({ entry: new URL('${entry}'), size: 1 });
      process.stdout.write((await pool.submit({ how: 'chatter' })).kind);
      await pool.close();`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    expect(stdout).toBe('done');
  });
});

describe('closing', () => {
  test('ends running and queued jobs as stopped, and leaves no process', async () => {
    const children = pool();
    const pid = (await pidOf(children)) as number;
    const running = children.submit({ how: 'wait' });
    const waiting = children.submit({ how: 'echo' });
    await setTimeout(100);
    await children.close();
    expect([(await running).kind, (await waiting).kind]).toEqual(['stopped', 'stopped']);
    expect((await children.submit({ how: 'echo' })).kind).toBe('stopped');
    expect(isRunning(pid)).toBe(false);
  });

  test('ends a child that is stuck in a loop', async () => {
    const children = pool();
    const pid = (await pidOf(children)) as number;
    const running = children.submit({ how: 'spin' });
    await setTimeout(100);
    await children.close();
    expect((await running).kind).toBe('stopped');
    expect(isRunning(pid)).toBe(false);
  });

  test('lets a child finish the file it is writing', async () => {
    const marker = join(mkdtempSync(join(tmpdir(), 'juesuan-')), 'file');
    const children = pool();
    void children.submit({ how: 'write', marker });
    while (!existsSync(`${marker}.begun`)) await setTimeout(10);
    await children.close();
    expect(existsSync(`${marker}.ended`)).toBe(true);
  });

  test('a large child finishes its file even where its parent was killed, although its memory reports have no reader', async () => {
    const marker = join(mkdtempSync(join(tmpdir(), 'juesuan-')), 'file');
    const script = `
      import { Pool } from '${new URL('../../dist/src/workers/pool.js', import.meta.url)}';
      const pool = new Pool({ entry: new URL('${entry}'), size: 1 });
      await pool.submit({ how: 'hold', megabytes: 200 });
      pool.submit({ how: 'write', marker: ${JSON.stringify(marker)}, megabytes: 64 });`;
    const parent = fork('-', [], { execArgv: ['--input-type=module', '--eval', script], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    while (!existsSync(`${marker}.begun`)) await setTimeout(10);
    parent.kill('SIGKILL');
    for (let tries = 0; tries < 50 && !existsSync(`${marker}.ended`); tries++) await setTimeout(100);
    expect(existsSync(`${marker}.ended`)).toBe(true);
  });

  test('a child that is stuck in a loop does not outlive a parent that was killed', async () => {
    const script = `
      import { Pool } from '${new URL('../../dist/src/workers/pool.js', import.meta.url)}';
      const pool = new Pool({ entry: new URL('${entry}'), size: 1 });
      const { result } = await pool.submit({ how: 'pid' });
      pool.submit({ how: 'spin' });
      process.send(result);`;
    const parent = fork('-', [], { execArgv: ['--input-type=module', '--eval', script], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const pid = await new Promise<number>((resolve) => parent.once('message', (message) => resolve(message as number)));
    await setTimeout(200);
    parent.kill('SIGKILL');
    for (let tries = 0; tries < 100 && isRunning(pid); tries++) await setTimeout(100);
    expect(isRunning(pid)).toBe(false);
  });
});
