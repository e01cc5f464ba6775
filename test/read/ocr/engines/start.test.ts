import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

/** onnxruntime keeps a database in the user's home of what it reports to its maker: where there is none, nothing is reported. */
test('the OCR engines start without a word to their makers', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'juesuan-home-'));
  try {
    const engines = new URL('../../../../src/read/ocr/engines/start.ts', import.meta.url);
    // A file, not --eval: the workers of tesseract.js inherit the options of node.
    const script = path.join(home, 'start.mjs');
    writeFileSync(script, `import { startEngines } from '${engines}'; await startEngines(); process.exit(0);`);
    const { ORT_DISABLE_TELEMETRY: _, ...environment } = process.env;
    const root = path.resolve(import.meta.dirname, '../../../..');
    execFileSync(process.execPath, ['--import', 'tsx', script], {
      cwd: root,
      env: { ...environment, HOME: home, XDG_CACHE_HOME: path.join(home, 'cache') },
    });
    expect(readdirSync(home, { recursive: true }).filter((name) => /onnx|microsoft/i.test(String(name)))).toEqual([]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
