/** Documents and their figures by hand, as a store holds them. */
import type { ComparedDocument } from '../../../src/archive/across/compared.js';
import type { KeyFigures } from '../../../src/archive/across/key-figures.js';
import type { KeyFigure } from '../../../src/archive/store/across.js';
import { departmentIdOf } from '../../../src/books/department-id.js';

const DEPARTMENT = '甲县档案馆';

export function document(id: number, kind: string, year: number, more: Partial<ComparedDocument> = {}): ComparedDocument {
  const given = {
    id,
    sha256: String(id),
    file: `${id}.pdf`,
    status: 'ok',
    kind,
    department: DEPARTMENT as string | null,
    year,
    region_code: null as string | null,
    department_given: null,
    region_given: null,
    content: String(id),
    units: null,
    parts: null,
    published_on: null,
    retrieved_on: null,
    ...more,
  };
  return { ...given, department_id: departmentIdOf(given.department, given.region_code) };
}

/** `form concept column value`, in 万元 and proved unless a unit and a status follow; `-` stands for the concept of an only row. */
export const figuresOf = (figures: Readonly<Record<number, readonly string[]>>): KeyFigures =>
  new Map(Object.entries(figures).map(([id, lines]) => [Number(id), lines.map((line) => toFigure(Number(id), line))]));

function toFigure(id: number, line: string): KeyFigure {
  const [form = '', concept = '', column_key = '', value = '', unit = '万元', status = 'proved'] = line.split(' ');
  return { document: id, form, concept: concept === '-' ? '' : concept, column_key, value, unit, status };
}
