import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { operatorsToMarks } from '../../../../src/read/pdf/pdfjs/operators.js';
import type { Font } from '../../../../src/read/pdf/pdfjs/state.js';
import type { Lookup, PaintedMarks } from '../../../../src/read/pdf/pdfjs/walk.js';
import { across } from '../../../builders.js';

type Step = readonly [op: number, ...args: unknown[]];

/** Every glyph is half an em wide. */
const fontOf = (id: string): Font => ({
  id,
  name: id,
  vertical: false,
  type3: false,
  unit: 0.001,
  defaultVerticalMetrics: [-1000, 500, 880],
});

/** Groups named `off…` are off. */
const lookup: Lookup = { font: fontOf, isShown: (group) => !String(group).startsWith('off') };

/** Walks the steps on a page of 200 × 100 pt. */
function walk(...steps: Step[]): PaintedMarks {
  const list = { fnArray: steps.map(([op]) => op), argsArray: steps.map(([, ...args]) => (args.length > 0 ? args : null)) };
  return operatorsToMarks(list, [1, 0, 0, -1, 0, 100], [0, 0, 200, 100], lookup);
}

const SAVE: Step = [OPS.save];
const RESTORE: Step = [OPS.restore];
const move = (x: number, y: number): Step => [OPS.transform, 1, 0, 0, 1, x, y];
const scale = (by: number): Step => [OPS.transform, by, 0, 0, by, 0, 0];

const font = (size: number): Step => [OPS.setFont, 'f1', size];
const string = (text: string): Step => [
  OPS.showText,
  [...text].map((unicode) => ({ unicode, width: 500, isSpace: unicode === ' ', vmetric: null })),
];

/** A string of 10 pt type at (x, y) of user space. */
const text = (x: number, y: number, words = '1'): Step[] => [[OPS.beginText], font(10), [OPS.moveText, x, y], string(words), [OPS.endText]];

const rectangleData = (x0: number, y0: number, x1: number, y1: number) => new Float32Array([0, x0, y0, 1, x1, y0, 1, x1, y1, 1, x0, y1, 4]);
const fill = (x0: number, y0: number, x1: number, y1: number): Step => [OPS.constructPath, OPS.fill, [rectangleData(x0, y0, x1, y1)], null];
const stroke = (x0: number, y0: number, x1: number, y1: number): Step => [
  OPS.constructPath,
  OPS.stroke,
  [new Float32Array([0, x0, y0, 1, x1, y1])],
  null,
];
/** `W n` with a rectangle. */
const clip = (x0: number, y0: number, x1: number, y1: number): Step[] => [
  [OPS.clip],
  [OPS.constructPath, OPS.endPath, [rectangleData(x0, y0, x1, y1)], null],
];

const places = ({ glyphs }: PaintedMarks) => glyphs.map(({ text: each, x, y }) => [each, x, y]);
const states = ({ glyphs }: PaintedMarks) => glyphs.map(({ text: each, state }) => [each, state]);

