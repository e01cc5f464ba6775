import { groupBy } from '../../base/group.js';
import { departmentIdOf } from '../../books/department-id.js';
import type { DepartmentAliases } from '../../books/departments.js';
import type { ComparedDocument } from './compared.js';

type Named = Pick<ComparedDocument, 'department' | 'region_code'>;

/**
 * Documents with the keys of their departments, as all of them and the aliases give them: a document that does not tell its region is of the
 * only region in which the others print that very name; where they print it in several, or in none, it stands alone.
 */
export function withDepartmentIds<Document extends Named>(
  documents: readonly Document[],
  aliases?: DepartmentAliases,
): (Document & Pick<ComparedDocument, 'department_id'>)[] {
  const regions = new Map(
    [...groupBy(documents, nameOf)].map(([name, own]) => [name, new Set(own.flatMap(({ region_code }) => region_code ?? []))]),
  );
  return documents.map((document) => {
    const [only, second] = regions.get(nameOf(document)) ?? [];
    const region = document.region_code ?? (second === undefined ? (only ?? null) : null);
    return { ...document, department_id: departmentIdOf(document.department, region, aliases) };
  });
}

const nameOf = ({ department }: Named): string | null => department?.normalize('NFKC') ?? null;
