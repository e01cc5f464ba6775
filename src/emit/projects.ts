import type { DocumentFamily } from '../../extractors/family.js';
import type { DisclosureTable } from '../../schemas/disclosure.js';

/**
 * For each table the project that it is about, where others have its title: six 绩效目标表 are told apart by it alone. Null for all others,
 * and where no project is printed.
 */
export function distinguishingProjects(tables: readonly DisclosureTable[], { prose }: DocumentFamily): (string | null)[] {
  const times = new Map<string | null, number>();
  for (const { title } of tables) times.set(title, (times.get(title) ?? 0) + 1);
  return tables.map(({ title, form, fields }) => {
    if (prose === null || form !== prose.assessments.project || (times.get(title) ?? 0) < 2) return null;
    return fields[prose.assessments.nameField]?.replace(/\s+/g, '') || null;
  });
}
