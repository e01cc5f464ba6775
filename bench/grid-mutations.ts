/**
 * How many wrong readings of grids the whole way lets pass: `tsx bench/grid-mutations.ts FOLDER... [--runs 1000] [--list]`, FOLDER holding
 * PDFs at any depth. A grid is misread between rebuild and extract; what comes out is compared with what should have. Prints a line per
 * mutation: values made wrong, those neither contradicted nor in a finding, those called proved, and runs without any finding.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { families } from '../extractors/families.js';
import type { Disclosure, DisclosureRow, DisclosureTable } from '../schemas/disclosure.js';
import type { Grid } from '../src/model/grid.js';
import type { Page, UnreadPage } from '../src/model/page.js';
import { toDisclosure } from '../src/pipeline/disclosure.js';
import { checkDraft, layoutToDraft } from '../src/pipeline/draft.js';
import { isRead, readPages } from '../src/pipeline/pages.js';
import { describeSource } from '../src/pipeline/source.js';
import { type Layout, pagesToLayout } from '../src/rebuild/rebuild.js';
import { MUTATIONS, type Mutation, seeded } from './mutate.js';
import { mutateGrid } from './mutate-grid.js';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '1000' }, list: { type: 'boolean', default: false } },
  allowPositionals: true,
});

/** What the stages after rebuild make of a document's grids. */
function afterRebuild(document: Pick<Document, 'pages' | 'layout'>, grids: readonly Grid[]): Pick<Disclosure, 'tables' | 'findings'> {
  const draft = checkDraft(layoutToDraft(document.pages, { ...document.layout, grids }, families, null));
  const { tables, findings } = toDisclosure(SOURCE, draft, families);
  return { tables, findings: findings.filter((f) => f.severity !== 'info') };
}

/** Nothing here looks at it. */
const SOURCE = describeSource(new Uint8Array(), '');

interface Document {
  readonly name: string;
  readonly pages: readonly (Page | UnreadPage)[];
  readonly layout: Layout;
  readonly tables: readonly DisclosureTable[];
  readonly told: ReadonlySet<string>;
}

async function open(file: string): Promise<Document | null> {
  const bytes = new Uint8Array(readFileSync(file));
  const read = await readPages(bytes, {});
  if ('failure' in read) throw read.failure;
  if (!('pages' in read)) return null;
  const { pages } = read;
  const layout = pagesToLayout(pages.filter(isRead));
  const { tables, findings } = afterRebuild({ pages, layout }, layout.grids);
  if (findings.some((f) => f.severity === 'error')) return null;
  return { name: path.basename(file), pages, layout, tables, told: new Set(findings.map((f) => f.message)) };
}

interface Count {
  runs: number;
  wrong: number;
  unflagged: number;
  proved: number;
  silent: number;
}

const counts = new Map<Mutation, Count>(MUTATIONS.map((m) => [m, { runs: 0, wrong: 0, unflagged: 0, proved: 0, silent: 0 }]));

/** Rows by their words, told apart by their order. */
function byLabel(rows: readonly DisclosureRow[]): Map<string, DisclosureRow> {
  const found = new Map<string, DisclosureRow>();
  for (const row of rows) {
    const label = `${row.code} ${row.name} ${row.panel}`;
    let n = 0;
    while (found.has(`${label} ${n}`)) n++;
    found.set(`${label} ${n}`, row);
  }
  return found;
}

function count(mutation: Mutation, document: Document, at: number, grid: Grid): void {
  const { name, tables: right, told, layout } = document;
  const total = counts.get(mutation);
  if (!total) return;
  const { tables, findings } = afterRebuild(
    document,
    layout.grids.map((g, i) => (i === at ? grid : g)),
  );
  const news = findings.filter((f) => !told.has(f.message));
  const named = new Set(news.flatMap((f) => f.cells.map((c) => `${c.table} ${c.row} ${c.column}`)));
  const wrong = tables.flatMap((table, t) => {
    const before = byLabel(right[t]?.rows ?? []);
    return [...byLabel(table.rows)].flatMap(([label, row]) =>
      Object.entries(row.cells).flatMap(([column, { value, status }]) => {
        const was = before.get(label)?.cells[column]?.value;
        if (value === null || (was != null && Number(was) === Number(value))) return [];
        const isNamed = named.has(`${t} ${table.rows.indexOf(row)} ${column}`);
        return [{ form: table.form, label, column, was, value, status, isNamed }];
      }),
    );
  });
  const changed = tables.some((table, t) => JSON.stringify(table.rows.map(valuesOf)) !== JSON.stringify(right[t]?.rows.map(valuesOf)));
  if (!changed) return;
  const unflagged = wrong.filter((w) => w.status !== 'contradicted' && !w.isNamed);
  const proved = wrong.filter((w) => w.status === 'proved');
  total.runs++;
  total.wrong += wrong.length;
  total.unflagged += unflagged.length;
  total.proved += proved.length;
  total.silent += Number(news.length === 0);
  if (!values.list || (proved.length === 0 && news.length > 0)) return;
  const words = [...new Set([...proved, ...unflagged])]
    .slice(0, 5)
    .map((w) => `${w.label}.${w.column} ${w.was}→${w.value} ${w.status}`)
    .join('; ');
  process.stdout.write(
    `${mutation} ${name} ${tables[at]?.form}: ${words} (${proved.length} proved of ${wrong.length}; ${news.length} findings)\n`,
  );
}

const valuesOf = ({ code, name, cells }: DisclosureRow) => [
  code,
  name,
  Object.entries(cells)
    .map(([key, { value }]) => `${key} ${value}`)
    .toSorted(),
];

const files = positionals.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.pdf'))
    .sort()
    .map((name) => path.join(folder, name)),
);
const documents: Document[] = [];
for (const file of files) {
  const document = await open(file);
  if (document) documents.push(document);
}

const random = seeded(20240303);
for (let run = 0; run < Number(values.runs); run++) {
  const mutation = MUTATIONS[run % MUTATIONS.length] ?? 'swap-digits';
  const document = documents[Math.floor(random() * documents.length)];
  const accounts = document?.tables.flatMap((t, i) => (t.form === 'other' || t.form.endsWith('-performance') ? [] : [i])) ?? [];
  const at = accounts[Math.floor(random() * accounts.length)];
  const grid = at === undefined ? undefined : document?.layout.grids[at];
  const mutated = grid ? mutateGrid(grid, mutation, random) : null;
  if (document && at !== undefined && mutated) count(mutation, document, at, mutated);
}
for (const [mutation, { runs, wrong, unflagged, proved, silent }] of counts) {
  process.stdout.write(
    `${mutation}: ${runs} runs, ${wrong} wrong values, ${unflagged} unflagged, ${proved} proved; ${silent} runs without a finding\n`,
  );
}
