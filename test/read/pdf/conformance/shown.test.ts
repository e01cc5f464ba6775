/** Drawn pages of which not everything shows, for every engine. */
import { describe, expect, test } from 'vitest';
import { across, down } from '../../../builders.js';
import { type PageEntries, TinyPdf } from '../tiny-pdf.js';
import { asRead, engines, firstPage, helvetica, pageOf, placesOf, readAll, statesOf } from './engines.js';

describe.each(engines)('%s', (_, reader) => {
  const draw = (content: string, entries?: PageEntries) => pageOf(reader, content, entries);

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

    test.each(['2', 'of an object'])('the user unit (%s) enlarges all of it', async (unit) => {
      const pdf = new TinyPdf();
      const entries = `/UserUnit ${unit === '2' ? unit : pdf.add('2')}`;
      pdf.page(helvetica(20, 30, 'B'));
      pdf.page(content, { rotate: 90, cropBox: '10 20 100 80', entries });
      const [plain, enlarged] = (await readAll(reader, pdf.bytes())).map(asRead);
      expect([plain?.width, plain?.height, enlarged?.width, enlarged?.height]).toEqual([200, 100, 120, 180]);
      expect(enlarged?.glyphs.map(({ text, x, y, size }) => [text, x, y, size])).toEqual([['A', 20, 20, 20]]);
      expect(enlarged?.rules).toEqual([down(20.5, 20, 180, 1)]);
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

    test('objects under one clip, under one within it and under none are each clipped by their own', async () => {
      const pair = (y: number) => helvetica(20, y, 'A') + helvetica(60, y, 'B');
      const clip = (box: string, content: string) => `q ${box} re W n ${content} Q `;
      const page = await draw(
        clip('0 0 50 100', pair(10) + pair(25) + clip('40 0 50 100', pair(40))) + clip('50 0 50 100', pair(55)) + pair(70),
      );
      const shown = page.glyphs.filter(({ state }) => state === 'shown').map(({ text, y }) => `${text} ${100 - y}`);
      expect(shown.toSorted()).toEqual(['A 10', 'A 25', 'A 70', 'B 55', 'B 70']);
      expect(page.glyphs).toHaveLength(10);
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

    test.each([0, 90])('white text on a gradient shows, beside it not; the page turned by %i°', async (rotate) => {
      const pdf = new TinyPdf();
      const colours = '/Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >>';
      const shading = `<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 100 0] ${colours} >>`;
      const gradient = pdf.add(`<< /Type /Pattern /PatternType 2 /Shading ${shading} >>`);
      const content = `/Pattern cs /P scn 0 0 100 100 re f 1 g ${helvetica(20, 30, 'A')} ${helvetica(150, 30, 'B')}`;
      pdf.page(content, { resources: `/Pattern << /P ${gradient} >>`, rotate });
      expect(statesOf(await firstPage(reader, pdf))).toEqual(['A shown', 'B hidden']);
    });

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

    test.each(['1 g', '0.8 g', '1 1 0.8 rg'])(
      'what an opaque box (%s) is painted over is hidden; what is painted on the box is not',
      async (colour) => {
        const box = `${colour} 15 20 40 20 re f 0 g`;
        const page = await draw(
          `${helvetica(20, 28, 'A')} ${helvetica(50, 28, 'B')} ${box} ${helvetica(20, 28, 'C')} ${helvetica(20, 60, 'D')}`,
        );
        expect(statesOf(page)).toEqual(['A shown', 'B shown', 'C shown', 'D shown'].map((each) => (each[0] === 'A' ? 'A hidden' : each)));
      },
    );

    test('within a form the order of painting is that of the page', async () => {
      const pdf = new TinyPdf();
      const box = pdf.stream('/Type /XObject /Subtype /Form /BBox [0 0 200 100]', `1 g 15 20 40 20 re f 0 g ${helvetica(20, 28, 'B')}`);
      pdf.page(`${helvetica(20, 28, 'A')} /Fm Do ${helvetica(32, 28, 'C')}`, { resources: `/XObject << /Fm ${box} >>` });
      expect(statesOf(await firstPage(reader, pdf))).toEqual(['A hidden', 'B shown', 'C shown']);
    });

    test.each([
      ['half transparent', '/Gs gs 1 g 15 20 40 20 re f', '/ca 0.5'],
      ['a highlight that multiplies', '/Gs gs 1 1 0 rg 15 20 40 20 re f', '/BM /Multiply'],
      ['a frame of two boxes', '15 20 80 40 re 18 23 70 30 re f*', ''],
      ['clipped to a shape', '15 20 m 55 20 l 15 90 l h W n 15 20 40 20 re f', ''],
      ['clipped to another place', '100 20 40 20 re W n 15 20 40 20 re f', ''],
      ['no box', '15 20 m 95 20 l 15 90 l f', ''],
      ['a rule', '15 29 40 2 re f', ''],
      ['an outline', '15 20 40 20 re S', ''],
    ])('text shows under a mark that is %s', async (_name, mark, state) => {
      const pdf = new TinyPdf();
      const gs = pdf.add(`<< /Type /ExtGState ${state} >>`);
      pdf.page(`${helvetica(20, 28, 'A')} q ${mark} Q`, { resources: `/ExtGState << /Gs ${gs} >>` });
      expect(statesOf(await firstPage(reader, pdf))).toEqual(['A shown']);
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
});
