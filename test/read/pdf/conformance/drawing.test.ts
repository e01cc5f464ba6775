/** Drawn rules, fills, pictures and form XObjects, for every engine. */
import { describe, expect, test } from 'vitest';
import { across, down } from '../../../builders.js';
import { type PageEntries, TinyPdf } from '../tiny-pdf.js';
import { engines, firstPage, helvetica, pageOf, placesOf } from './engines.js';

describe.each(engines)('%s', (_, reader) => {
  const draw = (content: string, entries?: PageEntries) => pageOf(reader, content, entries);

  describe('rules and fills', () => {
    test.each([
      ['a stroked line', '0.8 w 10 50 m 90 50 l S', [across(50, 10, 90, 0.8)]],
      ['a thin rectangle', '10 50 80 0.5 re f', [across(49.75, 10, 90, 0.5)]],
      ['a thin rectangle upright', '10 20 0.5 60 re f', [down(50, 10.25, 80, 0.5)].map(() => down(10.25, 20, 80, 0.5))],
      ['a scaled pen', '2 0 0 2 0 0 cm 0.5 w 10 25 m 45 25 l S', [across(50, 20, 90, 1)]],
      ['a line that bends', '10 50 m 90 50 l 90 80 l S', [across(50, 10, 90, 1), down(90, 20, 50, 1)]],
      ['a slanted line and a curve', '10 50 m 90 80 l S 10 50 m 20 60 30 60 90 50 c S', []],
      ['white, and no ink', '1 G 10 50 m 90 50 l S 10 50 m 90 50 l n', []],
    ])('%s', async (_name, content, rules) => {
      expect((await draw(content)).rules).toEqual(rules);
    });

    test('a stroked rectangle has four sides, a filled one is a ground', async () => {
      const page = await draw('10 10 80 30 re S 100 10 50 30 re f');
      expect(page.rules.filter((r) => r.to > r.from).toSorted((a, b) => a.at - b.at)).toEqual([
        down(10, 60, 90, 1),
        across(60, 10, 90, 1),
        across(90, 10, 90, 1),
        down(90, 60, 90, 1),
      ]);
      expect(page.fills).toEqual([[100, 60, 150, 90]]);
    });

    test('several subpaths at once', async () => {
      const { rules } = await draw('10 50 m 90 50 l h 10 60 m 90 60 l 10 70 80 0.5 re S 10 80 80 0.5 re 10 90 80 0.5 re f');
      expect(new Set(rules.filter((r) => r.axis === 'horizontal').map((r) => r.at))).toEqual(new Set([50, 40, 30, 29.5, 19.75, 9.75]));
    });

    test('a picture leaves its box', async () => {
      const pdf = new TinyPdf();
      const head = '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray';
      const picture = pdf.stream(head, Buffer.from([0, 80, 160, 240]));
      pdf.page('q 50 0 0 20 10 10 cm /Im Do Q q 50 0 0 20 100 10 cm BI /W 2 /H 2 /BPC 8 /CS /G ID 1234 EI Q', {
        resources: `/XObject << /Im ${picture} >>`,
      });
      expect(await firstPage(reader, pdf)).toMatchObject({
        images: [
          [10, 70, 60, 90],
          [100, 70, 150, 90],
        ],
        rules: [],
        fills: [],
      });
    });
  });

  describe('form XObjects', () => {
    test('their matrix and box count, and the page goes on as before', async () => {
      const pdf = new TinyPdf();
      const inside = `${helvetica(5, 5, 'A')} ${helvetica(60, 5, 'B')} 0 10 100 0.5 re f`;
      const form = pdf.stream('/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Matrix [2 0 0 2 10 20]', inside);
      pdf.page(`q 1 0 0 1 5 5 cm /Fm Do Q ${helvetica(10, 10, 'Z')}`, { resources: `/XObject << /Fm ${form} >>` });
      const page = await firstPage(reader, pdf);
      expect(page.glyphs.map(({ text, x, y, size, state }) => [text, x, y, size, state]).toSorted()).toEqual([
        ['A', 25, 65, 20, 'shown'],
        ['B', 135, 65, 20, 'hidden'],
        ['Z', 10, 90, 10, 'shown'],
      ]);
      expect(page.rules).toEqual([across(54.5, 15, 115, 1)]);
    });

    test('one in another, turned, the same one twice', async () => {
      const pdf = new TinyPdf();
      const inner = pdf.stream('/Type /XObject /Subtype /Form /BBox [0 0 50 50]', `${helvetica(5, 5, 'AA')} 0 10 20 0.5 re f`);
      const outer = pdf.stream(
        `/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /In ${inner} >> >>`,
        'q 1 0 0 1 10 0 cm /In Do Q q 0 1 -1 0 100 10 cm /In Do Q',
      );
      pdf.page('/Out Do', { resources: `/XObject << /Out ${outer} >>` });
      const page = await firstPage(reader, pdf);
      expect(
        page.glyphs.map(({ x, y, angle }) => [x, y, angle]).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (b[1] ?? 0) - (a[1] ?? 0)),
      ).toEqual([
        [15, 95, 0],
        [21.67, 95, 0],
        [95, 85, 270],
        [95, 78.33, 270],
      ]);
      expect(page.rules).toEqual([across(89.75, 10, 30), down(89.75, 70, 90)]);
    });

    test('colours and pens go on inside', async () => {
      const pdf = new TinyPdf();
      const form = pdf.stream('/Type /XObject /Subtype /Form /BBox [0 0 200 100]', `${helvetica(20, 30, 'A')} 10 50 m 90 50 l S`);
      pdf.page('1 g 2 w /Fm Do', { resources: `/XObject << /Fm ${form} >>` });
      const page = await firstPage(reader, pdf);
      expect(page.glyphs).toMatchObject([{ text: 'A', state: 'hidden' }]);
      expect(page.rules).toEqual([across(50, 10, 90, 2)]);
    });

    test('a transparency group is placed once', async () => {
      const pdf = new TinyPdf();
      const group = '/Group << /S /Transparency >> /Matrix [1 0 0 1 50 0]';
      const form = pdf.stream(`/Type /XObject /Subtype /Form /BBox [0 0 50 50] ${group}`, `${helvetica(10, 10, 'A')} 0 20 100 0.5 re f`);
      const state = pdf.add('<< /Type /ExtGState /ca 0.5 >>');
      pdf.page('/Gs gs /Fm Do', { resources: `/XObject << /Fm ${form} >> /ExtGState << /Gs ${state} >>` });
      const page = await firstPage(reader, pdf);
      expect(placesOf(page)).toEqual([['A', 60, 90]]);
      expect(page.rules).toEqual([across(79.75, 50, 100)]);
    });

    test('what a soft mask draws is no text of the page', async () => {
      const pdf = new TinyPdf();
      const group = '/Group << /S /Transparency /CS /DeviceGray >>';
      const mask = pdf.stream(`/Type /XObject /Subtype /Form /BBox [0 0 200 100] ${group}`, `${helvetica(10, 10, 'M')} 0 20 100 0.5 re f`);
      const state = pdf.add(`<< /Type /ExtGState /SMask << /S /Luminosity /G ${mask} >> >>`);
      pdf.page(`/Gs gs ${helvetica(20, 30, 'A')}`, { resources: `/ExtGState << /Gs ${state} >>` });
      const page = await firstPage(reader, pdf);
      expect(page.glyphs.filter((g) => g.state === 'shown').map((g) => g.text)).toEqual(['A']);
      expect(page.rules).toEqual([]);
    });
  });
});