describe('the graphics state', () => {
  test('q and Q keep the matrix: what follows is where it was', () => {
    expect(places(walk(SAVE, move(50, 20), ...text(0, 0, 'a'), RESTORE, ...text(0, 0, 'b')))).toEqual([
      ['a', 50, 80],
      ['b', 0, 100],
    ]);
  });

  test('matrices multiply, the inner first', () => {
    expect(places(walk(move(50, 20), scale(2), ...text(10, 10)))).toEqual([['1', 70, 60]]);
  });

  test('Q keeps colour, alpha, width and clip apart too', () => {
    const whites: Step = [OPS.setStrokeRGBColor, '#ffffff'];
    expect(walk(SAVE, whites, RESTORE, stroke(10, 50, 90, 50)).rules).toHaveLength(1);
    expect(walk(SAVE, [OPS.setLineWidth, 3], RESTORE, stroke(10, 50, 90, 50)).rules[0]?.thickness).toBe(1);
    expect(walk(SAVE, ...clip(0, 0, 5, 5), RESTORE, stroke(10, 50, 90, 50)).rules).toHaveLength(1);
    expect(walk(SAVE, [OPS.setGState, [['CA', 0]]], RESTORE, stroke(10, 50, 90, 50)).rules).toHaveLength(1);
  });

  test('one Q too many changes nothing', () => {
    expect(walk(RESTORE, move(5, 0), RESTORE, ...text(0, 0)).glyphs[0]?.x).toBe(5);
  });

  test('gs sets width, alphas and font', () => {
    const faint: Step = [
      OPS.setGState,
      [
        ['CA', 0],
        ['ca', 0.5],
        ['LW', 2],
      ],
    ];
    const marks = walk(faint, stroke(10, 50, 90, 50), fill(10, 10, 90, 60), [OPS.setGState, [['CA', 1]]], stroke(10, 50, 90, 50));
    expect(marks).toMatchObject({ rules: [across(50, 10, 90, 2)], fills: [[10, 40, 90, 90]] });
    expect(walk([OPS.setGState, [['ca', 0]]], ...text(0, 0), fill(10, 10, 90, 60))).toMatchObject({
      glyphs: [{ state: 'hidden' }],
      fills: [],
    });
    expect(walk([OPS.beginText], [OPS.setGState, [['Font', ['f9', 12]]]], string('1')).glyphs[0]).toMatchObject({ font: 'f9', size: 12 });
  });

  test('white lines are no rules, until the colour is another', () => {
    const white: Step = [OPS.setStrokeRGBColor, '#ffffff'];
    expect(walk(white, stroke(10, 50, 90, 50), [OPS.setStrokeRGBColor, '#0000ff'], stroke(10, 60, 90, 60)).rules).toEqual([
      across(40, 10, 90, 1),
    ]);
    expect(walk([OPS.setFillRGBColor, '#ffffff'], fill(10, 50, 90, 50.5)).rules).toEqual([]);
    expect(walk([OPS.setStrokeTransparent], stroke(10, 50, 90, 50)).rules).toEqual([]);
    expect(walk([OPS.setFillTransparent], fill(10, 50, 90, 50.5)).rules).toEqual([]);
  });

  test('a line in a pattern is a rule, whatever its look', () => {
    expect(walk([OPS.setStrokeTransparent], [OPS.setStrokeColorN, 'TilingPattern'], stroke(10, 50, 90, 50)).rules).toHaveLength(1);
    expect(walk([OPS.setFillTransparent], [OPS.setFillColorN, 'TilingPattern'], fill(10, 50, 90, 50.5)).rules).toHaveLength(1);
  });
});

describe('text', () => {
  test('Td moves from the start of the line, T* by the leading, TD sets it', () => {
    const steps: Step[] = [
      [OPS.beginText],
      font(10),
      [OPS.moveText, 10, 80],
      string('ab'),
      [OPS.setLeading, 12],
      [OPS.nextLine],
      string('c'),
      [OPS.setLeadingMoveText, 5, -20],
      string('d'),
      [OPS.nextLine],
      string('e'),
    ];
    expect(places(walk(...steps))).toEqual([
      ['a', 10, 20],
      ['b', 15, 20],
      ['c', 10, 32],
      ['d', 15, 52],
      ['e', 15, 72],
    ]);
  });

  test('Tm sets the line anew, BT too', () => {
    const steps: Step[] = [
      [OPS.beginText],
      font(10),
      [OPS.moveText, 10, 80],
      string('a'),
      [OPS.setTextMatrix, new Float32Array([2, 0, 0, 2, 30, 50])],
      string('bc'),
      [OPS.moveText, 5, 0],
      string('d'),
      [OPS.endText],
      [OPS.beginText],
      string('e'),
    ];
    expect(places(walk(...steps))).toEqual([
      ['a', 10, 20],
      ['b', 30, 50],
      ['c', 40, 50],
      ['d', 40, 50],
      ['e', 0, 100],
    ]);
  });

  test('Tc, Tw, Tz, Ts and Tr last until they are set again', () => {
    const steps: Step[] = [
      [OPS.setCharSpacing, 1],
      [OPS.setWordSpacing, 4],
      [OPS.setHScale, 200],
      [OPS.setTextRise, 2],
      [OPS.setTextRenderingMode, 3],
      ...text(10, 50, 'a b'),
      [OPS.setTextRenderingMode, 0],
      [OPS.setTextRise, 0],
      [OPS.setHScale, 100],
      ...text(10, 50, 'c'),
    ];
    const marks = walk(...steps);
    expect(places(marks)).toEqual([
      ['a', 10, 48],
      ['b', 10 + 2 * (6 + 10), 48],
      ['c', 10, 50],
    ]);
    expect(states(marks)).toEqual([
      ['a', 'hidden'],
      ['b', 'hidden'],
      ['c', 'shown'],
    ]);
  });
});

