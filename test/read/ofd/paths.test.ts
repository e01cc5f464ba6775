import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Page } from '../../../src/model/page.js';
import { needOf } from '../../../src/read/ocr/needs.js';
import { arcToCurves } from '../../../src/read/ofd/arc.js';
import { parsePath } from '../../../src/read/ofd/path.js';
import { ofdFile } from './ofd-file.js';
import { pagesOf } from './same.js';

const MM = 72 / 25.4;
const round = (value: number) => Math.round((value / MM) * 10) / 10;

async function pageOf(content: string, parts: Partial<Parameters<typeof ofdFile>[0]> = {}): Promise<Page> {
  const [page] = await pagesOf(ofdFile({ pages: [content], ...parts }));
  if (!page) throw new Error('no page');
  return page;
}

const path = (data: string, attributes = '', children = '') =>
  `<ofd:PathObject ID="8" Boundary="10 10 60 30" ${attributes}>${children}<ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
const rules = (page: Page) => page.rules.map(({ axis, at, from, to }) => [axis[0], round(at), round(from), round(to)]);

describe('paths leave rules and fills, mm', () => {
  test('strokes: M, S and L, closed by C', async () => {
    expect(rules(await pageOf(path('M 0 0 L 20 0 L 20 10 C')))).toEqual([
      ['h', 10, 10, 30],
      ['v', 30, 10, 20],
    ]);
    expect(rules(await pageOf(path('S 0 5 L 20 5')))).toEqual([['h', 15, 10, 30]]);
  });

  test('thin fills are rules, wide ones backgrounds; a fill without a colour is black', async () => {
    const fill = 'Stroke="false" Fill="true"';
    expect(rules(await pageOf(path('M 0 0 L 20 0 L 20 0.2 L 0 0.2 C', fill)))).toEqual([['h', 10.1, 10, 30]]);
    const page = await pageOf(path('M 0 0 L 20 0 L 20 10 L 0 10 C', fill, '<ofd:FillColor Value="200 200 200"/>'));
    expect(page.fills.map((box) => box.map(round))).toEqual([[10, 10, 30, 20]]);
  });

  test('curves leave none, nor do white and invisible strokes', async () => {
    const page = await pageOf(path('M 0 0 Q 10 0 20 0') + path('M 0 0 B 5 0 10 0 20 0') + path('M 0 0 A 10 10 0 0 1 20 0'));
    expect(page.rules).toEqual([]);
    const unseen = path('M 0 0 L 20 0', 'Visible="false"') + path('M 0 0 L 20 0', '', '<ofd:StrokeColor Value="255 255 255"/>');
    expect((await pageOf(unseen)).rules).toEqual([]);
  });

  test('filled shapes are counted: a page of nothing else may show letters as outlines', async () => {
    const letter = path('M 0 0 Q 5 5 10 0 L 5 8 C', 'Stroke="false" Fill="true"');
    const unseen = path('M 0 0 Q 5 5 10 0 C', 'Stroke="false" Fill="true" Alpha="0"') + path('M 0 0 L 9 0 L 9 9 L 0 9 C', 'Fill="true"');
    const page = await pageOf(letter.repeat(50) + unseen);
    expect([page.shapes, needOf(page, 'auto'), needOf(await pageOf(letter), 'auto')]).toEqual([50, 'page', null]);
  });

  test('an object whose boundary has no area stands where it says, and is cut off nowhere', async () => {
    const line = '<ofd:PathObject ID="8" Boundary="10 10 20 0"><ofd:AbbreviatedData>M 0 0 L 20 0</ofd:AbbreviatedData></ofd:PathObject>';
    const backwards =
      '<ofd:TextObject ID="9" Boundary="10 20 -3 5" Font="3" Size="5"><ofd:TextCode X="0" Y="4">8</ofd:TextCode></ofd:TextObject>';
    const page = await pageOf(line + backwards);
    expect(rules(page)).toEqual([['h', 10, 10, 30]]);
    expect(page.glyphs.map(({ x, y, state }) => [round(x), round(y), state])).toEqual([[10, 24, 'shown']]);
  });

  test('CTM scales them with their width; the boundary cuts them off', async () => {
    const page = await pageOf(path('M 0 50 L 9000 50', 'CTM="0.1 0 0 0.1 0 0" LineWidth="2"'));
    expect(rules(page)).toEqual([['h', 15, 10, 70]]);
    expect(page.rules[0]?.thickness).toBeCloseTo(0.2 * MM, 2);
  });

  test('line width and colour come from the parameters of the layer where the object has none', async () => {
    const resources = '<ofd:DrawParams><ofd:DrawParam ID="5" LineWidth="1"/></ofd:DrawParams>';
    const page = await pageOf(`<ofd:Layer ID="2" DrawParam="5">${path('M 0 0 L 20 0')}</ofd:Layer>`, { resources });
    expect(page.rules[0]?.thickness).toBeCloseTo(MM, 2);
  });

  test('a page box that does not begin at 0 is moved there', async () => {
    const page = await pageOf(path('M 0 0 L 20 0'), { box: '5 5 90 40' });
    expect([page.width, page.height].map(round)).toEqual([90, 40]);
    expect(rules(page)).toEqual([['h', 5, 5, 25]]);
  });
});

describe('arcs', () => {
  const number = fc.integer({ min: -100, max: 100 });
  const radius = fc.integer({ min: 1, max: 80 });

  test('end where they are to end, and all pieces lie on one ellipse', () => {
    fc.assert(
      fc.property(number, number, radius, radius, fc.boolean(), fc.boolean(), (x, y, rx, ry, large, clockwise) => {
        fc.pre(x !== 0 || y !== 0);
        const curves = arcToCurves([0, 0], { rx, ry, turn: 0, large, clockwise }, [x, y]);
        expect(curves.at(-1)).toMatchObject({ to: [x, y] });
        expect(curves.length).toBeLessThanOrEqual(4);
        const fit = Math.max(1, Math.hypot(x / 2 / rx, y / 2 / ry));
        for (const curve of curves) {
          if (curve.kind === 'close') throw new Error('an arc is never closed');
          expect(Math.abs(curve.to[0])).toBeLessThanOrEqual(2 * rx * fit + 1e-6);
          expect(Math.abs(curve.to[1])).toBeLessThanOrEqual(2 * ry * fit + 1e-6);
        }
      }),
    );
  });

  test('a half circle of 10 goes through its top', () => {
    const [first] = arcToCurves([0, 0], { rx: 10, ry: 10, turn: 0, large: false, clockwise: true }, [20, 0]);
    expect(first?.kind === 'curve' && first.to.map((n) => Math.round(n * 1e6) / 1e6)).toEqual([10, -10]);
  });

  test('without a radius they are lines', () => {
    expect(parsePath('M 0 0 A 0 5 0 0 1 3 4')).toEqual([
      { kind: 'move', to: [0, 0] },
      { kind: 'line', to: [3, 4] },
    ]);
  });
});
