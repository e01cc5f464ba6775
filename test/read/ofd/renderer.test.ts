import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { unpackWoff } from '../../../samples/drawing/woff.js';
import type { Picture, Renderer } from '../../../src/read/container.js';
import { openDocument, pagedOrThrow } from '../../../src/read/containers.js';
import { PageError } from '../../../src/read/errors.js';
import { jpegFrame } from '../../../src/read/ofd/print/jpeg.js';
import { readPng } from '../../../src/read/ofd/print/png.js';
import { type OfdParts, ofdFile, text } from './ofd-file.js';

/** mm in an inch: one pixel is one millimetre at this resolution. */
const DPI = 25.4;
/** 8 × 8 px, red. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYV' +
    'FSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAUEAEAAAAA' +
    'AAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABQf/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCfADKS/9k=',
  'base64',
);
/** 8 × 8 px, black: the page information of a JBIG2 file says what its pixels are before anything is drawn. */
const JBIG2 = Buffer.from(
  '974a42320d0a1a0a010000000100000000300001000000130000000800000008000000000000000004000000000001310001000000000000000233000100000000',
  'hex',
);

async function rendererOf(content: string, parts: Partial<OfdParts> = {}): Promise<Renderer> {
  return pagedOrThrow(await openDocument(ofdFile({ pages: [content], ...parts }), {})).renderer();
}

const drawn = async (content: string, parts: Partial<OfdParts> = {}): Promise<Picture> =>
  (await rendererOf(content, parts)).render(1, { dpi: DPI });

