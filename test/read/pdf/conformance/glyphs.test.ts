/** Drawn pages with known glyphs, for every engine. */
import { describe, expect, test } from 'vitest';
import { doubledGlyphs } from '../../../../src/rebuild/doubled.js';
import { type PageEntries, TinyPdf, ucs2 } from '../tiny-pdf.js';
import { asRead, engines, helvetica, pageOf, placesOf, readAll } from './engines.js';

describe.each(engines)('%s', (_, reader) => {
  const draw = (content: string, entries?: PageEntries) => pageOf(reader, content, entries);

  describe('glyphs', () => {
    test('have a text, a place, an em, an angle and a box over the advance', async () => {
      const { glyphs } = await draw(helvetica(20, 30, 'A1.'));
      expect(glyphs.map(({ font, ...rest }) => rest)).toEqual([
        { text: 'A', x: 20, y: 70, size: 10, angle: 0, box: [20, 62, 26.67, 71], state: 'shown' },
        { text: '1', x: 26.67, y: 70, size: 10, angle: 0, box: [26.67, 62, 32.23, 71], state: 'shown' },
        { text: '.', x: 32.23, y: 70, size: 10, angle: 0, box: [32.23, 62, 35.01, 71], state: 'shown' },
      ]);
    });

    test('of one font share its id, on every page', async () => {
      const pdf = new TinyPdf();
      pdf.page(`${helvetica(20, 30, 'A')} BT /Song 10 Tf 50 30 Td ${ucs2('决')} Tj ET`);
      pdf.page(helvetica(20, 30, 'B'));
      const [first, second] = (await readAll(reader, pdf.bytes())).map(asRead);
      const fontOf = (text: string) => [...(first?.glyphs ?? []), ...(second?.glyphs ?? [])].find((g) => g.text === text)?.font;
      expect(fontOf('A')).toBe(fontOf('B'));
      expect(fontOf('A')).not.toBe(fontOf('决'));
    });

    test.each([
      ['UniGB-UCS2-H', `/Song 10 Tf 20 30 Td ${ucs2('决算')} Tj`],
      ['GBK-EUC-H', '/SongGbk 10 Tf 20 30 Td <bef6cbe3> Tj'],
      ['one object each', `/Song 10 Tf 20 30 Td ${ucs2('决')} Tj 10 0 Td ${ucs2('算')} Tj`],
    ])('of a font that is not embedded: %s', async (_name, text) => {
      expect(placesOf(await draw(`BT ${text} ET`))).toEqual([
        ['决', 20, 70],
        ['算', 30, 70],
      ]);
    });

    test('of a font that is not embedded, each the sixteenth object from the last: none is taken for another', async () => {
      const digits = Array.from('123456789123456', (digit) => `/Helv 10 Tf (${digit}) Tj 8 0 Td`).join(' ');
      const line = `/Song 10 Tf ${ucs2('费')} Tj 30 0 Td ${digits} -150 -20 Td`;
      const page = await draw(`BT 20 80 Td ${line} ${line} ${line} ${line} ET`);
      expect(page.glyphs.filter(({ text }) => text === '费')).toHaveLength(4);
    });

    test('of a font that is not embedded, twenty objects on end: what stands before and behind them has its own place', async () => {
      const han = Array.from({ length: 20 }, () => `${ucs2('费')} Tj 10 0 Td`).join(' ');
      const page = await draw(`BT /Helv 10 Tf 20 80 Td (1) Tj 0 -20 Td /Song 10 Tf ${han} -200 -20 Td /Helv 10 Tf (2) Tj 9 0 Td (3) Tj ET`);
      expect(placesOf(page).filter(([text]) => text !== '费')).toEqual([
        ['1', 20, 20],
        ['2', 20, 60],
        ['3', 29, 60],
      ]);
      expect(page.glyphs.filter(({ text }) => text === '费')).toHaveLength(20);
    });

    test('UniGB-UCS2-V writes downwards', async () => {
      const page = await draw(`BT /SongV 10 Tf 20 80 Td ${ucs2('决算')} Tj ET`);
      expect(placesOf(page)).toEqual([
        ['决', 15, 28.8],
        ['算', 15, 38.8],
      ]);
      expect(page.glyphs.map((g) => [g.angle, g.box[0], g.box[2]])).toEqual([
        [0, 15, 25],
        [0, 15, 25],
      ]);
    });

    test('Tc, Tw, Tz, TJ, Ts and the quotation marks move the pen', async () => {
      const { glyphs } = await draw(`BT /Helv 10 Tf 14 TL 20 80 Td 2 Tc 5 Tw (1 1) Tj 0 Tc 0 Tw 50 Tz (1) Tj 100 Tz
        [(1) -500 (1)] TJ 3 Ts (2) ' 0 Ts 5 2 (3 3) " T* (4) Tj ET`);
      const xs = [20, 37.3, 44.9, 47.7, 58.2];
      expect(glyphs.filter((g) => g.text === '1').map((g) => Math.round(g.x * 10) / 10)).toEqual(xs);
      expect(glyphs.filter((g) => g.text !== '1').map(({ text, y }) => [text, y])).toEqual([
        ['2', 31],
        ['3', 48],
        ['3', 48],
        ['4', 62],
      ]);
    });

    test.each([
      [
        'turned by the text matrix',
        'BT /Helv 10 Tf 0 1 -1 0 60 50 Tm (AB) Tj ET',
        270,
        [
          ['A', 60, 50],
          ['B', 60, 43.33],
        ],
      ],
      [
        'turned by the page',
        '0 1 -1 0 60 50 cm BT /Helv 10 Tf (AB) Tj ET',
        270,
        [
          ['A', 60, 50],
          ['B', 60, 43.33],
        ],
      ],
      [
        'askew, as a watermark',
        'BT /Helv 10 Tf 0.8 0.6 -0.6 0.8 60 50 Tm (AB) Tj ET',
        323,
        [
          ['A', 60, 50],
          ['B', 65.34, 46],
        ],
      ],
      [
        'upside down by a negative size',
        'BT /Helv -10 Tf 60 50 Td (AB) Tj ET',
        180,
        [
          ['A', 60, 50],
          ['B', 53.33, 50],
        ],
      ],
    ] as const)('%s', async (_name, content, angle, places) => {
      const page = await draw(content);
      expect(placesOf(page)).toEqual(places);
      expect(page.glyphs.map((g) => [g.angle, g.size])).toEqual([
        [angle, 10],
        [angle, 10],
      ]);
    });

    test.each([
      ['as two objects', `${helvetica(20, 30, 'bold 11')} ${helvetica(20.3, 30, 'bold 11')}`],
      ['as two strings', 'BT /Helv 10 Tf 20 30 Td (bold 11) Tj 0.3 0 Td (bold 11) Tj ET'],
      ['letter by letter', [...'bold11'].map((c, i) => helvetica(20 + 8 * i, 30, c) + helvetica(20.3 + 8 * i, 30, c)).join(' ')],
    ])('bold by drawing twice: both are there, %s', async (_name, content) => {
      const { glyphs } = await draw(content);
      expect(glyphs.length).toBe(12);
      expect(doubledGlyphs(glyphs).size).toBe(6);
    });

    test('the same letters close together are not doubled', async () => {
      const { glyphs } = await draw('BT /Helv 10 Tf 20 30 Td (1) Tj 4.9 0 Td (1) Tj 4.9 0 Td (1) Tj ET');
      expect(placesOf({ glyphs } as never)).toEqual([
        ['1', 20, 70],
        ['1', 24.9, 70],
        ['1', 29.8, 70],
      ]);
    });

    test('a sign at the end of a line stays what it is, and so does a dash alone', async () => {
      const page = await draw(
        `${helvetica(20, 80, 'net-')} ${helvetica(20, 60, 'worth')} ${helvetica(20, 40, '-')} ${helvetica(60, 40, '-')}`,
      );
      expect(page.glyphs.map((g) => g.text).join('')).toBe('net-worth--');
    });

    test('what /ActualText says is not what is printed', async () => {
      const { glyphs } = await draw(`/Span << /ActualText (other words) >> BDC ${helvetica(20, 30, '12')} EMC`);
      expect(glyphs.map((g) => g.text)).toEqual(['1', '2']);
    });

    test('have their colour where they have one', async () => {
      const { glyphs } = await draw(`1 0 0 rg ${helvetica(20, 30, 'A')} 0.4 g ${helvetica(40, 30, 'B')} 0 g ${helvetica(60, 30, 'C')}`);
      expect(glyphs.map(({ text, colour }) => [text, colour])).toEqual([
        ['A', '#ff0000'],
        ['B', undefined],
        ['C', undefined],
      ]);
    });

    test('white space is no glyph', async () => {
      expect(
        (await draw(`${helvetica(20, 30, ' ')} ${helvetica(20, 50, '  a  b ')} BT /Song 10 Tf 50 70 Td ${ucs2('\u3000')} Tj ET`)).glyphs,
      ).toMatchObject([{ text: 'a' }, { text: 'b' }]);
    });
  });
});
