#!/usr/bin/env node
/**
 * In a checkout nothing is built after `npm ci`: there the first call, and the first after a change, compiles. An installed
 * package has no builder and only runs.
 */
import { existsSync } from 'node:fs';

const builder = new URL('./build.mjs', import.meta.url);

async function run() {
  if (existsSync(builder)) {
    const { buildIfStale, canBuild } = await import(builder.href);
    if (canBuild()) await buildIfStale();
  }
  const { main } = await import(new URL('../dist/src/cli.js', import.meta.url).href);
  await main(process.argv.slice(2));
}

try {
  await run();
} catch (error) {
  process.stderr.write(`juesuan: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
