import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { version } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { DisclosureError } from '../../../../src/base/errors.js';
import type { Page, UnreadPage } from '../../../../src/model/page.js';
import { pdfjsEngine } from '../../../../src/read/pdf/pdfjs/engine.js';
import { across, down } from '../../../builders.js';
import { type Lock, type PageEntries, TinyPdf, ucs2 } from '../tiny-pdf.js';

async function readAll(bytes: Uint8Array, password?: string): Promise<(Page | UnreadPage)[]> {
  const document = await pdfjsEngine.open(bytes, password);
  try {
    const pages: (Page | UnreadPage)[] = [];
    for (let number = 1; number <= document.pages; number++) pages.push(await document.read(number));
    return pages;
  } finally {
    await document.close();
  }
}

function asRead(page: Page | UnreadPage | undefined): Page {
  if (!page || 'problem' in page) throw new Error(page ? page.problem : 'no such page');
  return page;
}

const firstPage = async (pdf: TinyPdf) => asRead((await readAll(pdf.bytes()))[0]);

/** The one page of a PDF with this content. */
function pageOf(content: string, entries: PageEntries = {}): Promise<Page> {
  const pdf = new TinyPdf();
  pdf.page(content, entries);
  return firstPage(pdf);
}

const helvetica = (x: number, y: number, text: string) => `BT /Helv 10 Tf ${x} ${y} Td (${text}) Tj ET `;

const shownText = (page: Page) =>
  page.glyphs
    .filter((g) => g.state === 'shown')
    .map((g) => g.text)
    .join('');
const places = (page: Page) => page.glyphs.map(({ text, x, y }) => [text, x, y]);

describe('the version', () => {
  const require = createRequire(import.meta.url);
  const versionOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8')).version;

  test('the resolved pdfjs-dist is the pinned version', () => {
    const manifest = new URL('../../../../package.json', import.meta.url);
    const pinned: unknown = JSON.parse(readFileSync(manifest, 'utf8')).dependencies['pdfjs-dist'];
    expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
    expect(versionOf(require.resolve('pdfjs-dist/package.json'))).toBe(pinned);
    expect(version).toBe(pinned);
  });
});

