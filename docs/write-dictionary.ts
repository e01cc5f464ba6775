/**
 * Writes glossary.md, and data-dictionary.md: every form, column key and concept with its Chinese words and what it means, from the declarations; and
 * schemas/datasette.json, what the tables and columns of a store mean, for Datasette.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { families } from '../extractors/families.js';
import type { DocumentFamily } from '../extractors/family.js';
import type { FormDeclaration, RowDeclaration, Words } from '../extractors/form.js';
import type { ComparedFigure } from '../extractors/presentation.js';
import type { RuleDeclaration } from '../extractors/rule.js';
import { holdsOf, keysOf } from '../src/archive/export/wide.js';
import { withoutOrdinal } from '../src/emit/html/amount.js';
import { datasetteMetadata } from './datasette.js';
import { glossaryMarkdown } from './glossary.js';
import { meaningOf } from './meanings.js';

const DICTIONARY = fileURLToPath(new URL('data-dictionary.md', import.meta.url));
const GLOSSARY = fileURLToPath(new URL('glossary.md', import.meta.url));
const DATASETTE = fileURLToPath(new URL('../schemas/datasette.json', import.meta.url));

const HEAD = `# Data dictionary

Written by \`npm run data-dictionary\` from the declarations of the forms (\`extractors/\`). What the columns of the dataset's files mean is in its \`datapackage.json\`; how to use them, in [researchers.md](researchers.md).

- A **form** is a table by its meaning (\`form\`). Its titles and the words of its heads differ between provinces and years; one key stands for all of them.
- A **column key** (\`column_key\`) says what a column is about; in brackets, what its cells hold: money (\`yuan\` is the amount in 元), percent (\`value\` is the number before the sign), or words and points (\`text\`). A column that no form knows keeps a key made from its printed heads; it is not listed here.
- A **concept** (\`concept\`) says what a row is about. Codes are concepts too: \`function/2080505\` by the functional classification (功能分类科目), \`economic/30101\` by the economic one (部门预算支出经济分类科目); their names are in \`schemas/functional.tsv\` and \`schemas/economic.tsv\`.
- Words stand as they are compared: without quotation marks, brackets and ordinals. \`A/B\` is B below a head A. \`上年\` is the older of two years that a header names, whatever their numbers.
- No form declares a first year: one that a document does not print is not there. What is declared of years stands with the rules, below.`;

/** Words of a column or row that the dictionary lists: the others are spellings of the same. */
const MOST_WORDS = 3;

/** The page as Markdown. @throws Error where a key or concept has no meaning written down */
export function dictionaryMarkdown(): string {
  return `${[HEAD, indicatorsMarkdown(), ...families.flatMap(familyMarkdown), yearsMarkdown()].join('\n\n')}\n`;
}

const INDICATORS = `## Indicators

The figures that one quotes, one for each document whatever its layout: the resource \`indicators\` of a dataset, the table of the same name in a store, and what \`juesuan compare --indicator\` takes. Each is taken from the first place that holds a number; the table, row and column stand beside it. Budgets and final accounts share the names. \`status\` is that of the value; \`told\` where the prose alone states it, \`not-printed\` where the document has no such figure, which is not zero.`;

/** The figures that documents are compared by, and where they come from. */
function indicatorsMarkdown(): string {
  const ids = [...new Set(families.flatMap(({ presentation }) => Object.keys(presentation.compared)))];
  const lines = ids.map((id) => {
    const own = families.flatMap((family) => {
      const figure = family.presentation.compared[id];
      return figure ? [{ account: family.account, figure }] : [];
    });
    const words = [...new Set(own.flatMap(({ figure }) => [figure.words, ...(figure.also ?? [])]))];
    return [`\`${id}\``, words.join('、'), own.map(({ account, figure }) => `${account}: ${sourcesOf(figure)}`).join('; ')];
  });
  return [INDICATORS, table(['indicator', 'called', 'taken from'], lines)].join('\n\n');
}

function sourcesOf({ places, told }: ComparedFigure): string {
  const printed = [...new Set(places.map(({ form }) => `\`${form}\``))];
  return [...printed, ...(told === undefined ? [] : ['prose'])].join(', ');
}

function familyMarkdown(family: DocumentFamily): string[] {
  return [`## ${family.account}: ${family.kinds.join(', ')}`, ...family.forms.map(formMarkdown)];
}

function formMarkdown(form: FormDeclaration): string {
  const columns = keysOf(form).map((key) => [`\`${key}\``, wordsOf(columnWords(form, key)), meaningOf(key), HOLDS[holdsOf(form, key)]]);
  const concepts = conceptsOf(form.rows).map(([concept, words]) => [`\`${concept}\``, wordsOf(words), meaningOf(concept)]);
  return [
    `### \`${form.id}\` ${form.name}`,
    `Printed as ${wordsOf(form.titles)}. Rows: ${rowsInWords(form.rows)}.`,
    table(['column key', 'printed as', 'meaning', 'holds'], columns),
    ...(concepts.length === 0 ? [] : [table(['concept', 'printed as', 'meaning'], concepts)]),
  ].join('\n\n');
}

const HOLDS = { money: 'money', rate: 'percent', other: 'words, points' } as const;

function columnWords(form: FormDeclaration, key: string): readonly string[] {
  const own = form.layouts.flatMap(({ columns }) => columns[key] ?? []);
  if (own.length > 0) return own;
  // A side of a table whose heads are those of another side, or points that stand in a name.
  const other = Object.entries(form.repeated).find(([, keys]) => keys.includes(key))?.[0];
  return other === undefined ? [] : form.layouts.flatMap(({ columns }) => columns[other] ?? []);
}

function rowsInWords(rows: RowDeclaration): string {
  if (rows.by === 'code')
    return rows.classification === 'function' ? 'codes of the functional classification' : 'codes of the economic classification';
  if (rows.items) return 'things, each by its own name';
  return rows.sided ? 'lines of two sides, by their words' : 'lines, by their words';
}

function conceptsOf(rows: RowDeclaration): (readonly [string, readonly string[]])[] {
  const parts: Words = rows.by === 'words' ? (rows.parts?.words ?? {}) : {};
  // Categories of a classification are codes, which the head of the page tells of.
  return Object.entries({ ...rows.words, ...parts });
}

function wordsOf(words: readonly string[]): string {
  const distinct = [...new Set(words.map((word) => withoutOrdinal(firstOf(word))))];
  const more = distinct.length - MOST_WORDS;
  return `${distinct.slice(0, MOST_WORDS).join('、')}${more > 0 ? ' …' : ''}`;
}

/** Of several words that a part of a pattern allows, the first: 上年|去年/合计 → 上年/合计. */
const firstOf = (pattern: string) => pattern.replace(/\|[^/]*/gu, '');

const table = (heads: readonly string[], lines: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');

/** The rules that hold for some years alone. */
function yearsMarkdown(): string {
  const bound = new Map<string, RuleDeclaration>();
  for (const { rules } of families) for (const rule of rules) if (rule.years !== undefined) bound.set(rule.id, rule);
  const lines = [...bound.values()].map(({ id, title, years = '' }) => [`\`${id}\``, title, years]);
  return ['## Years', 'All rules hold for every year but these ([rules.md](rules.md)):', table(['rule', '', 'years'], lines)].join('\n\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(DICTIONARY, dictionaryMarkdown());
  writeFileSync(GLOSSARY, glossaryMarkdown());
  writeFileSync(DATASETTE, `${JSON.stringify(datasetteMetadata(), null, 2)}\n`);
}
