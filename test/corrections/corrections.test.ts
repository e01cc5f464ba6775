import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Correction } from '../../schemas/corrections.js';
import { correctionsJsonSchema } from '../../schemas/corrections.js';
import type { Disclosure, DisclosureRow, DisclosureTable } from '../../schemas/disclosure.js';
import { brokenSince } from '../../src/corrections/broken.js';
import { toCsv } from '../../src/emit/csv.js';
import { toJson } from '../../src/emit/json.js';
import { findingInEnglish } from '../../src/english/finding.js';
import { boxOf } from '../../src/model/box.js';
import { extractDisclosure } from '../../src/pipeline.js';
import { SAMPLE } from '../cli/juesuan.js';

const bytes = new Uint8Array(readFileSync(SAMPLE));
const sha256 = createHash('sha256').update(bytes).digest('hex');
const who = { reason: '印件第9页看得清楚', by: '张三' };

const fileOf = (corrections: readonly unknown[], hash = sha256) =>
  JSON.stringify({ $schema: 'corrections.schema.json', schemaVersion: '1', document: { name: 'a.pdf', sha256: hash }, corrections });

const extract = (corrections?: string) => extractDisclosure(bytes, { name: 'a.pdf', ...(corrections !== undefined && { corrections }) });

let plain: Disclosure;
beforeAll(async () => {
  plain = await extract();
});

const tableOf = ({ tables }: Disclosure, form: string): DisclosureTable => {
  const table = tables.find((each) => each.form === form);
  if (!table) throw new Error(`no ${form}`);
  return table;
};
const rowOf = (table: DisclosureTable, is: (row: DisclosureRow) => boolean): DisclosureRow => {
  const row = table.rows.find(is);
  if (!row) throw new Error('no such row');
  return row;
};
const total = (document: Disclosure) => rowOf(tableOf(document, 'expenditure'), (row) => row.concept === 'total');

/** The 合计 of 基本支出, which contradicts the rows below it: 395.87 instead of 307.87. */
function basicTotal(more: Partial<Correction> = {}): Correction {
  const cell = total(plain).cells['basic'];
  if (!cell) throw new Error('no 基本支出');
  return { kind: 'cell', page: cell.page, box: cell.box, was: { text: cell.text }, now: { text: '307.87' }, ...who, ...more } as Correction;
}

const rulesOf = ({ findings }: Disclosure) => findings.map(({ rule }) => rule);
const boxOfTable = (table: DisclosureTable, page: number): Correction['box'] => {
  const boxes = table.grid.cells.filter((cell) => cell.page === page).map(boxOf);
  const side = (i: number, pick: (...of: number[]) => number) => pick(...boxes.map((box) => box[i] ?? 0));
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
};

describe('a correction that makes a sum break', () => {
  /** 基本支出 of 2101101, which every sum bears out. */
  const wrong = (now: string) => {
    const row = rowOf(tableOf(plain, 'expenditure'), ({ code }) => code === '2101101');
    const { page, box, text } = row.cells['basic'] ?? row.cells['total'] ?? { page: 1, box: null, text: '' };
    return { kind: 'cell', page, box, was: { text }, now: { text: now }, ...who };
  };

  test('is not held against the publisher, and what it says is not called printed', async () => {
    const { findings, tables } = await extract(fileOf([wrong('12.99')]));
    const broken = brokenSince(plain.findings, findings, tables).filter(({ severity }) => severity === 'error');
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.map(({ verdict }) => verdict)).not.toContain('publisher');
    expect(broken[0]?.message).toContain('更正为12.99万元');
    expect(broken[0]?.message).toMatch(/；作更正之前没有这一问题。$/u);
    expect(findings.filter(({ message }) => message.includes('印为12.99'))).toEqual([]);
    const inEnglish = broken.map((finding) => findingInEnglish(finding, plain.tables).sentence);
    expect(inEnglish[0]).toMatch(/corrected to 12\.99万元.* It was not there before the correction\.$/u);
  });

  test('leaves to the publisher what was wrong before', async () => {
    const { findings } = await extract(fileOf([wrong('12.99')]));
    const before = plain.findings.filter(({ message, verdict }) => verdict === 'publisher' && message.includes('395.87'));
    expect(before.length).toBeGreaterThan(0);
    expect(findings).toEqual(expect.arrayContaining(before.slice(0, 1)));
  });

  test('of two figures that were wrong together, the one that is left is the publisher’s', async () => {
    const { findings, tables } = await extract(fileOf([basicTotal()]));
    expect(brokenSince(plain.findings, findings, tables)).toEqual([]);
    expect(findings.find(({ message }) => message.includes('合计行项目支出为空白'))?.verdict).toBe('publisher');
  });
});