/** Helvetica whose `code` means `unicode` (UTF-16BE), both in hexadecimal. */
function mapped(pdf: TinyPdf, code: string, unicode: string): string {
  const head = '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def';
  const map = `1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <${code}> <${unicode}> endbfchar endcmap end end`;
  return pdf.add(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${pdf.stream('', `${head} ${map}`)} >>`);
}

describe('fonts that are not embedded', () => {
  test('Helvetica has the widths of its metrics', async () => {
    const { glyphs } = await pageOf(helvetica(20, 30, 'A1.'));
    expect(glyphs.map(({ text, x, y, size, angle, state }) => ({ text, x, y, size, angle, state }))).toEqual([
      { text: 'A', x: 20, y: 70, size: 10, angle: 0, state: 'shown' },
      { text: '1', x: 26.67, y: 70, size: 10, angle: 0, state: 'shown' },
      { text: '.', x: 32.23, y: 70, size: 10, angle: 0, state: 'shown' },
    ]);
    expect(glyphs[0]?.box).toEqual([20, 62, 26.67, 71]);
  });

  test('STSong-Light with UniGB-UCS2-H: the CMaps are found', async () => {
    expect(places(await pageOf(`BT /Song 10 Tf 20 30 Td ${ucs2('决算')} Tj ET`))).toEqual([
      ['决', 20, 70],
      ['算', 30, 70],
    ]);
  });

  test('STSong-Light with GBK-EUC-H', async () => {
    expect(shownText(await pageOf('BT /SongGbk 10 Tf 20 30 Td <bef6cbe3> Tj ET'))).toBe('决算');
  });

  test('UniGB-UCS2-V writes downwards', async () => {
    const page = await pageOf(`BT /SongV 10 Tf 20 80 Td ${ucs2('决算')} Tj ET`);
    expect(places(page)).toEqual([
      ['决', 15, 28.8],
      ['算', 15, 38.8],
    ]);
    expect(page.glyphs[0]?.angle).toBe(0);
  });

  test('a Type3 font measures in its own glyph space', async () => {
    const pdf = new TinyPdf();
    const square = pdf.stream('', '10 0 0 0 8 8 d1 0 0 8 8 re f');
    const type3 = `/Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /CharProcs << /a ${square} >>`;
    const codes = '/Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [10]';
    const font = pdf.add(`<< ${type3} ${codes} /Resources << >> >>`);
    pdf.page('BT /T3 10 Tf 20 30 Td (aa) Tj ET', { fonts: `/T3 ${font}` });
    expect(places(await firstPage(pdf))).toEqual([
      ['a', 20, 70],
      ['a', 30, 70],
    ]);
  });

  test('a font that maps to private use gives what it maps to: legibility is judged later', async () => {
    const pdf = new TinyPdf();
    pdf.page('BT /Own 10 Tf 20 30 Td (A) Tj ET', { fonts: `/Own ${mapped(pdf, '41', 'e001')}` });
    expect((await firstPage(pdf)).glyphs).toMatchObject([{ text: '\ue001', state: 'shown' }]);
  });
});

describe('the operators of text', () => {
  test('Tc, Tw, Tz, TJ, Ts and the quotation marks, as pdf.js hands them on', async () => {
    const page = await pageOf(`BT /Helv 10 Tf 14 TL 20 80 Td 2 Tc 5 Tw (1 1) Tj 0 Tc 0 Tw 50 Tz (1) Tj 100 Tz
      [(1) -500 (1)] TJ 3 Ts (2) ' 0 Ts 5 2 (3 3) " T* (4) Tj ET`);
    const one = 5.56;
    const space = 2.78;
    const second = 20 + (one + 2) + (space + 2 + 5);
    const half = second + one + 2;
    const first = half + one / 2;
    const expected: [string, number, number][] = [
      ['1', 20, 20],
      ['1', second, 20],
      ['1', half, 20],
      ['1', first, 20],
      ['1', first + one + 5, 20],
      ['2', 20, 34 - 3],
      ['3', 20, 48],
      ['3', 20 + (one + 2) + (space + 2 + 5), 48],
      ['4', 20, 62],
    ];
    expect(page.glyphs.map((g) => g.text)).toEqual(expected.map(([text]) => text));
    for (const [i, glyph] of page.glyphs.entries()) {
      expect(glyph.x).toBeCloseTo(expected[i]?.[1] ?? Number.NaN, 1);
      expect(glyph.y).toBeCloseTo(expected[i]?.[2] ?? Number.NaN, 1);
    }
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
    const page = await pageOf(content, { rotate });
    expect([page.width, page.height]).toEqual(size);
    expect(places(page)).toEqual([place]);
    expect(page.rules).toEqual([rule]);
    expect([page.rotation, page.glyphs[0]?.angle]).toEqual([rotate, rotate]);
  });

  test('a landscape page printed sideways and shown with /Rotate 90 reads left to right', async () => {
    const { glyphs } = await pageOf('BT /Helv 10 Tf 0 1 -1 0 60 50 Tm (AB) Tj ET', { rotate: 90 });
    expect(glyphs.map(({ text, x, y, angle }) => [text, x, y, angle])).toEqual([
      ['A', 50, 60, 0],
      ['B', 56.67, 60, 0],
    ]);
  });

  test('the crop box is the page', async () => {
    const page = await pageOf(`${content} ${helvetica(150, 30, 'B')}`, { cropBox: '10 20 100 80' });
    expect([page.width, page.height]).toEqual([90, 60]);
    expect(places(page)[0]).toEqual(['A', 10, 50]);
    expect(page.rules).toEqual([across(49.75, 10, 90)]);
    expect(page.glyphs.map((g) => g.state)).toEqual(['shown', 'hidden']);
  });
});