const pixel = ({ width, rgba }: Picture, x: number, y: number) => [...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
const isDark = (picture: Picture, x: number, y: number) => pixel(picture, x, y).every((channel) => channel < 128);

const WHITE = [255, 255, 255];
const BLUE = [0, 0, 255];

const square = '<ofd:FillColor Value="0 0 255"/><ofd:AbbreviatedData>M 0 0 L 20 0 L 20 10 L 0 10 C</ofd:AbbreviatedData>';
const media = (name: string) =>
  `<ofd:MultiMedias><ofd:MultiMedia ID="60" Type="Image"><ofd:MediaFile>${name}</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>`;
const image = (boundary: string, attributes = '') => `<ofd:ImageObject ID="8" Boundary="${boundary}" ResourceID="60" ${attributes}/>`;

describe('a page is drawn', () => {
  test('with its fills where they stand, on white, cut off by their boundaries', async () => {
    const picture = await drawn(`<ofd:PathObject ID="8" Boundary="10 20 15 10" Stroke="false" Fill="true">${square}</ofd:PathObject>`);
    expect([picture.width, picture.height]).toEqual([100, 50]);
    expect([pixel(picture, 12, 22), pixel(picture, 27, 22), pixel(picture, 12, 18)]).toEqual([BLUE, WHITE, WHITE]);
  });

  test('with curves, holes and transparent paint', async () => {
    const ring = 'M 10 0 A 10 10 0 1 1 10 20 A 10 10 0 1 1 10 0 C M 10 5 A 5 5 0 1 1 10 15 A 5 5 0 1 1 10 5 C';
    const object = (attributes: string) =>
      `<ofd:PathObject ID="8" Boundary="10 10 20 20" Stroke="false" Fill="true" ${attributes}><ofd:FillColor Value="0 0 255"/>` +
      `<ofd:AbbreviatedData>${ring}</ofd:AbbreviatedData></ofd:PathObject>`;
    const hollow = await drawn(object('Rule="Even-Odd"'));
    expect([pixel(hollow, 12, 20), pixel(hollow, 20, 20), pixel(hollow, 11, 11)]).toEqual([BLUE, WHITE, WHITE]);
    expect(pixel(await drawn(object('Alpha="128"')), 12, 20)[0]).toBeGreaterThan(100);
  });

  test.each([
    ['a PNG', 'p.png', encode({ width: 1, height: 1, channels: 3, data: new Uint8Array(BLUE) }), BLUE],
    ['a JPEG', 'p.jpg', JPEG, [254, 0, 0]],
    ['a JBIG2', 'p.jb2', JBIG2, [0, 0, 0]],
  ])('with %s that fills its boundary, or goes where its matrix says', async (_, name, bytes, colour) => {
    const parts = { resources: media(name), files: { [`Doc_0/${name}`]: bytes } };
    const filled = await drawn(image('10 10 20 20'), parts);
    expect([pixel(filled, 11, 28), pixel(filled, 31, 20)]).toEqual([colour, WHITE]);
    const placed = await drawn(image('10 10 40 20', 'CTM="10 0 0 10 5 5"'), parts);
    expect([pixel(placed, 20, 20), pixel(placed, 12, 12)]).toEqual([colour, WHITE]);
  });

  test('with what annotations paint over it', async () => {
    const appearance = `<Appearance Boundary="50 10 30 20"><PathObject ID="8" Boundary="5 5 20 10" Stroke="false" Fill="true">${square.replaceAll('ofd:', '')}</PathObject></Appearance>`;
    const picture = await drawn(text('合'), {
      document: '<ofd:Annotations>A.xml</ofd:Annotations>',
      files: {
        'Doc_0/A.xml': '<Annotations><Page PageID="100"><FileLoc>P.xml</FileLoc></Page></Annotations>',
        'Doc_0/P.xml': `<PageAnnot><Annot ID="9" Type="Stamp">${appearance}</Annot></PageAnnot>`,
      },
    });
    expect([pixel(picture, 60, 20), pixel(picture, 52, 12)]).toEqual([BLUE, WHITE]);
  });

  test('with letters of the fonts that are in the file; Han letters of others are blank, and that is told', async () => {
    const font = unpackWoff(
      readFileSync(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff')),
    );
    const own = {
      resources: '<ofd:Fonts><ofd:Font ID="4" FontName="Own"><ofd:FontFile>own.ttf</ofd:FontFile></ofd:Font></ofd:Fonts>',
      files: { 'Doc_0/own.ttf': new Uint8Array(font) },
    };
    const letter = (words: string) => text(words, '', '', 'DeltaX=""').replace('Font="3" Size="5"', 'Font="4" Size="10"');
    // The upright of an l, a tenth of its em thick.
    const picture = await drawn(letter('l'), own);
    expect([...Array(5).keys()].some((x) => isDark(picture, 10 + x, 6))).toBe(true);
    expect((await rendererOf(letter('l'), own)).lacksLetters(1)).toBe(false);
    expect((await rendererOf(letter('合'), own)).lacksLetters(1)).toBe(true);
    const stranger = await drawn(text('8', '', '', 'DeltaX=""').replace('Size="5"', 'Size="20"').replace('Y="10"', 'Y="18"'));
    expect([...Array(20).keys()].some((y) => isDark(stranger, 15, y))).toBe(true);
    expect(await rendererOf(text('合')).then((renderer) => renderer.lacksLetters(1))).toBe(true);
    expect(await rendererOf(text('88')).then((renderer) => renderer.lacksLetters(1))).toBe(false);
  });

  test('in part, at any resolution', async () => {
    const renderer = await rendererOf(
      `<ofd:PathObject ID="8" Boundary="10 20 20 10" Stroke="false" Fill="true">${square}</ofd:PathObject>`,
    );
    const part = await renderer.render(1, { dpi: 2 * DPI, box: [(10 * 72) / 25.4, (20 * 72) / 25.4, (30 * 72) / 25.4, (30 * 72) / 25.4] });
    expect([part.width, part.height, pixel(part, 2, 2), pixel(part, 36, 16)]).toEqual([40, 20, BLUE, BLUE]);
  });
});

describe('what cannot be drawn', () => {
  test('a large picture that is missing or of no known format loses the page; a small one is a grey box', async () => {
    for (const files of [{}, { 'Doc_0/p.tif': new Uint8Array([0x49, 0x49, 0x2a, 0]) }]) {
      const parts = { resources: media('p.tif'), files };
      await expect(drawn(image('10 10 60 30'), parts)).rejects.toThrow(PageError);
      expect(pixel(await drawn(image('10 10 5 5'), parts), 12, 12)).toEqual([208, 208, 208]);
    }
  });

  test('a page that is not there', async () => {
    const renderer = await rendererOf(text('合'), { files: { 'Doc_0/Pages/Page_0/Content.xml': null } });
    expect(() => renderer.size(1)).toThrow(PageError);
    await expect(renderer.render(1, { dpi: DPI })).rejects.toThrow(PageError);
  });

  test('a damaged PNG or JPEG is none', () => {
    const png = encode({ width: 40, height: 40, channels: 3, data: new Uint8Array(4800).map((_, i) => i % 251) });
    expect(readPng(png.subarray(0, 60), 1e6)).toBeNull();
    expect(readPng(png, 1599)).toBeNull();
    expect(jpegFrame(JPEG.subarray(0, 40))).toBeNull();
    expect(jpegFrame(JPEG)).toEqual({ width: 8, height: 8, channels: 3 });
  });
});

test('a PNG of any depth and number of channels gives its colours', () => {
  const channels = fc.constantFrom(1, 2, 3, 4);
  fc.assert(
    fc.property(channels, fc.constantFrom(8, 16), fc.integer({ min: 1, max: 5 }), (each, depth, width) => {
      const data = Array.from({ length: width * 2 * each }, (_, i) => (i * 37) % 256);
      const samples = depth === 8 ? Uint8Array.from(data) : Uint16Array.from(data, (sample) => sample * 256);
      const png = readPng(encode({ width, height: 2, channels: each, depth: depth as 8 | 16, data: samples }), 100);
      const colours = each < 3 ? 1 : 3;
      expect(png).toMatchObject({ width, height: 2, channels: colours });
      expect([...(png?.colour ?? [])]).toEqual(data.filter((_, i) => i % each < colours));
      expect(png?.alpha ? [...png.alpha] : []).toEqual(data.filter((_, i) => i % each >= colours));
    }),
  );
});
