import { groupBy } from '../../base/group.js';
import { at } from '../../base/invariant.js';
import type { Deadline } from './deadline.js';
import type { OcrEngines } from './engines/port.js';
import { looksLikeNumber, toNumberSigns } from './numbers/numbers.js';
import { ordinalsIn } from './numbers/ordinals.js';
import { type NumberSpan, numbersAmidWords, withNumbers } from './numbers/prose-numbers.js';
import { type NumberPrint, readNumbers } from './numbers/read-numbers.js';
import { type ClosedLine, onThePage, setCloser } from './numbers/wide-numbers.js';
import { type LaidNumber, laidOut, withWholeNumber, wrappedNumbers } from './numbers/wrapped-numbers.js';
import type { Ink } from './picture/ink.js';
import type { Raster, Rect } from './picture/raster.js';
import { toRecognised } from './print/ctc.js';
import { cutLine } from './print/cut-lines.js';
import { type PrintLine, type ReadLine, textOf } from './print/line.js';
import { isRestOfRule, withDash } from './print/strokes.js';

/** What lines are read from: the picture without its ruling lines, its ink and its cells, of which `cells[0]` is number 1. */
interface InkedPicture {
  readonly picture: Raster;
  /** Pixels per inch. */
  readonly dpi: number;
  readonly ink: Ink;
  readonly cells: readonly Rect[];
}

/**
 * Reads lines of print: all of them by the first engine, then what looks like a number by both. Numbers amid words are cut out first:
 * in a picture of their own they stand taller, and keep their points. Numbers over several lines are put together first.
 * @throws PageTimedOut
 */
export async function readLines(
  { picture, dpi, ink, cells }: InkedPicture,
  lines: readonly PrintLine[],
  engines: OcrEngines,
  deadline: Deadline,
): Promise<ReadLine[]> {
  const steps = await engines.recognise(
    picture,
    lines.map((line) => line.crop),
  );
  deadline.check();
  const whole = lines
    .map((line, i) => withDash({ ...line, ...toRecognised(at(steps, i)) }, ink, dpi))
    .filter((line) => !isRestOfRule(line, dpi) && (!line.overlooked || looksLikeNumber(textOf(line.letters))));
  const parted = whole.flatMap((line) => (line.cell === 0 ? cutLine(line, 'words and numbers', ink) : line));
  const wrapped = await readWrapped({ picture, ink, cells }, parted, engines, deadline);
  const unwrapped = parted.filter((line) => !wrapped.has(line));
  const wide = await readWide(picture, unwrapped, ink, engines, deadline);
  const read = parted.flatMap((line) => (line.cell === 0 && !wide.has(line) ? cutLine(line, 'numbers', ink) : line));
  const numbers = read.filter((line) => isNumber(line) && !wrapped.has(line) && !wide.has(line));
  const spans = read.flatMap((line) => (line.cell === 0 && !numbers.includes(line) && !wide.has(line) ? numbersAmidWords(line, ink) : []));
  const alone = new Set(numbers);
  const ordinals = new Map([...ordinalsIn(read, cells, dpi)].filter(([line]) => alone.has(line)));
  const amidWords = await recogniseSpans(picture, spans, engines);
  deadline.check();
  const readings = await readNumbers<NumberPrint>(picture, [...numbers, ...amidWords], engines, deadline, ordinals);
  return read.flatMap((line) => {
    const own = wide.get(line) ?? wrapped.get(line);
    if (own) return own;
    const reading = readings.get(line);
    if (reading) return { ...line, reading };
    const amid = amidWords.filter(({ span }) => span.line === line);
    return withNumbers(
      line,
      amid.flatMap((number) => {
        const ownReading = readings.get(number);
        return ownReading ? [{ span: number.span, reading: ownReading }] : [];
      }),
    );
  });
}

/** Outside the cells whole numbers are page numbers and years, not amounts. */
function isNumber({ cell, letters }: ReadLine): boolean {
  const text = textOf(letters);
  return looksLikeNumber(text) && (cell !== 0 || /[.,]/.test(text));
}

interface NumberAmidWords extends NumberPrint {
  readonly span: NumberSpan;
}

async function recogniseSpans(picture: Raster, spans: readonly NumberSpan[], engines: OcrEngines): Promise<NumberAmidWords[]> {
  const steps = await engines.recognise(
    picture,
    spans.map((span) => span.crop),
  );
  return spans.map((span, i) => ({ span, crop: span.crop, ...toRecognised(at(steps, i)) }));
}

interface WidePrint extends NumberPrint, ClosedLine<ReadLine> {}

/** Lines of wide-set digits → the numbers that stand on them. @throws PageTimedOut */
async function readWide(
  picture: Raster,
  lines: readonly ReadLine[],
  ink: Ink,
  engines: OcrEngines,
  deadline: Deadline,
): Promise<Map<ReadLine, ReadLine[]>> {
  const digits = lines.filter(({ letters }) => /\d/.test(toNumberSigns(textOf(letters))));
  const { picture: closer, closed } = setCloser(picture, digits, ink);
  if (closed.length === 0) return new Map();
  const steps = await engines.recognise(
    closer,
    closed.map(({ crop }) => crop),
  );
  const prints = closed.map((number, i): WidePrint => ({ ...number, ...toRecognised(at(steps, i)) }));
  const byLine = [...groupBy(prints, ({ line }) => line)].filter(([, own]) => own.every(({ letters }) => looksLikeNumber(textOf(letters))));
  const readings = await readNumbers(
    closer,
    byLine.flatMap(([, own]) => own),
    engines,
    deadline,
  );
  const read = (print: WidePrint): ReadLine => {
    const reading = readings.get(print);
    return { ...onThePage(print, print.letters), ...(reading && { reading }) };
  };
  return new Map(byLine.map(([line, own]) => [line, own.map(read)]));
}

interface WrappedPrint extends NumberPrint, LaidNumber {}

/** Lines of cells that print parts of one number → the same with the number they make. @throws PageTimedOut */
async function readWrapped(
  { picture, ink, cells }: Pick<InkedPicture, 'picture' | 'ink' | 'cells'>,
  lines: readonly ReadLine[],
  engines: OcrEngines,
  deadline: Deadline,
): Promise<Map<ReadLine, ReadLine>> {
  const numbers = wrappedNumbers(lines, cells);
  if (numbers.length === 0) return new Map();
  const { picture: beside, laid } = laidOut(picture, numbers, ink);
  const steps = await engines.recognise(
    beside,
    laid.map(({ crop }) => crop),
  );
  const prints = laid.map((number, i): WrappedPrint => ({ ...number, ...toRecognised(at(steps, i)) }));
  const readings = await readNumbers(beside, prints, engines, deadline);
  const pieces = [...readings].flatMap(([{ number }, reading]) => {
    const read = withWholeNumber(number, reading);
    return read ? number.map((line, i) => [line, at(read, i)] as const) : [];
  });
  return new Map(pieces);
}
