import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../../src/model/glyph.js';
import { stepsOf } from '../../../src/read/ofd/values.js';
import { ofdFile, packed, text } from './ofd-file.js';
import { pagesOf } from './same.js';

const MM = 72 / 25.4;

async function glyphsOf(content: string, parts: Partial<Parameters<typeof ofdFile>[0]> = {}): Promise<readonly Glyph[]> {
  const [page] = await pagesOf(ofdFile({ pages: [content], ...parts }));
  return page?.glyphs ?? [];
}

/** Letters and where their pens stand, mm. */
const placed = (glyphs: readonly Glyph[]) => glyphs.map(({ text: letter, x, y }) => [letter, round(x / MM), round(y / MM)]);
const round = (value: number) => Math.round(value * 10) / 10;
const shown = (glyphs: readonly Glyph[]) =>
  glyphs
    .filter(({ state }) => state === 'shown')
    .map(({ text: letter }) => letter)
    .join('');

describe('where letters stand', () => {
  test('DeltaX and DeltaY step from letter to letter; `g n d` is n steps of d; blanks take steps and are no glyphs', async () => {
    const glyphs = await glyphsOf(text('支 出12', '', '', 'DeltaX="5 2.5 g 2 5" DeltaY="g 4 1"'));
    expect(placed(glyphs)).toEqual([
      ['支', 10, 10],
      ['出', 17.5, 12],
      ['1', 22.5, 13],
      ['2', 27.5, 14],
    ]);
  });

  test('letters downwards: DeltaX 0, or none', async () => {
    expect(placed(await glyphsOf(text('合计', '', '', 'DeltaY="5"')))).toEqual([
      ['合', 10, 10],
      ['计', 10, 15],
    ]);
  });

  test('a second TextCode that lacks X or Y starts where the first did', async () => {
    const code = '<ofd:TextCode X="1" Y="10">合</ofd:TextCode><ofd:TextCode Y="15">计</ofd:TextCode>';
    const glyphs = await glyphsOf(`<ofd:TextObject ID="9" Boundary="0 0 50 50" Font="3" Size="5">${code}</ofd:TextObject>`);
    expect(placed(glyphs)).toEqual([
      ['合', 1, 10],
      ['计', 1, 15],
    ]);
  });

  test('without steps the pen goes on by the width of letters, in the reading direction', async () => {
    expect(placed(await glyphsOf(text('合12计', '', '', 'DeltaX=""')))).toEqual([
      ['合', 10, 10],
      ['1', 15, 10],
      ['2', 17.5, 10],
      ['计', 20, 10],
    ]);
    expect(placed(await glyphsOf(text('合计', 'ReadDirection="90"', '', 'DeltaX=""')))).toEqual([
      ['合', 10, 10],
      ['计', 10, 15],
    ]);
  });

  test('CTM scales and places within the boundary; HScale narrows letters, not steps', async () => {
    const [glyph, next] = await glyphsOf(text('合计', 'CTM="2 0 0 2 1 1" HScale="0.5"'));
    expect(placed([glyph, next].filter((each) => each !== undefined))).toEqual([
      ['合', 11, 21],
      ['计', 21, 21],
    ]);
    expect(glyph?.size).toBeCloseTo(10 * MM, 1);
    expect((glyph?.box[2] ?? 0) - (glyph?.box[0] ?? 0)).toBeCloseTo(5 * MM, 1);
  });

  test('CharDirection turns each letter about its place', async () => {
    const [glyph] = await glyphsOf(text('合', 'CharDirection="90"', '', 'DeltaX=""'));
    expect([glyph?.angle, round((glyph?.x ?? 0) / MM), round((glyph?.y ?? 0) / MM)]).toEqual([90, 10, 10]);
    expect(glyph?.box[3]).toBeGreaterThan((10 + 4) * MM);
  });

  test('line ends and indents of the XML are no letters', async () => {
    const code = '<ofd:TextCode X="0" Y="10" DeltaX="5">\n      合计\n    </ofd:TextCode>';
    const glyphs = await glyphsOf(`<ofd:TextObject ID="9" Boundary="0 0 50 50" Font="3" Size="5">${code}</ofd:TextObject>`);
    expect(placed(glyphs)).toEqual([
      ['合', 0, 10],
      ['计', 5, 10],
    ]);
  });

  test('steps written in any way are the same steps, and never more than letters need', () => {
    const step = fc.integer({ min: -500, max: 500 }).map((n) => n / 100);
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.integer({ min: 1, max: 5 }))), fc.nat(30), (runs, most) => {
        const plain = runs.flatMap(([value, count]) => Array.from({ length: count }, () => value));
        const grouped = runs.map(([value, count]) => `g ${count} ${value}`).join(' ');
        expect(stepsOf(grouped, most)).toEqual(plain.slice(0, most));
        expect(stepsOf(plain.join(' '), most)).toEqual(plain.slice(0, most));
      }),
    );
    expect(stepsOf('g 999999999999 1', 3)).toEqual([1, 1, 1]);
  });
});

