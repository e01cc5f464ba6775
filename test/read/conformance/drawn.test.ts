/** Drawn pages with known glyphs and rules, for every engine. */
import { describe, expect, test } from 'vitest';
import { DisclosureError } from '../../../src/errors.js';
import { doubledGlyphs } from '../../../src/rebuild/doubled.js';
import { across, down } from '../../builders.js';
import { type Lock, TinyPdf, ucs2 } from '../pdf/tiny-pdf.js';
import { asRead, engines, firstPage, helvetica, pageOf, placesOf, readAll, statesOf } from './engines.js';

describe.each(engines)('%s', (_, reader) => {
  const draw = (...drawn: Parameters<typeof pageOf> extends [unknown, ...infer Rest] ? Rest : never) => pageOf(reader, ...drawn);

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

    test('white space is no glyph', async () => {
      expect(
        (await draw(`${helvetica(20, 30, ' ')} ${helvetica(20, 50, '  a  b ')} BT /Song 10 Tf 50 70 Td ${ucs2('\u3000')} Tj ET`)).glyphs,
      ).toMatchObject([{ text: 'a' }, { text: 'b' }]);
    });
  });

  describe('/Rotate and the crop box', () => {
    const content = `${helvetica(20, 30, 'A')} 20 30 100 0.5 re f`;

    test.each([
      [0, [200, 100], ['A', 20, 70], across(69.75, 20, 120)],
      [90, [100, 200], ['A', 30, 20], down(30.25, 20, 120)],
      [180, [200, 100], ['A', 180, 30], across(30.25, 80, 180)],
      [270, [100, 200], ['A', 70, 180], down(69.75, 80, 180)],
    ] as const)('%i°: text and rules stand where a person sees them', async (rotate, size, place, rule) => {
      const page = await draw(content, { rotate });
      expect([page.width, page.height]).toEqual(size);
      expect(placesOf(page)).toEqual([place]);
      expect(page.rules).toEqual([rule]);
      expect([page.rotation, page.glyphs[0]?.angle]).toEqual([rotate, rotate]);
    });

    test('the crop box is the page', async () => {
      const page = await draw(`${content} ${helvetica(150, 30, 'B')}`, { cropBox: '10 20 100 80' });
      expect([page.width, page.height]).toEqual([90, 60]);
      expect(placesOf(page)[0]).toEqual(['A', 10, 50]);
      expect(page.rules).toEqual([across(49.75, 10, 90)]);
      expect(statesOf(page)).toEqual(['A shown', 'B hidden']);
    });
  });

  describe('what shows', () => {
    test('render modes 3 and 7 are hidden, an outline is not', async () => {
      const modes = [0, 1, 2, 3, 7].map((mode) => `q ${mode} Tr ${helvetica(20 + mode * 20, 30, String(mode))} Q`);
      expect(statesOf(await draw(modes.join(' ')))).toEqual(['0 shown', '1 shown', '2 shown', '3 hidden', '7 hidden']);
    });

    test('what is clipped away is hidden, in text and rules', async () => {
      const page = await draw(
        `q 0 0 50 100 re W n ${helvetica(20, 30, 'A')} ${helvetica(60, 30, 'B')} 0 20 100 0.5 re f Q ${helvetica(60, 50, 'C')}`,
      );
      expect(statesOf(page)).toEqual(['A shown', 'B hidden', 'C shown']);
      expect(page.rules).toEqual([across(79.75, 0, 50)]);
    });

    test.each(['1 g', '1 1 1 rg', '0 0 0 0 k', '/DeviceGray cs 1 sc', '/DeviceRGB cs 1 1 1 scn'])(
      'white text (%s) shows on dark ground, not on paper',
      async (white) => {
        const page = await draw(`0 0 0.4 rg 0 0 100 100 re f ${white} ${helvetica(20, 30, 'A')} ${helvetica(150, 30, 'B')}`);
        expect(statesOf(page)).toEqual(['A shown', 'B hidden']);
        expect(page.fills).toEqual([[0, 0, 100, 100]]);
      },
    );

    test('what is transparent is hidden', async () => {
      const pdf = new TinyPdf();
      const clear = pdf.add('<< /Type /ExtGState /ca 0 /CA 0 >>');
      pdf.page(`${helvetica(20, 30, 'A')} /Gs gs ${helvetica(40, 30, 'B')} 0 20 100 0.5 re f`, {
        resources: `/ExtGState << /Gs ${clear} >>`,
      });
      const page = await firstPage(reader, pdf);
      expect(statesOf(page)).toEqual(['A shown', 'B hidden']);
      expect(page.rules).toEqual([]);
    });

    test('optional content that is off is hidden, in marked content and in a form XObject', async () => {
      const pdf = new TinyPdf();
      const [on, off] = ['on', 'off'].map((name) => pdf.add(`<< /Type /OCG /Name (${name}) >>`));
      pdf.catalog = `/OCProperties << /OCGs [${on} ${off}] /D << /OFF [${off}] >> >>`;
      const form = pdf.stream(`/Type /XObject /Subtype /Form /BBox [0 0 200 100] /OC ${off}`, helvetica(90, 30, 'F'));
      const shown = pdf.stream('/Type /XObject /Subtype /Form /BBox [0 0 200 100]', helvetica(110, 30, 'G'));
      const content = `/OC /Off BDC ${helvetica(20, 30, 'A')} 0 50 50 0.5 re f EMC /OC /On BDC ${helvetica(40, 30, 'B')} EMC /Fm Do /Gm Do`;
      pdf.page(content, { resources: `/Properties << /On ${on} /Off ${off} >> /XObject << /Fm ${form} /Gm ${shown} >>` });
      const page = await firstPage(reader, pdf);
      expect(statesOf(page)).toEqual(['A hidden', 'B shown', 'F hidden', 'G shown']);
      expect(page.rules).toEqual([]);
    });

    test('what a stamp (an annotation) says stands on the page too, on the second reading as on the first', async () => {
      const pdf = new TinyPdf();
      const look = pdf.stream('/Type /XObject /Subtype /Form /BBox [0 0 10 10]', helvetica(1, 1, 'S'));
      const stamp = pdf.add(`<< /Type /Annot /Subtype /Stamp /Rect [50 50 70 70] /F 4 /AP << /N ${look} >> >>`);
      const veiled = pdf.add(`<< /Type /Annot /Subtype /Stamp /Rect [50 50 70 70] /F 2 /AP << /N ${look} >> >>`);
      pdf.page(`3 0 0 3 0 0 cm ${helvetica(5, 5, 'A')}`, { entries: `/Annots [${stamp} ${veiled}]` });
      const document = await reader.open(pdf.bytes(), undefined);
      for (const page of [await document.read(1), await document.read(1)]) {
        expect(placesOf(asRead(page))).toEqual([
          ['A', 15, 85],
          ['S', 52, 48],
        ]);
      }
      await document.close();
    });
  });

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

  describe('documents', () => {
    test('an empty page is a page', async () => {
      expect(await draw('')).toEqual({ number: 1, width: 200, height: 100, rotation: 0, glyphs: [], rules: [], fills: [], images: [] });
    });

    test('pages are numbered from 1 and read in any order, also twice', async () => {
      const pdf = new TinyPdf();
      pdf.page(helvetica(20, 30, '1'));
      pdf.page(helvetica(20, 30, '2'));
      const document = await reader.open(pdf.bytes(), undefined);
      expect(document.pages).toBe(2);
      for (const number of [2, 1, 2]) {
        const page = asRead(await document.read(number));
        expect([page.number, ...page.glyphs.map((g) => g.text)]).toEqual([number, String(number)]);
      }
      await document.close();
    });

    test('a page that is no page comes back unread, the others are read', async () => {
      const pdf = new TinyPdf();
      pdf.page(helvetica(20, 30, 'A'));
      pdf.kid('99 0 R');
      const [first, second] = await readAll(reader, pdf.bytes());
      expect(placesOf(asRead(first))).toEqual([['A', 20, 70]]);
      expect(second).toMatchObject({ number: 2, problem: expect.stringMatching(/./) });
    });

    test("the caller's bytes stay his", async () => {
      const pdf = new TinyPdf();
      pdf.page(helvetica(20, 30, 'A'));
      const bytes = pdf.bytes();
      const before = bytes.slice();
      await readAll(reader, bytes);
      expect(bytes).toEqual(before);
    });

    test.each([
      [{ owner: 'o', user: 'u' }, undefined, 'encrypted: This PDF needs a password to open. Pass it with --password.'],
      [{ owner: 'o', user: 'u' }, 'x', 'wrong-password: The password does not open this PDF.'],
      [{ owner: 'o', user: 'u' }, 'u', 'A'],
      [{ owner: 'o', user: 'u' }, 'o', 'A'],
      [{ owner: 'o', user: '' }, undefined, 'A'],
    ] as [Lock, string | undefined, string][])('locked with %o, opened with %s: %s', async (lock, password, outcome) => {
      const pdf = new TinyPdf();
      pdf.page(helvetica(20, 30, 'A'));
      const reading = readAll(reader, pdf.bytes(lock), password).then(
        ([page]) =>
          asRead(page)
            .glyphs.map((g) => g.text)
            .join(''),
        (cause: DisclosureError) => `${cause.reason}: ${cause.message}`,
      );
      expect(await reading).toBe(outcome);
    });

    test.each([
      ['no objects', '%PDF-1.5\nnothing here\nstartxref\n0\n%%EOF\n'],
      ['no pages', '%PDF-1.5\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'],
      ['no bytes', ''],
    ])('a PDF with %s is damaged, in a sentence that says so', async (_name, text) => {
      const error: unknown = await reader.open(new Uint8Array(Buffer.from(text)), undefined).catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(DisclosureError);
      expect(error).toMatchObject({
        reason: 'damaged',
        message: expect.stringMatching(/^The PDF is damaged and cannot be opened \(.+\)\.$/),
      });
    });
  });
});
