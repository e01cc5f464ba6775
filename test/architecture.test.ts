import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDERS = ['src', 'extractors', 'schemas'];

/** Files by path from the root → the files of these folders that each imports, types included. */
const imports = new Map(FOLDERS.flatMap((folder) => sourcesBelow(folder)).map((file) => [file, importsOf(file)]));

function sourcesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return [...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(([, to]) =>
    path.join(path.dirname(file), to ?? '').replace(/\.js$/, '.ts'),
  );
}

/** The first chain of imports that comes back to where it began, or null. */
function circle(): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, above: readonly string[]): string[] | null => {
    if (above.includes(file)) return [...above.slice(above.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of imports.get(file) ?? []) {
      const found = visit(next, [...above, file]);
      if (found) return found;
    }
    done.add(file);
    return null;
  };
  for (const file of imports.keys()) {
    const found = visit(file, []);
    if (found) return found;
  }
  return null;
}

/** Folders in the order data and imports flow: each may import those before it. */
const FLOW = [
  ...['base', 'books', 'extractors', 'schemas', 'model'],
  ...['read', 'picture', 'rebuild', 'extract', 'normalize', 'corrections', 'triage', 'check', 'pipeline'],
  ...['indicators', 'english', 'emit', 'draw', 'workers', 'archive', 'compare', 'review', 'cli', 'index'],
];
/** What the pipeline hands from one to the next: none of them knows another. */
const STAGES = ['read', 'rebuild', 'extract', 'normalize', 'check', 'emit'];

/** `check` for `src/check/prose/text/facts.ts` and `cli` for `src/cli.ts`. */
function folderOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return top === 'src' ? second.replace(/\.ts$/, '') : top;
}

test('imports run one way, and no stage imports another', () => {
  const against = [...imports].flatMap(([file, targets]) =>
    targets.flatMap((target) => {
      const [from, to] = [folderOf(file), folderOf(target)];
      const runsBack = FLOW.indexOf(to) > FLOW.indexOf(from) || !FLOW.includes(from) || !FLOW.includes(to);
      const isStage = from !== to && STAGES.includes(from) && STAGES.includes(to);
      return runsBack || isStage ? [`${file} → ${target}`] : [];
    }),
  );
  expect(against).toEqual([]);
});

test('no file imports, through others, itself', () => {
  expect(imports.size).toBeGreaterThan(100);
  expect(circle()?.join(' → ') ?? null).toBeNull();
});