describe('clipping', () => {
  test('a clip path cuts a rule and hides a glyph', () => {
    const marks = walk(...clip(20, 0, 60, 100), stroke(10, 50, 90, 50), ...text(10, 30, '123456789012'));
    expect(marks.rules).toEqual([across(50, 20, 60, 1)]);
    expect(states(marks).map(([, state]) => state)).toEqual([
      ...Array(2).fill('hidden'),
      ...Array(8).fill('shown'),
      ...Array(2).fill('hidden'),
    ]);
  });

  test('W clips with the next path only, also one that paints; by the even-odd rule too', () => {
    const painted: Step[] = [[OPS.eoClip], fill(20, 0, 60, 100), fill(0, 40, 200, 60)];
    expect(walk(...painted).fills).toEqual([
      [20, 0, 60, 100],
      [20, 40, 60, 60],
    ]);
    expect(walk(fill(20, 0, 60, 100), fill(0, 40, 200, 60)).fills[1]).toEqual([0, 40, 200, 60]);
    expect(walk(...clip(20, 0, 60, 100), fill(0, 0, 40, 100), fill(0, 40, 200, 60)).fills[1]).toEqual([20, 40, 60, 60]);
  });

  test('W without a path clips nothing, and is forgotten', () => {
    const none: Step = [OPS.constructPath, OPS.endPath, [null], null];
    expect(walk([OPS.clip], none, fill(20, 0, 60, 100), fill(0, 40, 200, 60)).fills).toEqual([
      [20, 0, 60, 100],
      [0, 40, 200, 60],
    ]);
  });

  test('what ends a path without painting leaves no mark', () => {
    expect(walk([OPS.constructPath, OPS.endPath, [rectangleData(10, 10, 90, 10.5)], null])).toMatchObject({ rules: [], fills: [] });
  });

  test('a painting operator without a path is nothing', () => {
    expect(walk([OPS.constructPath, OPS.fill, [null], null])).toEqual({ glyphs: [], rules: [], fills: [], images: [] });
  });

  test.each([
    [OPS.stroke, 4, 0],
    [OPS.closeStroke, 4, 0],
    [OPS.fill, 0, 1],
    [OPS.eoFill, 0, 1],
    [OPS.fillStroke, 4, 1],
    [OPS.eoFillStroke, 4, 1],
    [OPS.closeFillStroke, 4, 1],
    [OPS.closeEOFillStroke, 4, 1],
    [OPS.endPath, 0, 0],
  ])('paint operator %i on a rectangle leaves %i rules and %i grounds', (paint, rules, fills) => {
    const marks = walk([OPS.constructPath, paint, [rectangleData(10, 10, 90, 90)], null]);
    expect([marks.rules.length, marks.fills.length]).toEqual([rules, fills]);
  });
});

