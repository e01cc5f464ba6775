/**
 * How many contradictions the checks find: `tsx bench/contradictions.ts FOLDER... [--runs 1000] [--list]`, FOLDER holding the JSON of
 * documents that contradict themselves nowhere. Prints a line per kind: contradictions made, found, pinpointed (the cell first, or the
 * sentence quoted), and errors raised about anything else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Disclosure } from '../schemas/disclosure.js';
import { CONTRADICTIONS, type Contradicted, type Contradiction, checkWhole, contradict, isAbout } from './contradict.js';
import { seeded } from './mutate.js';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '1000' }, list: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const documents = positionals.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Disclosure)
    .map((document) => ({ document, before: new Set(checkWhole(document, document).map((f) => f.message)) })),
);

interface Count {
  made: number;
  found: number;
  pinpointed: number;
  elsewhere: number;
}

const counts = new Map<Contradiction, Count>(CONTRADICTIONS.map((kind) => [kind, { made: 0, found: 0, pinpointed: 0, elsewhere: 0 }]));
const random = seeded(20240202);
for (let run = 0; run < Number(values.runs); run++) {
  const kind = CONTRADICTIONS[run % CONTRADICTIONS.length] ?? 'amount';
  const chosen = documents[Math.floor(random() * documents.length)];
  const contradicted = chosen && contradict(chosen.document, kind, random);
  if (chosen && contradicted) count(kind, contradicted, chosen);
}

function count(kind: Contradiction, made: Contradicted, { document, before }: (typeof documents)[number]): void {
  const total = counts.get(kind);
  if (!total) return;
  const raised = checkWhole(document, made).filter((finding) => !before.has(finding.message));
  const found = raised.filter((finding) => isAbout(finding, made, false));
  const isPinpointed = found.some((finding) => isAbout(finding, made, true));
  const elsewhere = raised.filter((finding) => finding.severity === 'error' && !found.includes(finding));
  total.made++;
  total.found += Number(found.length > 0);
  total.pinpointed += Number(isPinpointed);
  total.elsewhere += elsewhere.length;
  if (!values.list || (isPinpointed && elsewhere.length === 0)) return;
  const state = found.length === 0 ? 'MISSED' : isPinpointed ? 'pinpointed' : 'not first';
  const cell = made.cell ? `${document.tables[made.cell.table]?.form} ${made.cell.row} ${made.cell.column}` : '';
  process.stdout.write(`${kind} ${state} ${document.source.name} ${cell}${made.sentence?.text ?? ''} ${made.change}\n`);
  for (const finding of found.length > 0 ? raised : []) process.stdout.write(`    ${finding.rule} ${finding.message}\n`);
}

for (const [kind, { made, found, pinpointed, elsewhere }] of counts) {
  process.stdout.write(`${kind}: ${made} made, ${found} found, ${pinpointed} pinpointed; ${elsewhere} errors elsewhere\n`);
}
