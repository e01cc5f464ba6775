import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gunzipWithComment, gzipWithComment } from '../../../src/archive/store/gzip.js';

const anyText = fc.string({ unit: 'grapheme', maxLength: 500 });
const anyComment = fc.string({ unit: 'grapheme-ascii', maxLength: 200 });

test('what was written is read back, by every gunzip, with its comment', () => {
  fc.assert(
    fc.property(anyText, anyComment, (text, comment) => {
      const bytes = gzipWithComment(text, comment);
      expect(gunzipWithComment(bytes)).toEqual({ text, comment });
      expect(gunzipSync(bytes).toString()).toBe(text);
    }),
  );
});

test('the same text gives the same bytes: no time is in them', () => {
  expect(gzipWithComment('决算', 'stamp')).toEqual(gzipWithComment('决算', 'stamp'));
  expect([...gzipWithComment('决算', 'stamp').subarray(4, 8)]).toEqual([0, 0, 0, 0]);
});

test('damaged bytes are refused: cut off, changed, no gzip at all', () => {
  const bytes = Buffer.from(gzipWithComment('一般公共预算'.repeat(50), 'stamp'));
  expect(() => gunzipWithComment(bytes.subarray(0, -4))).toThrow();
  const changed = Buffer.from(bytes);
  changed.writeUInt8((changed.at(-6) ?? 0) ^ 1, changed.length - 6);
  expect(() => gunzipWithComment(changed)).toThrow();
  expect(() => gunzipWithComment(Buffer.from('{}'))).toThrow();
});