describe('what shows', () => {
  const stateOf = async (content: string, entries?: PageEntries) => (await pageOf(content, entries)).glyphs.map((g) => g.state);

  test('render mode 3 (the text layer of a scan) is hidden', async () => {
    expect(await stateOf(`3 Tr ${helvetica(20, 30, 'A')} 0 Tr ${helvetica(20, 50, 'A')}`)).toEqual(['hidden', 'shown']);
  });

  test('a clipped glyph is hidden', async () => {
    expect(await stateOf(`q 0 0 50 100 re W n ${helvetica(20, 30, 'A')} ${helvetica(60, 30, 'A')} Q ${helvetica(60, 30, 'A')}`)).toEqual([
      'shown',
      'hidden',
      'shown',
    ]);
  });

  test.each([['1 g'], ['1 1 1 rg'], ['0 0 0 0 k'], ['/DeviceGray cs 1 sc'], ['/DeviceRGB cs 1 1 1 scn']])(
    'white text (%s) on dark ground is shown, on paper hidden',
    async (white) => {
      const page = await pageOf(`0 0 0.4 rg 0 0 100 100 re f ${white} ${helvetica(20, 30, 'A')} ${helvetica(150, 30, 'B')}`);
      expect(page.glyphs.map(({ text, state }) => `${text} ${state}`)).toEqual(['A shown', 'B hidden']);
      expect(page.fills).toEqual([[0, 0, 100, 100]]);
    },
  );

  test('white and clipped lines are no rules', async () => {
    const { rules } = await pageOf('1 G 10 50 m 90 50 l S q 0 0 40 100 re W n 0 G 10 60 m 90 60 l S Q');
    expect(rules).toEqual([across(40, 10, 40, 1)]);
  });

  test('optional content that is off is hidden, in marked content and in a form XObject', async () => {
    const pdf = new TinyPdf();
    const [on, off] = ['on', 'off'].map((name) => pdf.add(`<< /Type /OCG /Name (${name}) >>`));
    pdf.catalog = `/OCProperties << /OCGs [${on} ${off}] /D << /OFF [${off}] >> >>`;
    const form = pdf.stream(`/Type /XObject /Subtype /Form /BBox [0 0 200 100] /OC ${off}`, helvetica(90, 30, 'F'));
    const content = `/OC /Off BDC ${helvetica(20, 30, 'A')} 0 50 50 0.5 re f EMC /OC /On BDC ${helvetica(40, 30, 'B')} EMC /Fm Do`;
    pdf.page(content, { resources: `/Properties << /On ${on} /Off ${off} >> /XObject << /Fm ${form} >>` });
    const page = await firstPage(pdf);
    expect(page.glyphs.map(({ text, state }) => `${text} ${state}`)).toEqual(['A hidden', 'B shown', 'F hidden']);
    expect(page.rules).toEqual([]);
  });

  test('what a stamp (an annotation) says stands on the page too', async () => {
    const pdf = new TinyPdf();
    const look = pdf.stream('/Type /XObject /Subtype /Form /BBox [0 0 10 10]', helvetica(1, 1, 'S'));
    const stamp = pdf.add(`<< /Type /Annot /Subtype /Stamp /Rect [50 50 70 70] /F 4 /AP << /N ${look} >> >>`);
    pdf.page(`3 0 0 3 0 0 cm ${helvetica(5, 5, 'A')}`, { entries: `/Annots [${stamp}]` });
    const page = await firstPage(pdf);
    expect(places(page)).toEqual([
      ['A', 15, 85],
      ['S', 52, 48],
    ]);
  });
});