describe('a cell', () => {
  test('is corrected before the checks: the contradiction is gone, the status says who is to thank', async () => {
    expect(total(plain).cells['basic']?.status).toBe('contradicted');
    const corrected = await extract(fileOf([basicTotal()]));
    expect(total(corrected).cells['basic']).toMatchObject({
      text: '307.87',
      value: '307.87',
      yuan: '3078700.00',
      status: 'corrected',
      method: 'text',
      correction: { was: '395.87', reason: who.reason, by: who.by },
    });
    const about = (document: Disclosure) => document.findings.filter(({ message }) => message.includes('应为88.00万元'));
    expect([about(plain).length, about(corrected).length]).toEqual([1, 0]);
    expect(corrected.corrections).toEqual([{ index: 0, state: 'applied', why: null }]);
  });

  test('that the checks deny stays corrected, and the finding is there', async () => {
    const good = rowOf(tableOf(plain, 'income'), (row) => row.code === '2080505').cells['total'];
    if (!good) throw new Error('no such cell');
    const wrong = await extract(
      fileOf([{ kind: 'cell', page: good.page, box: good.box, was: { text: good.text }, now: { text: '99.45' }, ...who }]),
    );
    const cell = rowOf(tableOf(wrong, 'income'), (row) => row.code === '2080505').cells['total'];
    expect(cell).toMatchObject({ value: '99.45', status: 'corrected' });
    const named = wrong.findings.filter((each) => each.severity === 'error' && each.cells.some((place) => place.page === good.page));
    expect(named.length).toBeGreaterThan(0);
    expect(good.status).toBe('proved');
  });

  test('a blank one is filled, a filled one blanked, and both take part in the sums', async () => {
    const table = tableOf(plain, 'expenditure');
    const row = total(plain);
    const [basic, project] = ['basic', 'project'];
    expect(row.cells[project]).toBeUndefined();
    const gridRow = table.grid.cells.find((cell) => cell.text === row.cells[basic]?.text)?.row;
    const column = table.grid.cells.find((cell) => cell.text === '项目支出')?.column;
    const blank = table.grid.cells.find((cell) => cell.row === gridRow && cell.column === column);
    const fill = { kind: 'cell', page: blank?.page, box: blank?.box, was: { text: null }, now: { text: '88.00' }, ...who };
    const filled = await extract(fileOf([basicTotal(), fill]));
    expect(total(filled).cells[project]).toMatchObject({ text: '88.00', status: 'corrected', correction: { was: null } });
    expect(filled.findings.filter((f) => f.severity === 'error' && f.message.includes('《支出决算表》合计行'))).toEqual([]);
    const blanked = await extract(fileOf([basicTotal({ now: { text: '' } } as Partial<Correction>)]));
    expect(total(blanked).cells[basic]).toMatchObject({ text: '', value: null, status: 'corrected' });
  });

  test('CORRECTION-REFUSED: another text is read there, nothing is there, or it was corrected already', async () => {
    const elsewhere = basicTotal({ box: [1, 1, 9, 9] });
    const refused = await extract(
      fileOf([basicTotal({ was: { text: '395.78' } } as Partial<Correction>), elsewhere, basicTotal(), basicTotal()]),
    );
    expect(refused.corrections?.map(({ state }) => state)).toEqual(['refused', 'refused', 'applied', 'refused']);
    expect(refused.findings.filter(({ rule }) => rule === 'CORRECTION-REFUSED').map(({ message }) => message)).toEqual([
      '更正文件第1条（第9页单元格，「395.78」改为「307.87」）未采用：该格现在读作「395.87」，作更正时是「395.78」。',
      '更正文件第2条（第9页单元格，「395.87」改为「307.87」）未采用：该处没有可以更正的单元格。',
      '更正文件第4条（第9页单元格，「395.87」改为「307.87」）未采用：同一处已有另一条更正。',
    ]);
  });
});

