import { at } from '../../base/invariant.js';
import type { Deadline } from './deadline.js';
import type { OcrEngines } from './engines/port.js';
import { looksLikeNumber } from './numbers/numbers.js';
import { type NumberSpan, numbersAmidWords, withNumbers } from './numbers/prose-numbers.js';
import { type NumberPrint, readNumbers } from './numbers/read-numbers.js';
import type { Ink } from './picture/ink.js';
import type { Raster } from './picture/raster.js';
import { toRecognised } from './print/ctc.js';
import { type PrintLine, type ReadLine, textOf } from './print/line.js';

/** What lines are read from: the picture without its ruling lines, and its ink. */
interface InkedPicture {
  readonly picture: Raster;
  readonly ink: Ink;
}

/**
 * Reads lines of print: all of them by the first engine, then what looks like a number by both. Numbers amid words are cut out first:
 * in a picture of their own they stand taller, and keep their points.
 * @throws PageTimedOut
 */
export async function readLines(
  { picture, ink }: InkedPicture,
  lines: readonly PrintLine[],
  engines: OcrEngines,
  deadline: Deadline,
): Promise<ReadLine[]> {
  const steps = await engines.recognise(
    picture,
    lines.map((line) => line.crop),
  );
  deadline.check();
  const read = lines.map((line, i): ReadLine => ({ ...line, ...toRecognised(at(steps, i)) }));
  const numbers = read.filter(isNumber);
  const spans = read.flatMap((line) => (line.cell === 0 && !numbers.includes(line) ? numbersAmidWords(line, ink) : []));
  const amidWords = await recogniseSpans(picture, spans, engines);
  deadline.check();
  const readings = await readNumbers<NumberPrint>(picture, [...numbers, ...amidWords], engines, deadline);
  return read.map((line) => {
    const reading = readings.get(line);
    if (reading) return { ...line, reading };
    const own = amidWords.filter(({ span }) => span.line === line);
    return withNumbers(
      line,
      own.flatMap((number) => {
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
