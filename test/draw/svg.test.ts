import { describe, expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import { draftToDrawing } from '../../src/draw/drawing.js';
import { pageToSvg } from '../../src/draw/svg.js';
import type { Glyph } from '../../src/model/glyph.js';
import type { Page, UnreadPage } from '../../src/model/page.js';
import { checkDraft, toDraft } from '../../src/pipeline/draft.js';
import { page, ruled, write } from '../builders.js';

const XS = [50, 120, 230, 300];
const YS = [60, 80, 100, 120];

/** 收入决算表 with a header, 合计 and one code. */
const tiny = page({
  glyphs: [
    ...write('收入决算表', 150, 30),
    ...write('单位：万元', 245, 50),
    ...write('科目编码', 55, 75),
    ...write('科目名称', 125, 75),
    ...write('本年收入合计', 235, 75),
    ...write('合计', 125, 95),
    ...write('22.45', 270, 95),
    ...write('2080505', 55, 115),
    ...write('养老保险缴费', 125, 115),
    ...write('22.45', 270, 115),
  ],
  rules: ruled(XS, YS),
});

const pagesToDrawing = (name: string, pages: readonly (Page | UnreadPage)[]) =>
  draftToDrawing(name, checkDraft(toDraft(pages, families, null)));
const draw = (drawn: Page, name = 'tiny.pdf') => pageToSvg(pagesToDrawing(name, [drawn]), drawn.number);

/** The elements of a group, by its class. */
function layer(svg: string, name: string): string {
  return new RegExp(`<g class="${name}">(.*?)\n</g>`, 's').exec(svg)?.[1] ?? '';
}

const count = (svg: string, what: RegExp) => [...svg.matchAll(what)].length;

describe('a tiny page', () => {
  const svg = draw(tiny);

  test('has every glyph as a box and a text, where it stands', () => {
    expect(count(svg, /<g class="(?:cell|text)">/g)).toBe(2);
    expect(count(layer(svg, 'cell') + layer(svg, 'text'), /<rect [^>]*\/><text /g)).toBe(tiny.glyphs.length);
    expect(layer(svg, 'cell')).toContain('<rect x="55" y="107" width="5" height="9"/><text x="55" y="115" font-size="10"');
    expect(layer(svg, 'text')).toContain('>收</text>');
  });

  test('has its rules as drawn', () => {
    expect(layer(svg, 'rules')).toContain('<path d="M50 60H300" stroke-width="0.5"/>');
    expect(count(layer(svg, 'rules'), /<path/g)).toBe(XS.length + YS.length);
  });

  test('has its nine cells, each drawn as what it is', () => {
    const cells = layer(svg, 'cells');
    expect(count(cells, /<rect class="head"/g)).toBe(3);
    expect(count(cells, /<rect class="label"/g)).toBe(3);
    expect(count(cells, /<rect class="proved"/g)).toBe(2);
    expect(count(cells, /<rect class="blank"/g)).toBe(1);
    expect(cells).toContain('<rect class="proved" x="230.7" y="80.7" width="68.6" height="18.6">');
  });

  test('says under the pointer what a value is', () => {
    expect(svg).toContain('<title>table 0, row 1, total\n22.45 → 22.45 万元 = 224500.00 元 (proved)\ngrid row 2, column 2</title>');
  });

  test('names columns over them, rows beside them, the form at the head', () => {
    expect(layer(svg, 'keys')).toMatch(/<text x="265" [^>]*>total<\/text>/);
    expect(layer(svg, 'rows')).toMatch(/<text class="sum" [^>]*y="91.7" [^>]*>0 total<\/text>/);
    expect(layer(svg, 'rows')).toContain('>1 function/2080505</text>');
    expect(layer(svg, 'head')).toContain('>0 income</text>');
    expect(layer(svg, 'head')).toContain('>收入决算表</text>');
    expect(layer(svg, 'head')).toContain('>万元</text>');
  });

  test('explains the colours it uses, and only those', () => {
    expect(layer(svg, 'frame')).toContain('>proved</text>');
    expect(layer(svg, 'frame')).not.toContain('>hidden</text>');
  });
});

test('a column without figures is named where its header cell tells it apart', () => {
  const svg = draw({ ...tiny, glyphs: tiny.glyphs.filter(({ x, y }) => x < 230 || y < 80) });
  expect(layer(svg, 'keys')).toMatch(/<text x="265" [^>]*>total<\/text>/);
});

test('hidden, illegible, doubled and turned glyphs are drawn apart', () => {
  const odd: Glyph[] = [
    ...write('隐', 20, 200, { state: 'hidden' }),
    ...write('乱', 40, 200, { state: 'illegible' }),
    ...write('粗', 60, 200),
    ...write('粗', 60.3, 200),
    ...write('印', 80, 200, { angle: 45 }),
  ];
  const svg = draw({ ...tiny, glyphs: [...tiny.glyphs, ...odd] });
  expect(layer(svg, 'hidden')).toContain('>隐<');
  expect(layer(svg, 'illegible')).toContain('>乱<');
  expect(layer(svg, 'doubled')).toContain('>粗<');
  expect(layer(svg, 'text')).toContain('>粗<');
  expect(layer(svg, 'mark')).toMatch(/transform="rotate\(45 80 200\)"[^>]*>印</);
});

test('page numbers are furniture', () => {
  const pages = [1, 2, 3, 4].map((number) => page({ number, glyphs: write(`- ${number} -`, 280, 820) }));
  expect(layer(pageToSvg(pagesToDrawing('x.pdf', pages), 2), 'furniture')).toContain('>2<');
});

test('a page drawn sideways is drawn upright, its cells with it', () => {
  const sideways: Page = {
    ...tiny,
    width: tiny.height,
    height: tiny.width,
    glyphs: tiny.glyphs.map((glyph) => {
      const [x0, y0, x1, y1] = glyph.box;
      return { ...glyph, angle: 90, x: tiny.height - glyph.y, y: glyph.x, box: [tiny.height - y1, x0, tiny.height - y0, x1] as const };
    }),
    rules: tiny.rules.map((rule) =>
      rule.axis === 'horizontal'
        ? { ...rule, axis: 'vertical' as const, at: tiny.height - rule.at }
        : { ...rule, axis: 'horizontal' as const, at: rule.at, from: tiny.height - rule.to, to: tiny.height - rule.from },
    ),
  };
  const pictured = pageToSvg(pagesToDrawing('tiny.pdf', [sideways]), 1, 'data:image/png;base64,AAAA');
  expect(pictured).toContain(
    `<image width="${sideways.width}" height="${sideways.height}" preserveAspectRatio="none" transform="matrix(0 -1 1 0 0 ${sideways.width})" href="data:image/png;base64,AAAA"/>`,
  );
  const svg = draw(sideways);
  expect(svg).toContain('drawn sideways, turned here');
  expect(layer(svg, 'cells').split('\n').toSorted()).toEqual(layer(draw(tiny), 'cells').split('\n').toSorted());
  expect(layer(svg, 'rows')).toBe(layer(draw(tiny), 'rows'));
});

test('markup in the document stays text, wherever it stands', () => {
  const evil = `</text><script>alert(1)</script>`;
  const title = write(`<b>"&表`, 150, 30);
  const svg = draw({ ...tiny, glyphs: [...title, ...tiny.glyphs.slice(5), ...write(evil, 125, 112)] }, `${evil}.pdf`);
  expect(svg).not.toMatch(/<script|<b>/);
  expect(svg).toContain('&lt;script&gt;');
});

test('a page that could not be read says why', () => {
  const unread = { number: 1, width: 100, height: 100, rotation: 0, problem: 'pdf.js lost text: 3 < 5' };
  expect(pageToSvg(pagesToDrawing('x.pdf', [unread]), 1)).toContain('>pdf.js lost text: 3 &lt; 5</text>');
});

test('a page the document does not have is refused', () => {
  expect(() => pageToSvg(pagesToDrawing('x.pdf', [tiny]), 2)).toThrow('no page 2');
});
