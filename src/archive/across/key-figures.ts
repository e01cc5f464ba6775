import type { AcrossDeclaration, ColumnPlace, FigurePlace, NamedCodes } from '../../../extractors/across.js';
import type { DocumentFamily } from '../../../extractors/family.js';
import type { Disclosure, DisclosureTable } from '../../../schemas/disclosure.js';
import { columnMeans } from '../../indicators/indicators.js';
import { meaningsIn } from '../../indicators/meanings.js';
import type { KeyFigure, OwnKeyFigure } from '../store/across.js';
import { toldBases } from './bases.js';
import { toldFigures } from './told.js';

/**
 * The few values of a document that other documents restate, as the families declare them. Where a document prints one in two tables the
 * first counts: whether the two agree is checked within the document.
 */
export function keyFiguresOf(disclosure: Disclosure, families: readonly DocumentFamily[]): OwnKeyFigure[] {
  const declared = declaredPlaces(families);
  const figures = new Map<string, OwnKeyFigure>();
  for (const figure of [...disclosure.tables.flatMap((table) => figuresIn(table, declared)), ...toldFigures(disclosure, families)]) {
    const { form, concept, column_key } = figure;
    const key = placeKey(form, concept, column_key);
    if (!figures.has(key) && placesOf(form, concept, column_key, declared)) figures.set(key, figure);
  }
  return [...figures.values(), ...toldBases(disclosure, families)];
}

/** By form, concept and column, the places that the families declare; by `form <classification>/* column` those of every code. */
type DeclaredPlaces = ReadonlyMap<string, readonly ColumnPlace[]>;

const placeKey = (form: string, concept: string, column: string): string => `${form} ${concept} ${column}`;

const placesOf = (form: string, concept: string, column: string, declared: DeclaredPlaces): readonly ColumnPlace[] | undefined =>
  declared.get(placeKey(form, concept, column)) ?? declared.get(placeKey(form, concept.replace(/\/\d+$/, '/*'), column));

function declaredPlaces(families: readonly DocumentFamily[]): DeclaredPlaces {
  const places = new Map<string, ColumnPlace[]>();
  const add = (key: string, place: ColumnPlace) => places.set(key, [...(places.get(key) ?? []), place]);
  for (const { across } of families) {
    if (across === null) continue;
    for (const place of figurePlaces(across)) add(placeKey(place.form, place.concept, place.column), place);
    for (const codes of allCodes(across))
      for (const place of codes.places) add(placeKey(place.form, `${codes.classification}/*`, place.column), place);
  }
  return places;
}

function figurePlaces({ restated, units, beside }: AcrossDeclaration): FigurePlace[] {
  const figures = restated.flatMap((one) => one.figures.flatMap(({ here, there }) => [here, there]));
  const bases = units.bases.flatMap(({ base, now, change }) => [base, now, ...(change ? [change] : [])]);
  return [...figures, ...bases, ...units.sums, ...Object.values(beside.figures)].flatMap(({ places }) => places);
}

const allCodes = ({ restated, beside }: AcrossDeclaration): NamedCodes[] => [
  ...restated.flatMap(({ codes }) => codes.flatMap(({ here, there }) => [here, there])),
  ...Object.values(beside.codes),
];

/** The declared values of a table. */
function figuresIn(table: DisclosureTable, declared: DeclaredPlaces): OwnKeyFigure[] {
  const { form, unit, rows } = table;
  const counts = columnMeans(table);
  const meanings = meaningsIn(rows);
  const found = new Map<string, OwnKeyFigure | null>();
  for (const row of rows) {
    const concept = meanings(row);
    if (concept === null || unit === null) continue;
    for (const [column, { value, yuan, status }] of Object.entries(row.cells)) {
      const key = placeKey(form, concept, column);
      if (value === null || yuan === null || !placesOf(form, concept, column, declared)?.some(counts)) continue;
      // Below each of several units it is a part of the figure, and no row says how much the whole is.
      found.set(key, found.has(key) && row.unit ? null : (found.get(key) ?? { form, concept, column_key: column, value, unit, status }));
    }
  }
  return [...found.values()].filter((figure) => figure !== null);
}

/** The key figures of all documents, by document. */
export type KeyFigures = ReadonlyMap<number, readonly KeyFigure[]>;

/** A document's figure, at the first of the places where it is printed. */
export function findKeyFigure(figures: KeyFigures, { id }: { readonly id: number }, places: readonly FigurePlace[]): KeyFigure | undefined {
  const own = figures.get(id) ?? [];
  for (const place of places) {
    const found = own.find(
      (figure) => figure.form === place.form && figure.concept === place.concept && figure.column_key === place.column,
    );
    if (found) return found;
  }
  return undefined;
}

/** A document's figures by code, each at the first of the places where any is printed. */
export function findCodeFigures(
  figures: KeyFigures,
  { id }: { readonly id: number },
  { classification, places }: Pick<NamedCodes, 'classification' | 'places'>,
): Map<string, KeyFigure> {
  const own = (figures.get(id) ?? []).filter(({ concept }) => concept.startsWith(`${classification}/`));
  for (const place of places) {
    const found = own.filter(({ form, column_key }) => form === place.form && column_key === place.column);
    if (found.length > 0) return new Map(found.map((figure) => [figure.concept.slice(classification.length + 1), figure]));
  }
  return new Map();
}