describe('what letters mean', () => {
  test('entities and character references are characters; an entity that nobody defined stays as it is written', async () => {
    const code = '<ofd:TextCode X="0" Y="10" DeltaX="g 9 5">&lt;&#x5408;&#35745;<![CDATA[&]]>&x;</ofd:TextCode>';
    const glyphs = await glyphsOf(`<ofd:TextObject ID="9" Boundary="0 0 90 50" Font="3" Size="5">${code}</ofd:TextObject>`);
    expect(shown(glyphs)).toBe('<合计&&x;');
  });

  test('TextCode is the text, whatever glyphs CGTransform names; a placeholder has lost its meaning', async () => {
    const glyphs = '<ofd:CGTransform CodePosition="1" CodeCount="2" GlyphCount="2"><ofd:Glyphs>58 19</ofd:Glyphs></ofd:CGTransform>';
    expect(shown(await glyphsOf(text('合¤计', '', glyphs)))).toBe('合\ufffd计');
    expect(shown(await glyphsOf(text('合¤计')))).toBe('合¤计');
  });

  test('the text of a font that is not listed is read', async () => {
    const glyphs = await glyphsOf(text('合', '', '', 'DeltaX=""').replace('Font="3"', 'Font="77"'));
    expect(glyphs.map(({ text: letter, font }) => [letter, font])).toEqual([['合', 'd0:77']]);
  });

  test('any prefix, a default namespace and none are the same', async () => {
    const names = ['ofd:', 'o:', ''];
    for (const prefix of names) {
      const file = ofdFile({ pages: [text('合计')] });
      const { unzipSync, strFromU8 } = await import('fflate');
      const files = Object.fromEntries(
        Object.entries(unzipSync(file)).map(([name, bytes]) => [
          name,
          strFromU8(bytes)
            .replaceAll('xmlns:ofd', prefix === 'o:' ? 'xmlns:o' : 'xmlns')
            .replaceAll('ofd:', prefix),
        ]),
      );
      const [page] = await pagesOf(packed(files));
      expect(shown(page?.glyphs ?? [])).toBe('合计');
    }
  });
});

describe('what a person does not see is hidden', () => {
  test.each([
    ['Visible="false"', '', ''],
    ['Alpha="0"', '', ''],
    ['', '<ofd:FillColor Value="255 255 255"/>', ''],
    ['', '<ofd:FillColor Value="#FF #FF #FF"/>', ''],
    ['', '<ofd:FillColor Value="0 0 0" Alpha="0"/>', ''],
    ['Fill="false"', '', ''],
    [
      'DrawParam="5"',
      '',
      '<ofd:DrawParams><ofd:DrawParam ID="5" Relative="6"/><ofd:DrawParam ID="6"><ofd:FillColor Value="255 255 255"/></ofd:DrawParam></ofd:DrawParams>',
    ],
    ['', '<ofd:FillColor Value="255" ColorSpace="8"/>', '<ofd:ColorSpaces><ofd:ColorSpace ID="8" Type="GRAY"/></ofd:ColorSpaces>'],
    ['', '<ofd:FillColor Value="0 0 0 0" ColorSpace="8"/>', '<ofd:ColorSpaces><ofd:ColorSpace ID="8" Type="CMYK"/></ofd:ColorSpaces>'],
    [
      '',
      '<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 0 5 5"><ofd:AbbreviatedData>M 0 0 L 5 0 L 5 5 L 0 5 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>',
      '',
    ],
  ])('%s %s', async (attributes, children, resources) => {
    const glyphs = await glyphsOf(text('88', attributes, children), { resources });
    expect(glyphs.map(({ state }) => state)).toEqual(['hidden', 'hidden']);
  });

  test('what lies outside the boundary, or under a box painted later', async () => {
    expect(shown(await glyphsOf(text('一二', '', '', 'DeltaX="90"')))).toBe('一');
    const cover =
      '<ofd:PathObject ID="8" Boundary="9 4 30 8" Stroke="false" Fill="true"><ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 30 0 L 30 8 L 0 8 C</ofd:AbbreviatedData></ofd:PathObject>';
    expect(shown(await glyphsOf(text('88') + cover))).toBe('');
    expect(shown(await glyphsOf(cover + text('88')))).toBe('88');
  });

  test('white on a dark fill is seen', async () => {
    const fill =
      '<ofd:PathObject ID="8" Boundary="9 4 30 8" Stroke="false" Fill="true"><ofd:FillColor Value="0 0 128"/><ofd:AbbreviatedData>M 0 0 L 30 0 L 30 8 L 0 8 C</ofd:AbbreviatedData></ofd:PathObject>';
    expect(shown(await glyphsOf(fill + text('88', '', '<ofd:FillColor Value="255 255 255"/>')))).toBe('88');
  });
});
