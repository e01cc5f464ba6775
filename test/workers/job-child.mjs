/** The entry file of a child whose jobs name what it should do. It imports from dist/, as the real one does. */
import { serve } from '../../dist/src/workers/serve.js';

const MEGABYTE = 1024 * 1024;

const ways = {
  echo: async () => 'done',
  pid: async () => process.pid,
  spin: async () => {
    for (;;);
  },
  wait: () => new Promise(() => setInterval(() => {}, 1000)),
  buffers: async () => {
    const held = [];
    for (;;) held.push(Buffer.alloc(16 * MEGABYTE, 1));
  },
  heap: async () => {
    const held = [];
    for (;;) held.push({ number: held.length, text: `${held.length}` });
  },
  hold: async ({ megabytes }) => {
    globalThis.held = Buffer.alloc(megabytes * MEGABYTE, 1);
    return process.pid;
  },
  holdFor: async ({ megabytes, ms }) => {
    const from = Date.now();
    const held = Buffer.alloc(megabytes * MEGABYTE, 1);
    await new Promise((resolve) => setTimeout(resolve, ms));
    return [from, Date.now(), held.length / MEGABYTE];
  },
  exit: async () => process.exit(7),
  throw: async () => {
    throw new Error('thrown on purpose');
  },
  segfault: async () => process.kill(process.pid, 'SIGSEGV'),
  killed: async () => process.kill(process.pid, 'SIGKILL'),
  chatter: async () => {
    console.log('noise on stdout');
    process.stdout.write('more noise\n');
    return 'done';
  },
  write: async ({ marker, megabytes = 0 }, { uninterrupted }) => {
    const { writeFile } = await import('node:fs/promises');
    await uninterrupted(async () => {
      await writeFile(`${marker}.begun`, '');
      await new Promise((resolve) => setTimeout(resolve, 150));
      // More memory than it has reported.
      globalThis.more = Buffer.alloc(megabytes * MEGABYTE, 1);
      await new Promise((resolve) => setTimeout(resolve, 150));
      await writeFile(`${marker}.ended`, '');
    });
  },
};

await serve((job, context) => ways[job.how](job, context));