describe('form XObjects', () => {
  test('their matrix and box count, and the page goes on as before', async () => {
    const pdf = new TinyPdf();
    const inside = `${helvetica(5, 5, 'A')} ${helvetica(60, 5, 'B')} 0 10 100 0.5 re f`;
    const form = pdf.stream('/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Matrix [2 0 0 2 10 20]', inside);
    pdf.page(`q 1 0 0 1 5 5 cm /Fm Do Q ${helvetica(10, 10, 'Z')}`, { resources: `/XObject << /Fm ${form} >>` });
    const page = await firstPage(pdf);
    expect(page.glyphs.map(({ text, x, y, size, state }) => [text, x, y, size, state])).toEqual([
      ['A', 25, 65, 20, 'shown'],
      ['B', 135, 65, 20, 'hidden'],
      ['Z', 10, 90, 10, 'shown'],
    ]);
    expect(page.rules).toEqual([across(54.5, 15, 115, 1)]);
  });

  test('a transparency group is placed once', async () => {
    const pdf = new TinyPdf();
    const group = '/Group << /S /Transparency >> /Matrix [1 0 0 1 50 0]';
    const form = pdf.stream(`/Type /XObject /Subtype /Form /BBox [0 0 50 50] ${group}`, `${helvetica(10, 10, 'A')} 0 20 100 0.5 re f`);
    const state = pdf.add('<< /Type /ExtGState /ca 0.5 >>');
    pdf.page('/Gs gs /Fm Do', { resources: `/XObject << /Fm ${form} >> /ExtGState << /Gs ${state} >>` });
    const page = await firstPage(pdf);
    expect(places(page)).toEqual([['A', 60, 90]]);
    expect(page.rules).toEqual([across(79.75, 50, 100)]);
  });

  test('what a soft mask draws is no text of the page', async () => {
    const pdf = new TinyPdf();
    const group = '/Group << /S /Transparency /CS /DeviceGray >>';
    const mask = pdf.stream(`/Type /XObject /Subtype /Form /BBox [0 0 200 100] ${group}`, `${helvetica(10, 10, 'M')} 0 20 100 0.5 re f`);
    const state = pdf.add(`<< /Type /ExtGState /SMask << /S /Luminosity /G ${mask} >> >>`);
    pdf.page(`/Gs gs ${helvetica(20, 30, 'A')}`, { resources: `/ExtGState << /Gs ${state} >>` });
    const page = await firstPage(pdf);
    expect(shownText(page)).toBe('A');
    expect(page.rules).toEqual([]);
  });
});

describe('pictures', () => {
  test('a picture leaves its box, though it is never decoded', async () => {
    const pdf = new TinyPdf();
    const picture = pdf.stream(
      '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray',
      Buffer.from([0, 80, 160, 240]),
    );
    pdf.page(`q 50 0 0 20 10 10 cm /Im Do Q ${helvetica(100, 10, 'A')}`, { resources: `/XObject << /Im ${picture} >>` });
    expect(await firstPage(pdf)).toMatchObject({ images: [[10, 70, 60, 90]], rules: [], fills: [] });
  });

  test('an inline picture too', async () => {
    expect((await pageOf('q 50 0 0 20 10 10 cm BI /W 2 /H 2 /BPC 8 /CS /G ID 1234 EI Q')).images).toEqual([[10, 70, 60, 90]]);
  });
});

describe('pages', () => {
  test('an empty page is a page', async () => {
    expect(await pageOf('')).toEqual({
      number: 1,
      width: 200,
      height: 100,
      rotation: 0,
      glyphs: [],
      rules: [],
      fills: [],
      images: [],
    });
  });

  test('pages are numbered from 1 and read in any order, also twice', async () => {
    const pdf = new TinyPdf();
    pdf.page(helvetica(20, 30, 'first'));
    pdf.page(helvetica(20, 30, 'second'));
    const document = await pdfjsEngine.open(pdf.bytes(), undefined);
    expect(document.pages).toBe(2);
    const texts: [number, string][] = [];
    for (const number of [2, 1, 2]) {
      const page = asRead(await document.read(number));
      texts.push([page.number, shownText(page)]);
    }
    await document.close();
    expect(texts).toEqual([
      [2, 'second'],
      [1, 'first'],
      [2, 'second'],
    ]);
  });

  test('tripwire: a page whose content stream breaks off is no empty page', async () => {
    const pdf = new TinyPdf();
    pdf.page(`/Pattern cs /None scn ${helvetica(20, 30, 'lost')}`);
    pdf.page(helvetica(20, 30, 'whole'));
    const [broken, whole] = await readAll(pdf.bytes());
    expect(broken).toEqual({
      number: 1,
      width: 200,
      height: 100,
      rotation: 0,
      problem: 'pdf.js lost text: 0 glyphs painted of 4 characters',
    });
    expect(shownText(asRead(whole))).toBe('whole');
  });

  test('tripwire: neither is one that breaks off in the middle', async () => {
    const pdf = new TinyPdf();
    pdf.page(`${helvetica(20, 30, 'kept 1')} /Pattern cs /None scn ${helvetica(20, 50, 'lost 2')}`);
    expect((await readAll(pdf.bytes()))[0]).toMatchObject({ problem: 'pdf.js lost text: 5 glyphs painted of 10 characters' });
  });

  test('tripwire: a ligature is one character painted, not two of which one is lost', async () => {
    const pdf = new TinyPdf();
    pdf.page('BT /Own 10 Tf 20 30 Td (A) Tj ET', { fonts: `/Own ${mapped(pdf, '41', 'fb01')}` });
    expect(shownText(await firstPage(pdf))).toBe('\ufb01');
  });

  test('a page that is no page comes back unread', async () => {
    const pdf = new TinyPdf();
    pdf.page(helvetica(20, 30, 'first'));
    pdf.kid('99 0 R');
    const [first, second] = await readAll(pdf.bytes());
    expect(shownText(asRead(first))).toBe('first');
    expect(second).toMatchObject({ number: 2, problem: expect.stringContaining('Page dictionary') });
  });

  test('a compressed stream that is cut off makes an unread page', async () => {
    const pdf = new TinyPdf();
    const packed = deflateSync(Array.from({ length: 999 }, (_, i) => helvetica(20, 30, String(i * i))).join(''));
    pdf.addPage(`/Contents ${pdf.stream('/Filter /FlateDecode', packed.subarray(0, packed.length / 2))}`);
    expect((await readAll(pdf.bytes()))[0]).toMatchObject({ number: 1, problem: expect.stringMatching(/flate/i) });
  });
});

