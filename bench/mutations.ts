/**
 * How many wrong readings the checks let pass: `tsx bench/mutations.ts FOLDER... [--runs 1000] [--list]`, FOLDER holding the JSON of
 * correct documents. Prints a line per mutation: values made wrong, those neither flagged nor in a finding, and those called proved.
 */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { finalAccounts } from '../extractors/final-accounts/family.js';
import type { Disclosure } from '../schemas/disclosure.js';
import { checkTables } from '../src/check/check.js';
import { MUTATIONS, type Mutated, type Mutation, mutate, seeded } from './mutate.js';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '1000' }, list: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const documents = positionals.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Disclosure)
    .filter(({ tables }) => !checkTables(tables, finalAccounts).findings.some((f) => f.severity === 'error')),
);

interface Count {
  runs: number;
  wrong: number;
  unflagged: number;
  proved: number;
  /** Runs in which nothing at all was remarked about the changed table. */
  silent: number;
}

const counts = new Map<Mutation, Count>(MUTATIONS.map((m) => [m, { runs: 0, wrong: 0, unflagged: 0, proved: 0, silent: 0 }]));
const random = seeded(20240101);
for (let run = 0; run < Number(values.runs); run++) {
  const mutation = MUTATIONS[run % MUTATIONS.length] ?? 'swap-digits';
  const document = documents[Math.floor(random() * documents.length)];
  const mutated = document && mutate(document.tables, mutation, random);
  if (document && mutated) count(mutation, mutated, document);
}

function count(mutation: Mutation, { tables, table, wrong }: Mutated, document: Disclosure): void {
  const total = counts.get(mutation);
  if (!total) return;
  const checked = checkTables(tables, finalAccounts);
  const raised = checked.findings.filter((f) => f.severity !== 'info');
  const named = new Set(raised.flatMap((f) => f.cells.filter((c) => c.table === table).map((c) => `${c.row} ${c.column}`)));
  const statuses = wrong.map((w) => ({ ...w, status: checked.tables[table]?.rows[w.row]?.cells[w.column]?.status }));
  const unflagged = statuses.filter((w) => w.status !== 'contradicted' && !named.has(`${w.row} ${w.column}`));
  const proved = statuses.filter((w) => w.status === 'proved');
  total.runs++;
  total.wrong += wrong.length;
  total.unflagged += unflagged.length;
  total.proved += proved.length;
  const isSilent = raised.every((f) => f.cells.every((c) => c.table !== table));
  if (isSilent) total.silent++;
  if (values.list && isSilent && wrong.length === 0) {
    const gone = document.tables[table]?.rows.find((row) => !tables[table]?.rows.includes(row));
    const cells = Object.entries(gone?.cells ?? {}).map(([key, cell]) => `${key}=${cell.value}`);
    process.stdout.write(
      `${mutation} ${document.source.name} [${table}] ${tables[table]?.form}: ${gone?.code ?? ''}${gone?.name ?? ''} ${gone?.kind} ${cells.join(' ')} lost in silence\n`,
    );
  }
  if (values.list && (proved.length > 0 || unflagged.length > 0)) {
    const place = (w: (typeof statuses)[number]) => {
      const row = tables[table]?.rows[w.row];
      const before = document.tables[table]?.rows.find((r) => r.code === row?.code && r.name === row?.name && r.line === row?.line);
      return `${row?.code ?? row?.name ?? '·'}.${w.column} ${before?.cells[w.column]?.value}→${row?.cells[w.column]?.value} ${w.status}`;
    };
    process.stdout.write(
      `${mutation} ${document.source.name} [${table}] ${tables[table]?.form}: ${[...new Set([...proved, ...unflagged])].slice(0, 6).map(place).join('; ')} (${proved.length} proved, ${unflagged.length} unflagged of ${wrong.length}; ${raised.length} findings)\n`,
    );
  }
}

for (const [mutation, { runs, wrong, unflagged, proved, silent }] of counts) {
  process.stdout.write(
    `${mutation}: ${runs} runs, ${wrong} wrong values, ${unflagged} unflagged, ${proved} proved; ${silent} runs without a finding\n`,
  );
}