describe('a row', () => {
  const at = (row: DisclosureRow): Pick<Correction, 'page' | 'box'> => {
    const [cell] = Object.values(row.cells);
    if (!cell) throw new Error('a row without figures');
    return { page: cell.page, box: boxOf(cell) };
  };

  test('gets another code, and with it another concept and level', async () => {
    const row = rowOf(tableOf(plain, 'income'), ({ code }) => code === '2080505');
    const entry = { kind: 'row', ...at(row), was: { code: '2080505', name: row.name }, now: { code: '2080506' }, ...who };
    const corrected = await extract(fileOf([entry]));
    const now = rowOf(tableOf(corrected, 'income'), ({ code }) => code === '2080506');
    expect(now).toMatchObject({ concept: 'function/2080506', name: row.name, corrections: [{ what: 'code', was: '2080505', ...who }] });
    expect(rulesOf(corrected)).toContain('CODE-NAME');
  });

  test('gets another name; one that reads otherwise by now is refused', async () => {
    const row = rowOf(tableOf(plain, 'income'), ({ code }) => code === '2080505');
    const entry = { kind: 'row', ...at(row), was: { code: '2080505', name: row.name }, now: { name: '别的名称' }, ...who };
    const corrected = await extract(fileOf([entry, { ...entry, was: { code: '2080599', name: row.name } }]));
    expect(rowOf(tableOf(corrected, 'income'), ({ code }) => code === '2080505').name).toBe('别的名称');
    expect(corrected.corrections?.map(({ state }) => state)).toEqual(['applied', 'refused']);
  });
});

test('a row without a figure is found by its blank cell', async () => {
  const table = tableOf(plain, 'income-expenditure-summary');
  const label = table.grid.cells.find(({ text }) => text.replace(/\s/gu, '') === '二、外交支出');
  const blank = table.grid.cells.find(({ row, column, text }) => row === label?.row && column > (label?.column ?? 0) + 1 && text === '');
  const was = { code: null, name: '二、外交支出' };
  const corrected = await extract(fileOf([{ kind: 'row', page: blank?.page, box: blank?.box, was, now: { name: '二、外交' }, ...who }]));
  expect(tableOf(corrected, 'income-expenditure-summary').rows.find(({ name }) => name === '二、外交')).toMatchObject({
    corrections: [{ what: 'name', was: '二、外交支出' }],
  });
});

