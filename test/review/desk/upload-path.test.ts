import { describe, expect, test } from 'vitest';
import { safeParts } from '../../../src/review/desk/upload-path.js';

describe('the path of a dropped file', () => {
  test.each([
    ['a.pdf', ['a.pdf']],
    ['决算/2024/北关区.pdf', ['决算', '2024', '北关区.pdf']],
    ['../../etc/a.pdf', ['etc', 'a.pdf']],
    ['C:\\Windows\\a.pdf', ['C_', 'Windows', 'a.pdf']],
    ['/etc/a.pdf', ['etc', 'a.pdf']],
    ['.ssh/./a.pdf', ['ssh', 'a.pdf']],
    ['a\u0000b\u202e.pdf', ['a_b_.pdf']],
    ['con.pdf', ['_con.pdf']],
    ['a<b>|?*":.pdf', ['a_b______.pdf']],
    [' a.pdf. ', ['a.pdf']],
  ])('%j leads to %j and never up', (given, parts) => {
    expect(safeParts(given)).toEqual(parts);
  });

  test.each(['', '/', '..', 'a/..', '...', 'a/', `${'a/'.repeat(40)}b.pdf`])('%j names no file', (given) => {
    expect(safeParts(given)).toBeNull();
  });

  test('a long name is shortened before its ending, between letters', () => {
    const [name = ''] = safeParts(`${'决'.repeat(200)}.corrections.json`) ?? [];
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name).toMatch(/^决+\.corrections\.json$/u);
  });
});
