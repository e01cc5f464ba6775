import type { AcrossDeclaration } from '../../../extractors/across.js';
import { groupBy } from '../../base/group.js';
import type { ComparedDocument } from './compared.js';
import { plainName } from './units.js';

/** A department's document and those of the units that it names. */
export interface DepartmentWithUnits {
  readonly department: ComparedDocument;
  /** Of all its units, as it names them. */
  readonly names: readonly string[];
  /** Those whose documents are not there. */
  readonly missing: readonly string[];
  readonly present: readonly ComparedDocument[];
}

/** The departments of which documents of units are there, of the same year. One of which there is none is not among them. */
export function unitsFound(documents: readonly ComparedDocument[], declared: AcrossDeclaration['units']): DepartmentWithUnits[] {
  const units = groupBy(
    documents.filter(({ kind }) => kind === declared.unitKind),
    ({ department, year }) => JSON.stringify([plainName(department ?? '', declared), year]),
  );
  return documents.flatMap((department) => {
    const names: string[] = department.kind === declared.departmentKind && department.units !== null ? JSON.parse(department.units) : [];
    const found = names.map((name) =>
      units.get(JSON.stringify([plainName(name, declared), department.year]))?.find((unit) => isNear(unit, department)),
    );
    const present = found.filter((unit) => unit !== undefined);
    const missing = names.filter((_, index) => found[index] === undefined);
    return present.length === 0 ? [] : [{ department, names, missing, present }];
  });
}

const isNear = (unit: ComparedDocument, department: ComparedDocument) =>
  unit.region_code === null || department.region_code === null || unit.region_code === department.region_code;