describe('a table', () => {
  test('gets another unit, and every amount with it', async () => {
    const table = tableOf(plain, 'income');
    const page = table.pages[0] ?? 1;
    const place = { page, box: boxOfTable(table, page) };
    const entry = { kind: 'table', ...place, was: { form: 'income', unit: '万元' }, now: { unit: '元' }, ...who };
    const corrected = tableOf(await extract(fileOf([entry])), 'income');
    expect(corrected).toMatchObject({ unit: '元', corrections: [{ what: 'unit', was: '万元' }] });
    expect(rowOf(corrected, ({ code }) => code === '2080505').cells['total']?.yuan).toBe('22.45');
  });

  test('read as another form and corrected in a cell of it gives the rows of that form', async () => {
    const table = tableOf(plain, 'income');
    const page = table.pages[0] ?? 1;
    const place = { page, box: boxOfTable(table, page) };
    const was = { form: 'income', unit: '万元' };
    const asOther = await extract(fileOf([{ kind: 'table', ...place, was, now: { form: 'other' }, ...who }]));
    expect(asOther.tables[plain.tables.indexOf(table)]).toMatchObject({
      form: 'other',
      rows: [],
      corrections: [{ what: 'form', was: 'income' }],
    });
    const asExpenditure = await extract(fileOf([{ kind: 'table', ...place, was, now: { form: 'expenditure' }, ...who }]));
    const read = asExpenditure.tables[plain.tables.indexOf(table)];
    expect([read?.form, read?.rows.length]).toEqual(['expenditure', table.rows.length]);
  });
});

describe('CORRECTIONS-UNUSABLE', () => {
  test.each([
    ['no JSON', '{', '更正文件不是规范的 JSON，其中的更正均未采用。'],
    ['something else', '[]', /^更正文件不合格式（.*），其中的更正均未采用。$/u],
    ['of another document', fileOf([], 'a'.repeat(64)), /^更正文件是为另一份文件（sha256 aaaaaaaaaaaa…）所作/u],
  ])('%s: one finding, and the document is extracted all the same', async (_, text, message) => {
    const document = await extract(text);
    expect(document.findings[0]).toMatchObject({
      rule: 'CORRECTIONS-UNUSABLE',
      severity: 'error',
      message: expect.stringMatching(message),
    });
    expect({ ...document, findings: document.findings.slice(1), corrections: undefined }).toEqual({ ...plain, corrections: undefined });
  });

  test('of another document: each of its entries is refused', async () => {
    const document = await extract(fileOf([basicTotal()], 'a'.repeat(64)));
    expect(document.corrections?.map(({ state }) => state)).toEqual(['refused']);
    expect(total(document).cells['basic']?.value).toBe('395.87');
  });

  test.each([
    ['without a reason', { reason: '' }],
    ['with a reason of blanks', { reason: '  ' }],
    ['with a reason of megabytes of blanks', { reason: ' '.repeat(5_000_000) }],
    ['by nobody', { by: '' }],
    ['with a line break', { now: { text: '1\n2' } }],
    ['of no known kind', { kind: 'page' }],
    ['with a field too many', { path: '/etc/passwd' }],
  ])('an entry %s is refused, the others hold', async (_, wrong) => {
    const document = await extract(fileOf([{ ...basicTotal(), ...wrong }, basicTotal()]));
    expect(document.corrections?.map(({ state }) => state)).toEqual(['refused', 'applied']);
    expect(rulesOf(document)).toContain('CORRECTION-REFUSED');
  });
});

test('a corrected document is valid, repeats byte for byte, and says corrected in its CSV', async () => {
  const text = fileOf([basicTotal()]);
  const [one, two] = [await extract(text), await extract(text)];
  expect(toJson(one)).toBe(toJson(two));
  const schema: object = JSON.parse(readFileSync(new URL('../../schemas/disclosure.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  validate(JSON.parse(toJson(one)));
  expect(validate.errors).toBe(null);
  expect(
    toCsv(one)
      .split('\r\n')
      .filter((line) => /,corrected,[^,]*$/.test(line)),
  ).toHaveLength(1);
});

test('the published schema of corrections is what the types say, and takes a good file', () => {
  const committed = readFileSync(new URL('../../schemas/corrections.schema.json', import.meta.url), 'utf8');
  expect(committed).toBe(`${JSON.stringify(correctionsJsonSchema(), null, 2)}\n`);
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(committed));
  validate(JSON.parse(fileOf([basicTotal()])));
  expect(validate.errors).toBe(null);
  expect(validate(JSON.parse(fileOf([{ ...basicTotal(), reason: '' }])))).toBe(false);
});