describe('form XObjects and groups', () => {
  const begin = (matrix: number[] | null, bbox: number[] | null): Step => [OPS.paintFormXObjectBegin, matrix, bbox];
  const END: Step = [OPS.paintFormXObjectEnd];

  test("a form's matrix counts inside it and not behind it", () => {
    const marks = walk(move(10, 0), begin([2, 0, 0, 2, 5, 0], null), ...text(20, 0, 'a'), END, ...text(0, 0, 'b'));
    expect(places(marks)).toEqual([
      ['a', 55, 100],
      ['b', 10, 100],
    ]);
  });

  test("a form's box clips in the form's own space", () => {
    const marks = walk(
      begin([1, 0, 0, 1, 50, 0], [0, 0, 20, 100]),
      stroke(-10, 50, 90, 50),
      ...text(30, 30, 'a'),
      END,
      ...text(120, 30, 'b'),
    );
    expect(marks.rules).toEqual([across(50, 50, 70, 1)]);
    expect(states(marks)).toEqual([
      ['a', 'hidden'],
      ['b', 'shown'],
    ]);
  });

  test('a transparency group clips by its box; its matrix is applied by the form inside it', () => {
    const group = { matrix: [1, 0, 0, 1, 50, 0], bbox: [0, 0, 20, 100] };
    const steps: Step[] = [[OPS.beginGroup, group], begin(group.matrix, null), stroke(-10, 50, 90, 50), END, [OPS.endGroup, group]];
    expect(walk(...steps, stroke(0, 20, 200, 20)).rules).toEqual([across(50, 50, 70, 1), across(80, 0, 200, 1)]);
  });

  test('a group without a box clips nothing', () => {
    expect(walk([OPS.beginGroup, {}], stroke(0, 50, 200, 50), [OPS.endGroup, {}]).rules).toEqual([across(50, 0, 200, 1)]);
  });

  test('a soft mask is drawn, but its marks are no ink', () => {
    const mask = { smask: { subtype: 'Luminosity' }, bbox: [0, 0, 200, 100] };
    const drawn = [...text(10, 10, 'a'), stroke(10, 50, 90, 50), fill(10, 10, 90, 90)];
    const marks = walk([OPS.beginGroup, mask], ...drawn, SAVE, scale(9), RESTORE, [OPS.endGroup, mask], ...text(10, 10, 'b'));
    expect(marks).toMatchObject({ rules: [], fills: [], images: [] });
    expect(states(marks)).toEqual([
      ['a', 'hidden'],
      ['b', 'shown'],
    ]);
  });

  test('an annotation starts from a clean page, clipped to its rectangle', () => {
    const annotation: Step = [OPS.beginAnnotation, '7R', [50, 0, 90, 100], [1, 0, 0, 1, 50, 0], [2, 0, 0, 2, 0, 0], false];
    const steps = [scale(3), [OPS.setFillRGBColor, '#ffffff'] as Step, annotation, ...text(10, 20, 'a'), ...text(30, 20, 'b')];
    const marks = walk(...steps, [OPS.endAnnotation], ...text(10, 20, 'c'));
    expect(places(marks)).toEqual([
      ['a', 70, 60],
      ['b', 110, 60],
      ['c', 10, 80],
    ]);
    expect(states(marks).map(([, state]) => state)).toEqual(['shown', 'hidden', 'shown']);
  });
});

describe('optional content', () => {
  const group = (name: unknown): Step => [OPS.beginMarkedContentProps, 'OC', name];
  const END: Step = [OPS.endMarkedContent];

  test('what stands in a group that is off leaves hidden glyphs and no rules', () => {
    const drawn = (words: string) => [fill(10, 10, 90, 90), ...text(10, 10, words), stroke(10, 50, 90, 50)];
    const marks = walk(group('off'), ...drawn('a'), END, group('on'), ...drawn('b'), END);
    expect(states(marks)).toEqual([
      ['a', 'hidden'],
      ['b', 'shown'],
    ]);
    expect([marks.rules.length, marks.fills.length]).toEqual([1, 1]);
  });

  test('groups nest: one that is on inside one that is off does not show', () => {
    const marks = walk(group('off'), group('on'), ...text(10, 10, 'a'), END, ...text(10, 10, 'b'), END, ...text(10, 10, 'c'));
    expect(states(marks).map(([, state]) => state)).toEqual(['hidden', 'hidden', 'shown']);
  });

  test('other marked content shows, and each end closes its own beginning', () => {
    const span: Step[] = [
      [OPS.beginMarkedContent, 'Span'],
      [OPS.beginMarkedContentProps, 'P', 'off'],
    ];
    const marks = walk(...span, ...text(10, 10, 'a'), END, END, group('off'), ...span, END, END, ...text(10, 10, 'b'));
    expect(states(marks).map(([, state]) => state)).toEqual(['shown', 'hidden']);
  });
});

