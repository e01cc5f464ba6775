/**
 * How many contradictions the checks find: `tsx bench/contradictions.ts FOLDER... [--runs 1000] [--list]`, FOLDER holding the JSON of
 * documents that contradict themselves nowhere. Prints a line per kind: contradictions made, found, pinpointed (the cell first, or the
 * sentence quoted), and errors raised about anything else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Disclosure, Finding } from '../schemas/disclosure.js';
import { checkTables } from '../src/check/check.js';
import { checkProse } from '../src/check/prose/check-prose.js';
import type { ProseSection } from '../src/check/prose/sentences.js';
import type { TextLine } from '../src/model.js';
import { CONTRADICTIONS, type Contradicted, type Contradiction, contradict } from './contradict.js';
import { seeded } from './mutate.js';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '1000' }, list: { type: 'boolean', default: false } },
  allowPositionals: true,
});

/** One line for each paragraph: what the checks ask of it is its text. */
const toProse = ({ heading, level, pages, text }: Disclosure['sections'][number]): ProseSection => ({
  heading,
  level,
  pages,
  paragraphs: [...(heading === null ? [] : [heading]), ...(text === '' ? [] : text.split('\n'))].map((paragraph) => ({
    text: paragraph,
    lines: [toLine(paragraph, pages[0] ?? 1)],
  })),
});

const toLine = (text: string, page: number): TextLine => ({ page, text, box: [0, 0, 1, 1], size: 10, glyphs: [] });

function check(document: Disclosure, { tables, sections }: Pick<Contradicted, 'tables' | 'sections'>): Finding[] {
  const checked = checkTables(tables);
  const prose = checkProse({ sections: sections.map(toProse), tables: checked.tables, document: document.document });
  return [...checked.findings, ...prose].filter((finding) => finding.severity !== 'info');
}

const documents = positionals.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Disclosure)
    .map((document) => ({ document, before: new Set(check(document, document).map((f) => f.message)) })),
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
  const raised = check(document, made).filter((finding) => !before.has(finding.message));
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

function isAbout({ cells, quote }: Finding, { cell, sentence }: Contradicted, isFirst: boolean): boolean {
  if (sentence) return quote?.section === sentence.section && (quote.text.includes(sentence.text) || sentence.text.includes(quote.text));
  const named = isFirst ? cells.slice(0, 1) : cells;
  return named.some((c) => c.table === cell?.table && c.row === cell.row && c.column === cell.column);
}

for (const [kind, { made, found, pinpointed, elsewhere }] of counts) {
  process.stdout.write(`${kind}: ${made} made, ${found} found, ${pinpointed} pinpointed; ${elsewhere} errors elsewhere\n`);
}
