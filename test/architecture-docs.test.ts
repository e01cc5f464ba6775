/** Comments and documents name files of the repository. A name that is left behind when its file moves leads readers astray. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Files of the repository, as paths from its root. */
const files = ['src', 'extractors', 'schemas', 'test', 'bench', 'samples', 'docs', 'bin', '.ci', '.'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: folder !== '.', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name))),
);
const paths = new Set(files);
const names = new Set(files.map((file) => path.basename(file)));

/** Files that are written or read by users, at places of their own. */
const OF_USERS = /^(?:out|reports)\/|\.(?:corrections|triage|meta)\.json$|^(?:datapackage|truth)\.json$/;

/** `check/check.ts`, `docs/rules.md`: what a name of a file looks like. Not `<stem>.json`, `*.test.ts` or a part of an address. */
const MENTION = /(?<![\w./<>*{}$@:-])[\w-][\w./-]*\.(?:ts|mjs|md|json|tsv)(?![\w/-]|\.\w)/g;

/** The comments of a program: blocks, and lines that begin with two slashes and a blank. */
const commentsOf = (text: string) => (text.match(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm) ?? []).join('\n');

/** A path counts from the folder of the file that names it, from any folder above, or from src/; a name alone is that of any file. */
function isThere(mention: string, from: string): boolean {
  const folders = path.dirname(from).split('/');
  const above = folders.map((_, i) => folders.slice(0, i + 1).join('/'));
  const isPath = ['', 'src', ...above].some((folder) => paths.has(path.join(folder, mention)));
  return isPath || (!mention.includes('/') && names.has(mention));
}

/** `file: mention` for every file it names that is not there. */
function lost(file: string, text: string): string[] {
  const mentions = [...text.matchAll(MENTION)].map(([mention]) => mention);
  return mentions.filter((mention) => !OF_USERS.test(mention) && !isThere(mention, file)).map((mention) => `${file}: ${mention}`);
}

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

test('comments name only files that are there', () => {
  const programs = files.filter((file) => /\.(?:ts|mjs)$/.test(file));
  expect(programs.length).toBeGreaterThan(400);
  expect(programs.flatMap((file) => lost(file, commentsOf(read(file))))).toEqual([]);
});

test('documents name only files that are there', () => {
  const documents = files.filter((file) => /^(?:docs\/.*|README.*|samples\/README)\.md$/.test(file));
  expect(documents.length).toBeGreaterThan(5);
  expect(documents.flatMap((file) => lost(file, read(file)))).toEqual([]);
});

test('a name that leads nowhere is found', () => {
  const text = ['See check/', 'gone.ts and cli.ts.'].join('');
  expect(lost('src/cli.ts', commentsOf(`/** ${text} */\n// ${text}\nconst a = "${text}";`))).toEqual([
    'src/cli.ts: check/gone.ts',
    'src/cli.ts: check/gone.ts',
  ]);
});
