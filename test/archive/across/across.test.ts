import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { compareAcross } from '../../../src/archive/across/across.js';
import { DocumentsWithoutStore } from '../../../src/archive/across/without-store.js';
import { archivedDocuments } from '../../../src/archive/store/documents.js';
import { recordDisclosure } from '../../../src/archive/store/record.js';
import type { Store } from '../../../src/archive/store/store.js';
import { extractDisclosure } from '../../../src/index.js';
import { disclosure, row, table } from '../../emit/fixture.js';
import { cells } from '../../emit/html/charts/cells.js';
import { draw } from '../drawn.js';
import { newStore, put } from '../store.js';

const department = '桐柏县档案馆';

async function findings(store: Store) {
  await compareAcross(store, families, 'stamp');
  return await store.database.all<{ rule: string; severity: string; message: string; found: string; expected: string; difference: string }>(
    'SELECT rule, severity, message, found, expected, difference FROM store_findings ORDER BY finding_index',
  );
}

async function standings(store: Store) {
  const rows = await store.database.all<{ name: string; standing: string }>(
    'SELECT d.name, s.standing FROM standings s JOIN documents d ON d.id = s.document ORDER BY d.name',
  );
  return Object.fromEntries(rows.map(({ name, standing }) => [name, standing]));
}

// Of the one project 40.00 come in; 30.00 are spent: from 10.00 to 20.00.
test('年末结转和结余 that the next year begins with is no finding', async () => {
  const store = await newStore();
  await put(store, { '2022.pdf': draw({ department, year: 2022 }), '2023.pdf': draw({ department, year: 2023, opening: '20.00' }) });
  expect(await findings(store)).toEqual([]);
  expect(await standings(store)).toEqual({ '2022.pdf': 'sole', '2023.pdf': 'sole' });
});

test('年末结转和结余 that the next year does not begin with is a warning in both tables', async () => {
  const store = await newStore();
  await put(store, { '2022.pdf': draw({ department, year: 2022 }), '2023.pdf': draw({ department, year: 2023, opening: '17.50' }) });
  expect(await findings(store)).toMatchObject([
    { rule: 'CARRIED-FORWARD', severity: 'warning', found: '17.50', expected: '20.00', difference: '2.50' },
    { rule: 'CARRIED-FORWARD', severity: 'warning', found: '17.50', expected: '20.00', difference: '2.50' },
  ]);
  expect((await findings(store))[0]?.message).toBe(
    '桐柏县档案馆《收入支出决算总表》2022年度年末结转和结余印为20.00万元，2023年度年初结转和结余印为17.50万元，相差2.50万元。',
  );
});

test('a document published again with other figures: each figure that changed, the earlier edition by its day', async () => {
  const store = await newStore();
  const files = { 'new.pdf': draw({ department, year: 2022, project: '31.00' }), 'old.pdf': draw({ department, year: 2022 }) };
  await put(store, files, { 'old.pdf': '2023-09-01', 'new.pdf': '2023-10-01' });
  const found = await findings(store);
  expect(found[0]).toMatchObject({ rule: 'REPUBLISHED', severity: 'warning' });
  const figures = found.filter(({ rule }) => rule === 'REPUBLISHED-FIGURE');
  expect(figures.length).toBeGreaterThan(3);
  for (const figure of figures) expect(figure.difference).toBe('1.00');
  expect(figures.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      '桐柏县档案馆2022年度《收入支出决算总表》年末结转和结余 支出 / 决算数：《old.pdf》印为20.00万元，《new.pdf》印为19.00万元，相差1.00万元。',
    ]),
  );
  expect(await standings(store)).toEqual({ 'new.pdf': 'latest', 'old.pdf': 'earlier' });
});

test('two editions without a day are rivals', async () => {
  const store = await newStore();
  await put(store, { 'a.pdf': draw({ department, year: 2022, project: '31.00' }), 'b.pdf': draw({ department, year: 2022 }) });
  await findings(store);
  expect(await standings(store)).toEqual({ 'a.pdf': 'rival', 'b.pdf': 'rival' });
});

test('a copy drawn in another size is a duplicate: it says the same', async () => {
  const store = await newStore();
  await put(store, { 'a.pdf': draw({ department, year: 2022 }), 'b.pdf': draw({ department, year: 2022, size: 8.5 }) });
  expect(await findings(store)).toMatchObject([{ rule: 'DUPLICATE', severity: 'info', message: '《b.pdf》与《a.pdf》内容相同。' }]);
  expect(await standings(store)).toEqual({ 'a.pdf': 'sole', 'b.pdf': 'duplicate' });
});

const office = '桐柏县档案馆（本级）';
const branch = '桐柏县档案信息中心';
const units = {
  'office.pdf': draw({ department, year: 2022, kind: '单位决算' }),
  'branch.pdf': draw({ department: branch, year: 2022, kind: '单位决算', project: '25.00' }),
};

test('a department against the sum of its units', async () => {
  const store = await newStore();
  await put(store, { ...units, 'whole.pdf': draw({ department, year: 2022, units: [office, branch] }) });
  const sums = (await findings(store)).filter(({ rule }) => rule === 'UNITS-SUM');
  // Income: 160.00 each; expenditure: 150.00 and 145.00. The department prints what its office alone has.
  expect(sums).toMatchObject([
    { found: '160.00', expected: '320.00', difference: '160.00', severity: 'warning' },
    { found: '150.00', expected: '295.00', difference: '145.00' },
    { found: '160.00', expected: '320.00' },
    { found: '150.00', expected: '295.00' },
  ]);
});

