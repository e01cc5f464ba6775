import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../../model/glyph.js';
import type { Matrix } from '../../paint/matrix.js';
import { number, record } from './arguments.js';
import { type Lookup, OperatorWalk, type PaintedMarks } from './walk.js';

/** The operators of one page as pdf.js lists them. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/**
 * Walks a page's operators and collects what they paint, in page space.
 * @param viewport maps user space to the displayed page (crop box and /Rotate applied)
 */
export function operatorsToMarks(list: OperatorList, viewport: Matrix, page: Box, lookup: Lookup): PaintedMarks {
  const walk = new OperatorWalk(viewport, page, lookup);
  const frames = new EmptyFrames();
  list.fnArray.forEach((op, i) => {
    if (frames.isPicture(op)) walk.paintImage();
    HANDLERS[op]?.(walk, argumentsOf(list.argsArray[i]));
  });
  return walk.marks();
}

const argumentsOf = (args: unknown): readonly unknown[] => (Array.isArray(args) ? args : []);

/**
 * Pictures that are not decoded (`maxImageSize`): pdf.js drops their operator and leaves `q cm Q` with nothing between. Other operators
 * that dropped nothing may leave the same.
 */
class EmptyFrames {
  /** A `q` and a `cm` with nothing painted since. */
  private frame: 'no' | 'saved' | 'placed' = 'no';

  /** Follows the operators one by one. */
  isPicture(op: number): boolean {
    const isClosed = op === OPS.restore && this.frame === 'placed';
    if (op === OPS.save) this.frame = 'saved';
    else if (op === OPS.transform && this.frame !== 'no') this.frame = 'placed';
    else if (op !== OPS.setGState && op !== OPS.dependency) this.frame = 'no';
    return isClosed;
  }
}

/** pdf.js's colour for what paints nothing, such as a pattern that is not there: white leaves no mark on paper either. */
const TRANSPARENT = '#ffffff';

type Handler = (walk: OperatorWalk, args: readonly unknown[]) => void;
type Handlers = Readonly<Record<number, Handler>>;

/** ISO 32000-1, 8.4: what is saved and restored. */
const GRAPHICS_STATE: Handlers = {
  [OPS.save]: (walk) => walk.save(),
  [OPS.restore]: (walk) => walk.restore(),
  [OPS.transform]: (walk, matrix) => walk.transform(matrix),
  [OPS.setLineWidth]: ({ state }, [width]) => {
    state.lineWidth = number(width);
  },
  [OPS.setGState]: (walk, [entries]) => walk.setGraphicsState(entries),
  [OPS.setFillRGBColor]: ({ state }, [colour]) => {
    state.fill = String(colour);
  },
  [OPS.setStrokeRGBColor]: ({ state }, [colour]) => {
    state.stroke = String(colour);
  },
  [OPS.setFillColorN]: ({ state }) => {
    state.fill = null;
  },
  [OPS.setStrokeColorN]: ({ state }) => {
    state.stroke = null;
  },
  [OPS.setFillTransparent]: ({ state }) => {
    state.fill = TRANSPARENT;
  },
  [OPS.setStrokeTransparent]: ({ state }) => {
    state.stroke = TRANSPARENT;
  },
};

/** Form XObjects, transparency groups, annotations: content within content. */
const NESTED_CONTENT: Handlers = {
  [OPS.paintFormXObjectBegin]: (walk, [matrix, bbox]) => walk.beginForm(matrix, bbox),
  [OPS.paintFormXObjectEnd]: (walk) => walk.restore(),
  [OPS.beginGroup]: (walk, [group]) => walk.beginGroup(record(group)),
  [OPS.endGroup]: (walk, [group]) => walk.endGroup(record(group)),
  [OPS.beginAnnotation]: (walk, args) => walk.beginAnnotation(args),
  [OPS.endAnnotation]: (walk) => walk.restore(),
  [OPS.beginMarkedContent]: ({ content }) => void content.push(true),
  [OPS.beginMarkedContentProps]: ({ content, lookup }, [tag, group]) => void content.push(tag !== 'OC' || lookup.isShown(group)),
  [OPS.endMarkedContent]: ({ content }) => void content.pop(),
};

const clip: Handler = (walk) => {
  walk.pendingClip = true;
};

/** ISO 32000-1, 8.5: pdf.js has merged the path and the operator that paints it. */
const PATHS: Handlers = {
  [OPS.clip]: clip,
  [OPS.eoClip]: clip,
  [OPS.constructPath]: (walk, [paint, data]) => walk.paintPath(number(paint), data),
};

/** ISO 32000-1, 9.3 and 9.4. */
const TEXT: Handlers = {
  [OPS.beginText]: (walk) => walk.beginText(),
  [OPS.setTextMatrix]: (walk, [matrix]) => walk.setTextMatrix(matrix),
  [OPS.moveText]: (walk, [x, y]) => walk.moveLine(number(x), number(y)),
  [OPS.setLeadingMoveText]: (walk, [x, y]) => {
    walk.state.leading = number(y);
    walk.moveLine(number(x), number(y));
  },
  [OPS.setLeading]: ({ state }, [leading]) => {
    state.leading = -number(leading);
  },
  [OPS.nextLine]: (walk) => walk.moveLine(0, walk.state.leading),
  [OPS.setCharSpacing]: ({ state }, [spacing]) => {
    state.charSpacing = number(spacing);
  },
  [OPS.setWordSpacing]: ({ state }, [spacing]) => {
    state.wordSpacing = number(spacing);
  },
  [OPS.setHScale]: ({ state }, [percent]) => {
    state.horizontalScale = number(percent) / 100;
  },
  [OPS.setTextRise]: ({ state }, [rise]) => {
    state.rise = number(rise);
  },
  [OPS.setTextRenderingMode]: ({ state }, [mode]) => {
    state.renderMode = number(mode);
  },
  [OPS.setFont]: (walk, args) => walk.setFont(args),
  [OPS.showText]: (walk, [items]) => walk.showText(items),
};

const paintImage: Handler = (walk) => walk.paintImage();

/** Small pictures and masks, which pdf.js keeps; see `EmptyFrames` for the others. */
const PICTURES: Handlers = {
  [OPS.paintImageXObject]: paintImage,
  [OPS.paintInlineImageXObject]: paintImage,
  [OPS.paintImageMaskXObject]: paintImage,
  [OPS.paintSolidColorImageMask]: paintImage,
  [OPS.paintImageXObjectRepeat]: paintImage,
  [OPS.paintImageMaskXObjectRepeat]: paintImage,
  [OPS.paintInlineImageXObjectGroup]: paintImage,
  [OPS.paintImageMaskXObjectGroup]: paintImage,
};

/** Operators that are not listed paint nothing that is read. */
const HANDLERS: Handlers = { ...GRAPHICS_STATE, ...NESTED_CONTENT, ...PATHS, ...TEXT, ...PICTURES };
