import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { describe, expect, test, vi } from 'vitest';
import { EVIDENCE } from '../../../extractors/evidence.js';
import { families } from '../../../extractors/families.js';
import type { DocumentFamily } from '../../../extractors/family.js';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import { rulesMarkdown } from '../../../src/check/rules/markdown.js';
import { rulesOf } from '../../../src/check/rules/rules.js';
import { addRulesCommand } from '../../../src/cli/rules.js';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const rulesOfFamily = (family: DocumentFamily) => rulesOf(family).flatMap((group) => group.rules);
const rules = rulesOfFamily(finalAccounts);

test('evidence is about rules that there are, and no more of it is true than was examined', () => {
  const known = new Set(families.flatMap(rulesOfFamily).map(({ id }) => id));
  for (const [id, { raised, examined, true: right }] of Object.entries(EVIDENCE)) {
    expect(known).toContain(id);
    expect(raised).toBeGreaterThanOrEqual(examined);
    expect(examined).toBeGreaterThanOrEqual(right);
  }
});

test('docs/rules.md is what npm run rules writes', () => {
  expect(readFileSync(path.join(ROOT, 'docs', 'rules.md'), 'utf8')).toBe(families.map(rulesMarkdown).join('\n'));
});

describe.each(families.map((family) => [family.id, family] as const))('%s', (_, family) => {
  test('every rule has one id, a title, a formula and years', () => {
    const all = rulesOfFamily(family);
    expect(new Set(all.map((rule) => rule.id)).size).toBe(all.length);
    for (const { id, title, formula, years } of all) {
      expect(id).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)*$/);
      expect([title, formula, years].every((words) => words.length > 0)).toBe(true);
    }
  });

  test('every identity that is declared is a rule, and every rule of the tables is declared', () => {
    const declared = new Set([
      ...family.forms.flatMap((form) => [...form.identities, ...form.ratios, ...(form.points ? [form.points] : [])].map((i) => i.rule.id)),
      ...family.between.map(({ rule }) => rule.id),
      'UNIT-PLAUSIBLE',
    ]);
    expect([...declared].toSorted()).toEqual(family.rules.map((rule) => rule.id).toSorted());
  });
});

/** Ids as they are written in the sources of the stages that raise findings. */
const RULE_ID = /'([A-Z]+(?:-[A-Z0-9]+)+)'/g;

test('every rule that the sources name is documented', () => {
  const files = ['check', 'extract', 'normalize'].flatMap((folder) => sourcesIn(path.join(ROOT, 'src', folder)));
  const named = [...files, path.join(ROOT, 'src', 'pipeline.ts')].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(RULE_ID)].map((m) => m[1]),
  );
  const documented = new Set<string | undefined>(rules.map((rule) => rule.id));
  expect([...new Set(named)].filter((id) => !documented.has(id))).toEqual([]);
});

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));

test.each([
  ['text', 'ROW-SUM  行内合计\n    每一行：合计栏 = 各组成栏之和\n    适用：收入决算表、支出决算表'],
  ['markdown', '| `ROW-SUM` | 行内合计 |'],
  ['json', '"id": "ROW-SUM"'],
])('juesuan rules --format %s', async (format, expected) => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const program = new Command();
  addRulesCommand(program);
  await program.parseAsync(['rules', '--format', format], { from: 'user' });
  const printed = write.mock.calls.map(([text]) => String(text)).join('');
  write.mockRestore();
  expect(printed).toContain(expected);
});
