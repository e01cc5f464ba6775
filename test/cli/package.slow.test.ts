import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseDisclosure } from '../../schemas/disclosure.js';
import { filesBelow, finish, ROOT, SAMPLE, start, temporaryFolder } from './juesuan.js';

/**
 * Packs the checkout and lays the package out as npm would install it, without the network: of our node_modules it sees
 * what its package.json names as dependencies, and nothing else.
 */
function install(folder: string): string {
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: ROOT, stdio: 'ignore' });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  const installed = path.join(folder, 'node_modules', 'juesuan');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', path.join(folder, String(archive)), '--strip-components', '1', '-C', installed]);
  const { dependencies } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    mkdirSync(path.dirname(path.join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
  return installed;
}

test('the packed package runs elsewhere, as a command and as a library', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  // A project of its own: what lies in the folders above is none of its business.
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  const installed = install(folder);
  const command = path.join(installed, 'bin', 'juesuan.mjs');
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

  expect(await finish(start(['--version'], folder, command))).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });

  const ran = await finish(start(['extract', SAMPLE, '--quiet', '--format', 'json,csv,xlsx,html'], folder, command));
  expect(ran).toEqual({
    code: 0,
    stdout: 'out/beiguan-2024.json\nout/beiguan-2024.values.csv\nout/beiguan-2024.xlsx\nout/beiguan-2024.html\n',
    stderr: '',
  });
  expect(parseDisclosure(JSON.parse(readFileSync(path.join(folder, 'out/beiguan-2024.json'), 'utf8'))).tool.version).toBe(version);

  const script =
    "import { extractDisclosure } from 'juesuan'; process.stdout.write((await extractDisclosure(new Uint8Array())).outcome.reason);";
  expect(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder, encoding: 'utf8' })).toBe('empty-file');

  const files = filesBelow(installed);
  expect(files).toContain('schemas/disclosure.schema.json');
  expect(files.filter((file) => /^(src|test|samples|bench|extractors|out)\/|\.tgz$|^dist\/(bench|\.)|^tsconfig/.test(file))).toEqual([]);
});
