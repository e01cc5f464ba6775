import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { NO_COUNTS } from '../../../src/archive/run/events.js';
import { NO_PROVENANCE } from '../../../src/archive/run/provenance.js';
import { acrossStampOf, forgetAcross, keyFigures, saveAcross } from '../../../src/archive/store/across.js';
import { archivedDocuments, isRecorded, knownDocuments } from '../../../src/archive/store/documents.js';
import { knownFiles, markGone, saveFile } from '../../../src/archive/store/files.js';
import { recordDisclosure } from '../../../src/archive/store/record.js';
import { beginRun, countDocuments, endRun } from '../../../src/archive/store/runs.js';
import { extractDisclosure } from '../../../src/pipeline.js';
import { draw } from '../drawn.js';
import { newStore } from '../store.js';

const disclosure = await extractDisclosure(draw({ department: '桐柏县档案馆', year: 2021 }), { name: 'a.pdf' });
const { sha256 } = disclosure.source;

test('a run that is still marked as running when the next begins was killed', async () => {
  const store = await newStore();
  const first = await beginRun(store, 'stamp', ['/a']);
  const second = await beginRun(store, 'stamp', ['/a']);
  await endRun(store, second, 'done', { ...NO_COUNTS, files: 3, gone: 1 });
  expect(await store.database.all('SELECT id, state, files, gone FROM runs ORDER BY id')).toEqual([
    { id: first, state: 'killed', files: 0, gone: 0 },
    { id: second, state: 'done', files: 3, gone: 1 },
  ]);
});

test('a file is remembered as it was last seen; one that is gone is so until it is saved again', async () => {
  const { database } = await newStore();
  const file = { root: '/a', path: 'b.pdf', state: '1 2 3', bytes: 1 };
  const identified = { file, sha256: 'f00', problem: null, provenance: NO_PROVENANCE, provenanceKey: 'key', provenanceProblems: [] };
  await saveFile(database, identified);
  const known = (await knownFiles(database, '/a')).get('b.pdf');
  const alone = { group_name: null, joined: null };
  expect(known).toEqual({ root: '/a', path: 'b.pdf', sha256: 'f00', problem: null, state: '1 2 3', gone: 0, provenance: 'key', ...alone });
  expect(await knownFiles(database, '/other')).toEqual(new Map());
  if (known) await markGone(database, known, 7);
  expect((await knownFiles(database, '/a')).get('b.pdf')?.gone).toBe(7);
  await saveFile(database, { ...identified, file: { ...file, state: '4 5 6' } });
  expect((await knownFiles(database, '/a')).get('b.pdf')).toMatchObject({ gone: 0, state: '4 5 6' });
});

test('a document that is recorded again keeps its id and replaces its rows; its JSON can be read', async () => {
  const store = await newStore();
  const { database } = store;
  const count = async () => await database.all('SELECT COUNT(*) AS n FROM "values"');
  await recordDisclosure(store, families, disclosure, { stamp: 'one', run: 1, quarantined: false });
  const [before, [document]] = [await count(), await archivedDocuments(database)];
  await recordDisclosure(store, families, disclosure, { stamp: 'two', run: 2, quarantined: false });
  expect(await count()).toEqual(before);
  expect(await archivedDocuments(database)).toEqual([{ ...document, stamp: 'two' }]);
  expect(await isRecorded(database, { sha256, stamp: 'two', run: 2 })).toBe(true);
  expect(await isRecorded(database, { sha256, stamp: 'one', run: 1 })).toBe(false);
  expect(await countDocuments(store, 2)).toMatchObject({ extracted: 1, failed: 0, quarantined: 0 });
  expect(JSON.parse((await store.json.read(database, sha256)) ?? '').source.sha256).toBe(sha256);
  expect(await store.json.read(database, 'f00')).toBeNull();
});

test('an error of ours in what other documents restate costs that alone, and the result says so', async () => {
  const store = await newStore();
  const broken: RegExp = Object.assign(/./u, {
    test: () => {
      throw new Error('unless');
    },
  });
  const breaking = families.map((family) => {
    const figures = Object.entries(family.across?.beside.figures ?? {}).map(([name, figure]) => [
      name,
      { ...figure, places: figure.places.map((place) => ({ ...place, unless: broken })) },
    ]);
    const across = family.across && { ...family.across, beside: { ...family.across.beside, figures: Object.fromEntries(figures) } };
    return { ...family, across };
  });
  await recordDisclosure(store, breaking, disclosure, { stamp: 'one', run: 1, quarantined: false });
  expect(await keyFigures(store.database)).toEqual([]);
  const kept: typeof disclosure = JSON.parse((await store.json.read(store.database, sha256)) ?? '');
  expect(kept.tables).toEqual(disclosure.tables);
  expect(kept.findings[0]?.message).toBe('与其他文件的核对因本工具出错未能完成（unless），其余部分不受影响。');
});

test('where the end of the job fails nothing of the document is recorded', async () => {
  const store = await newStore();
  const fail = async () => {
    throw new Error('another worker has it');
  };
  const by = { stamp: 'one', run: 1, quarantined: false };
  await expect(recordDisclosure(store, families, disclosure, by, fail)).rejects.toThrow('another worker has it');
  expect(await knownDocuments(store.database)).toEqual(new Map());
  expect(await store.database.all('SELECT * FROM key_figures')).toEqual([]);
});

test('the key figures are those that the family declares; a family that declares nothing across documents has none', async () => {
  const store = await newStore();
  await recordDisclosure(store, families, disclosure, { stamp: 'one', run: 1, quarantined: false });
  const figures = await keyFigures(store.database);
  expect(figures).toContainEqual(
    expect.objectContaining({ form: 'income-expenditure-summary', concept: 'closing-balance', column_key: 'expenditure', value: '20.00' }),
  );
  const silent = families.map((family) => ({ ...family, across: null }));
  await recordDisclosure(store, silent, disclosure, { stamp: 'one', run: 1, quarantined: false });
  expect(await keyFigures(store.database)).toEqual([]);
});

test('a comparison stands until a document is recorded', async () => {
  const store = await newStore();
  expect(await acrossStampOf(store.database)).toBeNull();
  await saveAcross(store.database, [], [], 'stamp');
  expect(await acrossStampOf(store.database)).toBe('stamp');
  await recordDisclosure(store, families, disclosure, { stamp: 'one', run: 1, quarantined: false });
  expect(await acrossStampOf(store.database)).toBe('');
  await saveAcross(store.database, [], [], 'stamp');
  await forgetAcross(store.database);
  expect(await acrossStampOf(store.database)).toBe('');
});