test('a unit whose document is missing is named, and nothing is summed', async () => {
  const store = await newStore();
  await put(store, { 'office.pdf': units['office.pdf'], 'whole.pdf': draw({ department, year: 2022, units: [office, branch] }) });
  expect(await findings(store)).toMatchObject([
    { rule: 'UNITS-MISSING', severity: 'info', message: `桐柏县档案馆2022年度部门决算列有2个单位，缺1个单位的决算：${branch}。` },
  ]);
});

test('a unit that prints the base of its department, in the archive and without one', async () => {
  const branchOf = (lastYear: string) => draw({ department: branch, year: 2022, kind: '单位决算', lastYear });
  const whole = (lastYear: string) => draw({ department, year: 2022, opening: '50.00', units: [branch, office], lastYear });
  const bases = async (...files: Uint8Array[]) => {
    const store = await newStore();
    await put(store, Object.fromEntries(files.map((bytes, index) => [`${index}.pdf`, bytes])));
    const found = (await findings(store)).filter(({ rule }) => rule === 'UNIT-BASE');
    const compared = new DocumentsWithoutStore(families);
    for (const [index, bytes] of files.entries()) {
      const read = await extractDisclosure(bytes, { name: `${index}.pdf` });
      compared.add(`${index}.pdf`, read, async () => read);
    }
    const without = (await compared.compare()).filter(({ rule }) => rule === 'UNIT-BASE');
    expect(without.map(({ message }) => message)).toEqual(found.map(({ message }) => message));
    return found;
  };
  // 170.00 of the unit, 210.00 of the department: both measure from 150.00, 收支总计 and 财政拨款收支总计.
  const found = await bases(branchOf('150.00'), whole('150.00'));
  expect(found).toMatchObject([
    { severity: 'warning', found: '150.00' },
    { severity: 'warning', found: '150.00' },
  ]);
  expect(found[0]?.message).toBe(
    `${branch}2022年度单位决算文字中财政拨款收、支总计的上年数为150.00万元，与所属${department}部门决算的相同，而本年数一为170.00万元，一为210.00万元。部门包含单位，除非其余单位上年没有此项，两者之一的基数有误。`,
  );
  expect(await bases(branchOf('150.00'), whole('190.00'))).toEqual([]);
});

test('a final account against the budget of its year, and a budget against the one before', async () => {
  const store = await newStore();
  const record = async (
    sha: string,
    kind: '部门决算' | '部门预算',
    year: number,
    form: string,
    values: Readonly<Record<string, string>>,
  ) => {
    const inYuan = Object.fromEntries(Object.entries(cells(values)).map(([key, cell]) => [key, { ...cell, yuan: `${cell.value}00` }]));
    const plain = disclosure({ tables: [table({ form, rows: [row(null, inYuan)] })], sections: [], findings: [] });
    const document = { ...plain.document, kind, department, year };
    const source = { ...plain.source, sha256: sha.repeat(64), name: `${year}${kind}.pdf` };
    await recordDisclosure(store, families, { ...plain, source, document }, { stamp: 'test', run: 1, quarantined: false });
  };
  await record('a', '部门预算', 2022, 'budget-three-public', { reception: '6.00' });
  await record('b', '部门决算', 2022, 'three-public', { 'budget.reception': '5.00', 'final.reception': '4.00' });
  await record('c', '部门预算', 2023, 'budget-three-public', { 'last-year.reception': '6.50', reception: '3.00' });
  expect(await findings(store)).toMatchObject([
    { rule: 'INITIAL-BUDGET', severity: 'warning', found: '5.00', expected: '6.00', difference: '1.00' },
    { rule: 'LAST-YEAR-BUDGET', severity: 'warning', found: '6.50', expected: '6.00', difference: '0.50' },
  ]);
});

test('the harvester tells the department where the document does not, and then its key', async () => {
  const store = await newStore();
  await put(store, { 'a.pdf': draw({ department, year: 2022 }) });
  await store.database.run('UPDATE documents SET department = NULL');
  await store.database.run('UPDATE files SET department = ?, region_code = ?', ['桐柏县档案局', '411330']);
  expect(await findings(store)).toEqual([]);
  expect(await archivedDocuments(store.database)).toMatchObject([
    { department: '桐柏县档案局', department_from: 'harvester', department_given: '桐柏县档案局', department_id: '411330-档案局' },
  ]);
});

test('the name in the document goes before that of the harvester; another body is a finding, the same with its place is none', async () => {
  const store = await newStore();
  await put(store, { 'a.pdf': draw({ department, year: 2022 }) });
  await store.database.run('UPDATE files SET department = ?', ['河南省桐柏县档案馆']);
  expect(await findings(store)).toEqual([]);
  await store.database.run('UPDATE files SET department = ?', ['桐柏县财政局']);
  expect(await findings(store)).toMatchObject([
    { rule: 'DEPARTMENT-TOLD', severity: 'warning', message: '《a.pdf》自称桐柏县档案馆，采集记录为桐柏县财政局。' },
  ]);
  expect(await archivedDocuments(store.database)).toMatchObject([{ department, department_from: 'document' }]);
});
