import { z } from 'zod';
import { version } from '../../base/version.js';
import { EDITION_RULE } from './editions.js';
import type { Column, Filters, Resource } from './resource.js';

/** A file of the dataset, for its entry. */
export interface WrittenFile {
  readonly resource: Resource | null;
  readonly file: string;
  readonly format: 'csv' | 'parquet' | 'xlsx';
  readonly bytes: number;
  readonly sha256: string;
}

const FORMATS = {
  csv: { mediatype: 'text/csv', encoding: 'utf-8' },
  parquet: { mediatype: 'application/vnd.apache.parquet' },
  xlsx: { mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const;

/** Data Package 2.0 (datapackage.org), as far as it is used here. */
const field = z.strictObject({
  name: z.string().min(1),
  type: z.enum(['string', 'integer', 'number', 'date']),
  description: z.string().min(1),
  constraints: z.strictObject({ required: z.literal(true) }).optional(),
});
const names = z.array(z.string()).min(1);
const schema = z
  .strictObject({
    fields: z.array(field).min(1),
    primaryKey: names,
    foreignKeys: z.array(z.strictObject({ fields: names, reference: z.strictObject({ resource: z.string(), fields: names }) })).optional(),
  })
  .refine(({ fields, primaryKey }) => primaryKey.every((key) => fields.some(({ name }) => name === key)), 'a primary key names no field')
  .refine(({ fields }) => new Set(fields.map(({ name }) => name)).size === fields.length, 'two fields have one name');
const resource = z.strictObject({
  name: z.string().regex(/^[a-z0-9._-]+$/),
  path: z.string().regex(/^[^/\\]+$/),
  title: z.string(),
  description: z.string(),
  format: z.enum(['csv', 'parquet', 'xlsx']),
  mediatype: z.string(),
  encoding: z.literal('utf-8').optional(),
  bytes: z.int().min(0),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  type: z.literal('table').optional(),
  schema: schema.optional(),
});
const descriptor = z
  .strictObject({
    $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
    name: z.string().regex(/^[a-z0-9._-]+$/),
    title: z.string(),
    description: z.string(),
    version: z.string(),
    resources: z.array(resource).min(1),
  })
  .refine(({ resources }) => new Set(resources.map(({ name }) => name)).size === resources.length, 'two resources have one name');

/** `datapackage.json`: what each file is and what each column means. @throws ZodError where it breaks the standard */
export function toDatapackage(files: readonly WrittenFile[], filters: Filters): string {
  const { allEditions, cells: _, wide: __, ...choice } = filters;
  const chosen = Object.entries(choice).filter(
    ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  const described = descriptor.parse({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'juesuan-panel',
    title: '部门决算和预算公开',
    description: `Published final accounts and budgets, extracted by juesuan ${version}. ${
      chosen.length === 0
        ? 'The whole store.'
        : `Chosen: ${chosen.map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : value}`).join('; ')}.`
    } ${allEditions ? 'All editions of an account, also those that another one stands for (documents: replaced).' : `${EDITION_RULE}. The others are in documents (replaced).`}`,
    version,
    resources: files.map(toResource),
  });
  return `${JSON.stringify(described, null, 2)}\n`;
}

function toResource({ resource: table, file, format, bytes, sha256 }: WrittenFile): z.input<typeof resource> {
  const about = { path: file, format, ...FORMATS[format], bytes, hash: `sha256:${sha256}` };
  if (table === null) return { name: 'workbook', title: '工作簿', description: 'All tables of the dataset, a sheet each.', ...about };
  const { name, title, description, columns, primaryKey, refersTo } = table;
  return {
    name: format === 'csv' ? name : `${name}-${format}`,
    title,
    description,
    ...about,
    type: 'table',
    schema: {
      fields: columns.map(toField),
      primaryKey: [...primaryKey],
      ...(refersTo && {
        foreignKeys: [
          {
            fields: [...refersTo.fields],
            reference: {
              resource: format === 'csv' ? refersTo.resource : `${refersTo.resource}-${format}`,
              fields: [...refersTo.reference],
            },
          },
        ],
      }),
    },
  };
}

function toField({ name, type, description, required }: Column): z.input<typeof field> {
  return {
    name,
    type: type === 'decimal' || type === 'real' ? 'number' : type,
    description,
    ...(required && { constraints: { required } }),
  };
}
