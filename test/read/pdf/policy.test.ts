import { describe, expect, test } from 'vitest';
import type { Page, UnreadPage } from '../../../src/model/page.js';
import { type EngineChoice, pagesToReadAgain, policyOf } from '../../../src/read/pdf/policy.js';
import { glyph, page } from '../../builders.js';

const sound: Page = page({ number: 1, glyphs: [glyph('决', 0, 10)] });
const illegible: Page = page({ number: 2, glyphs: [{ ...glyph('\ufffd', 0, 10), state: 'illegible' }] });
const mute: Page = { ...page({ number: 3 }), mute: 1 };
const unread: UnreadPage = { number: 4, width: 595, height: 842, rotation: 0, problem: 'PDFium broke down' };
const hopeless: UnreadPage = { ...unread, number: 5, hopeless: true };
const all = [sound, illegible, mute, unread, hopeless];

const again = (choice: EngineChoice | undefined, read: readonly (Page | UnreadPage)[], contradicted: number[] = []) =>
  pagesToReadAgain(policyOf(choice), read, new Set(contradicted));

describe('the second engine reads', () => {
  test.each([
    ['a page without doubt: not', [sound], [], []],
    ['a page with a glyph without a meaning', [illegible], [], [2]],
    ['a page with text for which no character came', [mute], [], [3]],
    ['a page the first could not read', [unread], [], [4]],
    ['a page no engine can be trusted with: not', [hopeless], [], []],
    ['a page with a contradicted figure', [sound], [1], [1]],
  ] as const)('%s', (_, read, contradicted, expected) => {
    expect(again('auto', read, [...contradicted])).toEqual(expected);
    expect(again(undefined, read, [...contradicted])).toEqual(expected);
  });

  test('every page for an audit, none where one engine is asked for', () => {
    expect(again('both', all)).toEqual([1, 2, 3, 4, 5]);
    expect(again('pdfium', all, [1])).toEqual([]);
    expect(again('pdfjs', all, [1])).toEqual([]);
  });

  test('nothing that exhausts who reads it, even for an audit', () => {
    expect(again('both', [{ ...hopeless, reason: 'too-large' }])).toEqual([]);
  });

  test('nothing that OCR has read: its letters are in no text', () => {
    const scanned: Page = { ...illegible, ocr: { ended: 'read', tilt: 0 } };
    expect(again('auto', [scanned], [2])).toEqual([]);
    expect(again('both', [scanned])).toEqual([]);
    expect(again('auto', [{ ...scanned, ocr: { ended: 'unavailable', tilt: 0 } }])).toEqual([2]);
  });

  test('in order, whatever the doubt', () => {
    expect(again('auto', all, [1])).toEqual([1, 2, 3, 4]);
  });
});

test('who reads first', () => {
  expect((['auto', 'pdfium', 'pdfjs', 'both'] as const).map((choice) => policyOf(choice).first)).toEqual([
    'pdfium',
    'pdfium',
    'pdfjs',
    'pdfium',
  ]);
});