describe('documents', () => {
  test('the producer is named as it names itself, or is unknown', async () => {
    const producerOf = async (info: string) => {
      const pdf = new TinyPdf();
      pdf.info = info;
      pdf.page('');
      const document = await pdfjsEngine.open(pdf.bytes(), undefined);
      await document.close();
      return document.producer;
    };
    expect(await producerOf('/Producer ( WPS Office )')).toBe('WPS Office');
    expect(await producerOf('/Producer ( )')).toBeNull();
    expect(await producerOf('')).toBeNull();
  });

  test("the caller's bytes stay his", async () => {
    const pdf = new TinyPdf();
    pdf.page(helvetica(20, 30, 'A'));
    const bytes = pdf.bytes();
    const before = bytes.slice();
    await readAll(bytes);
    expect(bytes).toEqual(before);
  });

  test('they may be a Buffer, as readFile gives it', async () => {
    const pdf = new TinyPdf();
    pdf.page(helvetica(20, 30, 'A'));
    expect(shownText(asRead((await readAll(Buffer.from(pdf.bytes())))[0]))).toBe('A');
  });

  describe('encrypted', () => {
    async function open(lock: Lock, password?: string): Promise<string> {
      const pdf = new TinyPdf();
      pdf.page(helvetica(20, 30, 'A'));
      try {
        return shownText(asRead((await readAll(pdf.bytes(lock), password))[0]));
      } catch (error) {
        if (!(error instanceof DisclosureError)) throw error;
        return `${error.reason}: ${error.message}`;
      }
    }

    test('without a password it says how to give one', async () => {
      expect(await open({ owner: 'o', user: 'u' })).toBe('encrypted: This PDF needs a password to open. Pass it with --password.');
    });

    test('a wrong password is called wrong', async () => {
      expect(await open({ owner: 'o', user: 'u' }, 'x')).toBe('wrong-password: The password does not open this PDF.');
    });

    test('the password of the user or of the owner opens it', async () => {
      expect(await open({ owner: 'o', user: 'u' }, 'u')).toBe('A');
      expect(await open({ owner: 'o', user: 'u' }, 'o')).toBe('A');
    });

    test('protection by the owner alone needs none', async () => {
      expect(await open({ owner: 'o', user: '' })).toBe('A');
    });
  });

  test.each([
    ['no objects', '%PDF-1.5\nnothing here\nstartxref\n0\n%%EOF\n'],
    ['no pages', '%PDF-1.5\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'],
  ])('a PDF with %s is damaged, in a sentence that says so', async (_, text) => {
    const error: unknown = await pdfjsEngine.open(new Uint8Array(Buffer.from(text)), undefined).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(DisclosureError);
    expect(error).toMatchObject({
      reason: 'damaged',
      message: expect.stringMatching(/^The PDF is damaged and cannot be opened \(.+\)\.$/),
    });
  });
});
