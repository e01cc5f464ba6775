import { expect, test } from 'vitest';
import { withoutTimes } from '../../../src/emit/xlsx/zip.js';

test('what is no ZIP archive is an error', () => {
  expect(() => withoutTimes(new Uint8Array(100))).toThrow('ZIP: the end of the central directory is missing.');
  expect(() => withoutTimes(new Uint8Array(0))).toThrow('ZIP:');
});
