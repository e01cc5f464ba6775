import { at, must } from '../../../base/invariant.js';
import type { OcrReading } from '../../../model/glyph.js';
import type { Deadline } from '../deadline.js';
import type { OcrEngines } from '../engines/port.js';
import { blurRaster, type Raster, type Rect } from '../picture/raster.js';
import { toRecognised } from '../print/ctc.js';
import type { Recognised } from '../print/line.js';
import { isRing } from './ring.js';
import { agreedNumber, isCertain, isConfirmed, type Look, toLook } from './two-engines.js';

/** Print that looks like a number: where it is, and what the first engine reads there. */
export interface NumberPrint extends Recognised {
  readonly crop: Rect;
}

/** What is looked at again where the engines differ: a smoothed picture, then a wider part of the picture as it is. */
interface AnotherLook {
  readonly picture: Raster;
  readonly cropOf: (number: NumberPrint) => Rect;
}

/**
 * What both engines make of prints that look like numbers; where they differ, both look again, and again.
 * @param told what some of them must be, by where they stand: that is their second witness in place of the second engine
 * @throws PageTimedOut
 */
export async function readNumbers<Print extends NumberPrint>(
  picture: Raster,
  numbers: readonly Print[],
  engines: OcrEngines,
  deadline: Deadline,
  told: ReadonlyMap<Print, string> = new Map(),
): Promise<Map<Print, OcrReading>> {
  const asked = numbers.filter((number) => !told.has(number));
  const second = await engines.readNumbers(picture, asked.map(cropOf));
  deadline.check();
  const witnesses = new Map([...told, ...asked.map((number, i) => [number, at(second, i)] as const)]);
  const looks = new Map<Print, [Look, ...Look[]]>(
    numbers.map((number) => {
      const witness = must(witnesses.get(number), 'the second witness of a number');
      return [number, [toLook(number, witness, () => isRing(picture, number.crop))]];
    }),
  );
  const looksAt = (number: Print) => must(looks.get(number), 'the first look at a number');
  let unclear = numbers.filter((number) => !looksAt(number).every(isCertain));
  for (const { picture: shown, cropOf: cropIn } of anotherLooks(picture, unclear.length)) {
    const again = await lookAgain(shown, unclear.map(cropIn), engines);
    deadline.check();
    unclear.forEach((number, i) => {
      looksAt(number).push(at(again, i));
    });
    unclear = unclear.filter((number) => !isConfirmed(looksAt(number)));
  }
  return new Map([...looks].map(([number, each]) => [number, agreedNumber(each)]));
}

const cropOf = ({ crop }: NumberPrint): Rect => crop;

function anotherLooks(picture: Raster, unclear: number): AnotherLook[] {
  if (unclear === 0) return [];
  return [
    { picture: blurRaster(picture), cropOf },
    { picture, cropOf: (number) => wider(number.crop, picture) },
  ];
}

async function lookAgain(picture: Raster, crops: readonly Rect[], engines: OcrEngines): Promise<Look[]> {
  const steps = await engines.recognise(picture, crops);
  const numbers = await engines.readNumbers(picture, crops);
  return crops.map((crop, i) => toLook(toRecognised(at(steps, i)), at(numbers, i), () => isRing(picture, crop)));
}

/** px. A crop that is no more than so much wider shows the same print in other pixels once it is scaled. */
const WIDER = 3;

const wider = ({ x0, y0, x1, y1 }: Rect, { width, height }: Raster): Rect => ({
  x0: Math.max(0, x0 - WIDER),
  y0: Math.max(0, y0 - WIDER),
  x1: Math.min(width, x1 + WIDER),
  y1: Math.min(height, y1 + WIDER),
});