describe('white text', () => {
  const white: Step = [OPS.setFillRGBColor, '#ffffff'];
  const dark: Step = [OPS.setFillRGBColor, '#1f3864'];

  test('on paper it is hidden, on a dark ground shown', () => {
    const marks = walk(dark, fill(0, 0, 50, 100), white, ...text(10, 10, 'a'), ...text(60, 10, 'b'));
    expect(states(marks)).toEqual([
      ['a', 'shown'],
      ['b', 'hidden'],
    ]);
  });

  test('a white ground is none, a picture is one', () => {
    expect(states(walk(white, fill(0, 0, 50, 100), ...text(10, 10)))).toEqual([['1', 'hidden']]);
    const picture: Step[] = [SAVE, [OPS.transform, 50, 0, 0, 100, 0, 0], [OPS.paintImageXObject, 'img1', 9, 9], RESTORE];
    expect(states(walk(...picture, white, ...text(10, 10)))).toEqual([['1', 'shown']]);
  });

  test('a ground under half of the glyph is not enough: its middle counts', () => {
    const on = (x: number) => states(walk(dark, fill(0, 0, x, 100), white, ...text(10, 10)))[0]?.[1];
    expect(on(12.4)).toBe('hidden');
    expect(on(12.6)).toBe('shown');
  });

  test('a white glyph that is clipped away stays hidden on any ground', () => {
    expect(states(walk(dark, fill(0, 0, 50, 100), white, ...clip(30, 0, 50, 100), ...text(10, 10)))).toEqual([['1', 'hidden']]);
  });
});

describe('pictures', () => {
  const place: Step = [OPS.transform, 50, 0, 0, 20, 10, 30];
  const box = [10, 50, 60, 70];

  test.each([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject, OPS.paintSolidColorImageMask])(
    'operator %i paints the unit square',
    (op) => {
      expect(walk(SAVE, place, [op, 'img1'], RESTORE).images).toEqual([box]);
    },
  );

  test('a picture that pdf.js dropped for its size leaves an empty q cm Q', () => {
    expect(walk(SAVE, place, RESTORE).images).toEqual([box]);
    expect(walk(SAVE, place, [OPS.setGState, []], RESTORE).images).toEqual([box]);
    expect(walk(SAVE, move(10, 30), [OPS.transform, 50, 0, 0, 20, 0, 0], RESTORE).images).toEqual([box]);
  });

  test('a q cm Q that painted something, or placed nothing, is no picture', () => {
    expect(walk(SAVE, place, stroke(0, 0, 1, 0), RESTORE).images).toEqual([]);
    expect(walk(SAVE, RESTORE).images).toEqual([]);
    expect(walk(place, ...text(0, 0)).images).toEqual([]);
    expect(walk(SAVE, place, SAVE, RESTORE, RESTORE).images).toEqual([]);
  });

  test('a picture is clipped, wholly clipped it is none', () => {
    expect(walk(...clip(0, 0, 30, 100), SAVE, place, [OPS.paintImageXObject], RESTORE).images).toEqual([[10, 50, 30, 70]]);
    expect(walk(...clip(0, 0, 5, 100), SAVE, place, [OPS.paintImageXObject], RESTORE).images).toEqual([]);
  });

  test('a picture in a group that is off does not show', () => {
    expect(walk([OPS.beginMarkedContentProps, 'OC', 'off'], place, [OPS.paintImageXObject]).images).toEqual([]);
  });
});

describe('arguments that are not what this version of pdf.js gives say so', () => {
  test.each<[string, Step]>([
    ['a number', [OPS.setLineWidth, 'thick']],
    ['a list of numbers', [OPS.setTextMatrix, [1, 0, 0, 1, 0, 'x']]],
    ['a list', [OPS.showText, 'text']],
    ['a matrix', [OPS.transform, 1, 0, 0, 1]],
    ['path data', [OPS.constructPath, OPS.fill, [{ length: 3 }], null]],
  ])('where %s should stand', (_, step) => {
    expect(() => walk([OPS.beginText], font(10), step)).toThrow(/operator argument is|matrix has 4 numbers/);
  });

  test('operators that leave no mark are passed over, with any arguments', () => {
    expect(walk([OPS.setDash, [3], 0], [OPS.setRenderingIntent, 'x'], [OPS.dependency, 'g_d0_f1'])).toEqual({
      glyphs: [],
      rules: [],
      fills: [],
      images: [],
    });
  });
});
