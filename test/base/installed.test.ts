import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findPackage } from '../../src/base/installed.js';
import { temporaryFolder } from '../cli/juesuan.js';

function install(folder: string, version: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ version }));
}

test('a package is found as Node finds it: the nearest above, through links, with its exact version', () => {
  const root = temporaryFolder();
  const inside = path.join(root, 'project/src/deep');
  mkdirSync(inside, { recursive: true });
  install(path.join(root, 'node_modules/@scope/name'), '1.0.0');
  install(path.join(root, 'kept/engine'), '2.3.4');
  mkdirSync(path.join(root, 'project/node_modules'));
  symlinkSync(path.join(root, 'kept/engine'), path.join(root, 'project/node_modules/engine'));
  expect(findPackage('@scope/name', inside)?.version).toBe('1.0.0');
  expect(findPackage('engine', inside)?.version).toBe('2.3.4');
  expect(findPackage('engine', inside)?.folder).toMatch(/kept.engine$/);
  expect(findPackage('engine', path.join(root, 'kept'))).toBeNull();
  install(path.join(root, 'project/node_modules/@scope/name'), '1.5.0');
  expect(findPackage('@scope/name', inside)?.version).toBe('1.5.0');
});
