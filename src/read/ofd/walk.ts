import type { Box } from '../../model/glyph.js';
import { PageError } from '../errors.js';
import { boxThrough, intersect, type Matrix, multiply } from '../paint/matrix.js';
import { clipThrough, isOneBox } from '../paint/paths.js';
import { childOf, elementsOf, wordsOf, type XmlElement } from '../xml.js';
import { BLACK, type Colour, colourOf } from './colour.js';
import type { Faces } from './faces.js';
import { lettersOf } from './letters.js';
import type { Mark } from './marks.js';
import { parsePath, toSubpaths } from './path.js';
import type { Resources } from './resources.js';
import { type Extent, extentOf, flagOf, matrixOf, numberOf } from './values.js';

/** Objects of one page, those of composites each time they are drawn. A dense page has some 5,000. */
const MOST_OBJECTS = 300_000;
/** Composites within composites. */
const DEEPEST = 12;
/** mm, where nothing says otherwise. */
const LINE_WIDTH = 0.353;
const OPAQUE = 255;
/** Of what does not say where it lies. */
const NOWHERE: Extent = { left: 0, top: 0, box: null };

/** Where objects lie: a layer, a block or a composite. */
interface Holder {
  /** From the holder's millimetres to the page. */
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly veiled: boolean;
  /** 0 to 1. */
  readonly alpha: number;
  /** What its objects are drawn with where they do not say, nearest first. */
  readonly params: readonly XmlElement[];
  readonly hidden: boolean;
  readonly depth: number;
}

/** Goes through the content of pages and gives what they paint, in order. @param paper the whole page, pt */
export class ContentWalk {
  readonly marks: Mark[] = [];
  private objects = 0;

  constructor(
    private readonly matrix: Matrix,
    private readonly paper: Box,
    private readonly faces: Faces | null,
  ) {}

  /** The layers of a page or template: those in the background first, those in the foreground last. @throws PageError */
  layers(content: XmlElement | null, resources: Resources): void {
    const layers = elementsOf(content, 'Layer');
    for (const type of ['Background', 'Body', 'Foreground']) {
      for (const layer of layers.filter((each) => typeOf(each) === type)) {
        const params = resources.drawParams(layer.attributes.get('DrawParam'));
        this.block(layer, resources, { ...this.ground(), params });
      }
    }
  }

  /** What an annotation paints, within its boundary. @throws PageError */
  appearance(appearance: XmlElement, resources: Resources): void {
    const { matrix, clip, veiled, alpha, params, hidden } = placed(appearance, resources, this.ground());
    this.block(appearance, resources, { matrix, clip, veiled, alpha, params, hidden, depth: 0 });
  }

  private ground(): Holder {
    return { matrix: this.matrix, clip: this.paper, veiled: false, alpha: 1, params: [], hidden: false, depth: 0 };
  }

  private block(block: XmlElement, resources: Resources, holder: Holder): void {
    for (const element of elementsOf(block)) {
      if (++this.objects > MOST_OBJECTS) throw new PageError(`the page has more than ${MOST_OBJECTS} objects`);
      if (element.name === 'PageBlock') this.block(element, resources, holder);
      else if (element.name === 'TextObject') this.text(element, resources, holder);
      else if (element.name === 'PathObject') this.path(element, resources, holder);
      else if (element.name === 'ImageObject') this.picture(element, resources, holder);
      else if (element.name === 'CompositeObject') this.composite(element, resources, holder);
    }
  }

  private text(element: XmlElement, resources: Resources, holder: Holder): void {
    const place = placed(element, resources, holder);
    const size = numberOf(element, 'Size', 0);
    const stretch = numberOf(element, 'HScale', 1);
    if (size <= 0 || stretch <= 0) throw new PageError('a text has no size');
    const fills = flagOf(element, 'Fill', true) && !place.hidden;
    const strokes = flagOf(element, 'Stroke', false) && !place.hidden;
    const font = resources.font(element.attributes.get('Font'));
    this.marks.push({
      kind: 'text',
      ...place,
      font,
      size,
      stretch,
      turn: numberOf(element, 'CharDirection', 0),
      fill: fills ? place.colour('FillColor') : null,
      stroke: strokes ? place.colour('StrokeColor') : null,
      letters: lettersOf(element, { size, stretch, widthOf: (text, glyph) => this.faces?.widthOf(font, text, glyph) ?? null }),
    });
  }

