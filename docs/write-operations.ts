/** Writes operations.md: what may go wrong in a night, from the names of the tests that show it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const FILE = fileURLToPath(new URL('operations.md', import.meta.url));
const TESTS = fileURLToPath(new URL('../test', import.meta.url));

/** The name of a test that says what to do when something goes wrong: `fault → what happens → what to do`. */
const NAME = /'([^'\n]+) → ([^'\n]+) → ([^'\n]+)'/g;

/** The tests of a part of the code, and what a person calls that part. */
const PARTS: readonly (readonly [heading: string, folders: readonly string[]])[] = [
  ['The store and its workers', ['archive/store', 'archive/reader']],
  ['The folders and servers that documents come from', ['archive/run']],
  ['The documents', ['read', 'workers']],
  ['Corrections and review', ['review', 'corrections']],
];

/** The page as Markdown. @throws Error where a test stands in no part */
export function operationsMarkdown(): string {
  const tests = testFiles().flatMap((file) =>
    [...readFileSync(path.join(TESTS, file), 'utf8').matchAll(NAME)].map(([, ...cells]) => ({ file, cells })),
  );
  const parts = PARTS.map(([heading, folders]) => {
    const own = tests.filter(({ file }) => folders.some((folder) => file.startsWith(`${folder}/`)));
    return {
      own,
      text: [`## ${heading}`, '', '| what goes wrong | what happens | what to do |', '| --- | --- | --- |', ...own.map(row)].join('\n'),
    };
  });
  const homeless = tests.find((test) => !parts.some(({ own }) => own.includes(test)));
  if (homeless) throw new Error(`operations.md has no part for ${homeless.file}`);
  return `${[HEAD, ...parts.map(({ text }) => text)].join('\n\n')}\n`;
}

const HEAD = `# When something goes wrong

Written by \`npm run operations-docs\` from the names of the tests that show it. Exit codes, reasons and what a run prints: [archive.md](archive.md).`;

const row = ({ cells }: { readonly cells: readonly string[] }) => `| ${cells.join(' | ')} |`;

const testFiles = () =>
  readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => file.split(path.sep).join('/'))
    .toSorted();

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(FILE, operationsMarkdown());
