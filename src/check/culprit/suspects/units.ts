import { powerOf, UNITS } from '../../../base/money.js';
import { type Check, type Equation, figuresIn, termsOf } from '../../identity/equation.js';
import { magnitude } from '../../identity/interval.js';
import { figuresOf, isPrinted, type Sheet } from '../../table/sheet.js';
import type { Trial } from '../trial.js';
import type { Suspect } from './suspect.js';

/** Final accounts are published in these. */
const COMMON: ReadonlySet<string> = new Set(['元', '万元']);

/** Tables whose figures agree with every other table, if only their unit were another. */
export function wrongUnits(trial: Trial): Suspect[] {
  const sheets = new Set([...trial.broken].filter(isBetween).flatMap(sheetsIn));
  return [...sheets].filter((sheet) => sheet.unitKnown).flatMap((sheet) => inOtherUnits(sheet, trial));
}

const isBetween = (check: Check) => new Set(sheetsIn(check)).size > 1;

const sheetsIn = (check: Check) => figuresIn(check).map((figure) => figure.sheet);

function inOtherUnits(sheet: Sheet, trial: Trial): Suspect[] {
  const figures = figuresOf(sheet).filter(isPrinted);
  const checks = [...new Set(figures.flatMap((figure) => trial.checksOf(figure)))].filter(isBetween);
  const said = checks.filter((check) => check.state !== 'void' && check.state !== 'undecidable');
  return UNITS.flatMap((unit): Suspect[] => {
    const power = powerOf(unit);
    if (power === sheet.power) return [];
    const mended = said.filter((check) => trial.broken.has(check) && agreesIn(check, sheet, power, '='));
    const broken = said.filter((check) => check.state !== 'broken' && !agreesIn(check, sheet, power, check.equation.relation));
    const corrections = figures.map((figure) => ({ figure, expected: inUnit(figure.grains, sheet, power) }));
    return mended.length > 0 ? [{ kind: 'unit', unit, corrections, mended, broken, plausibility: COMMON.has(unit) ? 1 : 0 }] : [];
  });
}

/** Grains of an amount whose digits stay and whose unit is another. */
const inUnit = (grains: bigint, sheet: Sheet, power: number): bigint =>
  power > sheet.power ? grains * 10n ** BigInt(power - sheet.power) : grains / 10n ** BigInt(sheet.power - power);

/** A part that becomes small enough proves no unit: to be mended, even a part must become the whole. */
function agreesIn({ equation }: Check, sheet: Sheet, power: number, relation: Equation['relation']): boolean {
  let [residual, worst] = [0n, 0n];
  for (const { figure, sign } of termsOf(equation)) {
    const scale = (grains: bigint) => (figure.sheet === sheet ? inUnit(grains, sheet, power) : grains);
    residual += sign * scale(figure.grains);
    worst += scale(figure.ownHalf);
  }
  return relation === '≤' ? residual <= worst : magnitude(residual) <= worst;
}