  private path(element: XmlElement, resources: Resources, holder: Holder): void {
    const place = placed(element, resources, holder);
    if (place.hidden) return;
    this.marks.push({
      kind: 'path',
      ...place,
      segments: parsePath(wordsOf(childOf(element, 'AbbreviatedData')) ?? ''),
      fill: flagOf(element, 'Fill', false) ? place.colour('FillColor') : null,
      evenOdd: element.attributes.get('Rule') === 'Even-Odd',
      stroke: flagOf(element, 'Stroke', true) ? place.colour('StrokeColor') : null,
      lineWidth: place.lineWidth,
    });
  }

  private picture(element: XmlElement, resources: Resources, holder: Holder): void {
    const place = placed(element, resources, holder);
    if (place.hidden) return;
    const media = resources.picture(element.attributes.get('ResourceID'));
    // Without a matrix of its own it fills its boundary.
    const { boundary } = place;
    const fitted = boundary && !element.attributes.has('CTM') ? [boundary[2] - boundary[0], boundary[3] - boundary[1]] : [1, 1];
    const matrix = multiply(place.matrix, [fitted[0] ?? 1, 0, 0, fitted[1] ?? 1, 0, 0]);
    this.marks.push({ kind: 'picture', ...place, matrix, media, alpha: place.alpha });
  }

  private composite(element: XmlElement, resources: Resources, holder: Holder): void {
    if (holder.depth >= DEEPEST) throw new PageError(`composites are nested more than ${DEEPEST} deep`);
    const unit = resources.unit(element.attributes.get('ResourceID'));
    const { matrix, clip, veiled, alpha, hidden, params } = placed(element, resources, holder);
    const inside = { matrix, clip, veiled, alpha, params, hidden, depth: holder.depth + 1 };
    for (const content of elementsOf(unit, 'Content')) this.block(content, resources, inside);
  }
}

const typeOf = (layer: XmlElement): string => {
  const type = layer.attributes.get('Type');
  return type === 'Background' || type === 'Foreground' ? type : 'Body';
};

/** An object as it lies in its holder. */
function placed(element: XmlElement, resources: Resources, holder: Holder) {
  const { left, top, box: boundary } = extentOf(element.attributes.get('Boundary')) ?? NOWHERE;
  const own = matrixOf(element.attributes.get('CTM'));
  const shifted = multiply(holder.matrix, [1, 0, 0, 1, left, top]);
  const matrix = own ? multiply(shifted, own) : shifted;
  const within = boundary ? intersect(boxThrough(holder.matrix, ...boundary), holder.clip) : holder.clip;
  const { clip, shaped } = clipped(childOf(element, 'Clips'), matrix, shifted, within);
  const alpha = (holder.alpha * numberOf(element, 'Alpha', OPAQUE)) / OPAQUE;
  const params = [element, ...resources.drawParams(element.attributes.get('DrawParam')), ...holder.params];
  const colour = (name: string): Colour => {
    const written = params.flatMap((each) => childOf(each, name) ?? [])[0];
    const { paint, alpha: strength } = written ? colourOf(written, resources) : BLACK;
    return { paint, alpha: alpha * strength };
  };
  const lineWidth = params.map((each) => numberOf(each, 'LineWidth', null)).find((width) => width !== null) ?? LINE_WIDTH;
  const hidden = holder.hidden || !flagOf(element, 'Visible', true);
  return {
    boundary,
    matrix,
    clip,
    veiled: holder.veiled || shaped || alpha < 1,
    alpha,
    params: params.slice(1),
    colour,
    lineWidth,
    hidden,
  };
}

/**
 * What the clips of an object leave open of a box: of each clip the bounds of its areas, which are paths or texts; texts are not looked at.
 * @param matrix of the object @param shifted without its own matrix: by that clips lie where they do not follow it
 */
function clipped(clips: XmlElement | null, matrix: Matrix, shifted: Matrix, open: Box): { clip: Box; shaped: boolean } {
  let [clip, shaped] = [open, false];
  if (!clips) return { clip, shaped };
  const base = flagOf(clips, 'TransFlag', true) ? matrix : shifted;
  for (const each of elementsOf(clips, 'Clip')) {
    const subpaths = elementsOf(each, 'Area').flatMap((area) => {
      const path = childOf(area, 'Path');
      const { left, top } = extentOf(path?.attributes.get('Boundary')) ?? NOWHERE;
      const steps = [matrixOf(area.attributes.get('CTM')), [1, 0, 0, 1, left, top] as const, matrixOf(path?.attributes.get('CTM'))];
      const way = steps.reduce<Matrix>((outer, inner) => (inner ? multiply(outer, inner) : outer), base);
      return toSubpaths(parsePath(wordsOf(childOf(path, 'AbbreviatedData')) ?? ''), way);
    });
    if (subpaths.length === 0) continue;
    shaped ||= !isOneBox(subpaths);
    clip = clipThrough(subpaths, clip);
  }
  return { clip, shaped };
}
