import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256Of } from '../../src/base/sha256.js';
import type { Start, View } from '../../src/review/view.js';
import { draw } from '../archive/drawn.js';
import { filesBelow, SAMPLE } from '../cli/juesuan.js';
import { docx, EXPENDITURE, p, tbl, tc, tr, xlsx } from '../read/office.js';
import { ask, cookieOf, get, own, post } from './asking.js';
import { type Serving, serve, serveAgain, VERSION } from './serving.js';

/** What the page sends to correct the total of 支出决算表. */
async function proposalOf(serving: Serving) {
  const view = await get<View>(serving, '/api/documents/d1');
  const cell = view.tables.find(({ form }) => form === 'expenditure')?.rows.find(({ name }) => name === '合计')?.cells['basic'];
  if (!cell) throw new Error('the sample has a total');
  return { kind: 'cell', page: cell.page, box: cell.box, was: { text: cell.text }, now: { text: '307.87' }, reason: '印件清楚' };
}

describe('the server answers', () => {
  test('the page to the token alone, then to its cookie, which no other site gets', async () => {
    const serving = await serve();
    const page = await ask(serving.origin, `/?token=${serving.token}`);
    expect(page.status).toBe(200);
    expect(page.headers['set-cookie']).toEqual([`${cookieOf(serving)}; HttpOnly; SameSite=Strict; Path=/`]);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect((await ask(serving.origin, '/', { cookie: cookieOf(serving) })).status).toBe(200);
    expect((await ask(serving.origin, '/main.js', { cookie: cookieOf(serving) })).headers['content-type']).toContain('javascript');
  });

  test('with its own files and its own documents only, whatever path is asked for', async () => {
    const serving = await serve({ 'a.pdf': null, 'secret.txt': 'secret' });
    const targets = [
      ...['/../secret.txt', '/..%2f..%2fpackage.json', '/%2e%2e/server.js', '/api/documents/../../secret.txt', '/api/documents/a.pdf'],
      ...[
        '/api/documents/..%2fa.pdf',
        '/api/documents/d2',
        '/api/documents/__proto__',
        `/api/documents/d1/pages/99/page?v=${VERSION}`,
        '/constructor',
      ],
      ...[
        `/api/documents/d1/pages/1/crop?box=0,0,a,1&v=${VERSION}`,
        `/api/documents/d1/pages/1/crop?box=-9,-9,-1,-1&v=${VERSION}`,
        `/api/documents/d1/pages/x/page?v=${VERSION}`,
      ],
    ];
    const replies = await Promise.all(targets.map((target) => ask(serving.origin, target, own(serving))));
    expect(replies.filter(({ status }) => status < 400 || status >= 500)).toEqual([]);
    expect(replies.filter(({ body }) => body.includes('secret') || body.includes('"exports"'))).toEqual([]);
  });

  test('with the pictures of a page and of a cell', async () => {
    const serving = await serve();
    for (const target of ['page?dpi=72', 'crop?box=100,200,150,210']) {
      const reply = await ask(serving.origin, `/api/documents/d1/pages/9/${target}&v=${VERSION}`, own(serving));
      expect([reply.status, reply.headers['content-type'], reply.body.slice(1, 4)]).toEqual([200, 'image/png', 'PNG']);
    }
  });
});

describe('of what has no pages, the server answers', () => {
  const body = EXPENDITURE.map((row) => tr(...row.map((text) => tc(text))));
  const words = docx(p('支出决算表') + p('单位：万元') + tbl(...body));
  const lines = EXPENDITURE.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('');
  const web = Buffer.from(`<meta charset=utf-8><p>支出决算表</p><p>单位：万元</p><table>${lines}</table>`);

  test.each([
    ['a workbook', 'a.xlsx', xlsx([{ name: '表', rows: [['支出决算表'], ['单位：万元'], ...EXPENDITURE] }]), '表!D6'],
    ['a Word text', 'a.docx', words, 'table 1, row 4, cell 4'],
    ['a web page', 'a.html', web, 'table 1, row 4, cell 4'],
  ])('with the drawings of %s, and takes its corrections', async (_, name, bytes, ref) => {
    const serving = await serve({ [name]: bytes });
    const view = await get<View>(serving, '/api/documents/d1');
    const cell = view.tables[0]?.rows[1]?.cells['basic'];
    expect(cell).toMatchObject({ page: 1, ref, text: '80.25' });
    for (const target of ['page?', `crop?box=${cell?.box.join(',')}&`]) {
      const reply = await ask(serving.origin, `/api/documents/d1/pages/1/${target}v=${view.sha256}`, own(serving));
      expect([reply.status, reply.headers['content-type']]).toEqual([200, 'image/svg+xml']);
      expect(reply.body).toMatch(/^<svg .*80\.25.*<\/svg>\n$/su);
    }
    const proposal = { kind: 'cell', page: 1, ref, was: { text: '80.25' }, now: { text: '81.25' }, reason: '核对' };
    const asked = JSON.parse((await post(serving, `/api/documents/d1/corrections?v=${view.sha256}`, proposal)).body);
    expect(asked.broken).toMatchObject([{ severity: 'error', verdict: 'unknown' }]);
    expect(filesBelow(serving.folder)).toEqual([name]);
    const posted = await post(serving, `/api/documents/d1/corrections?v=${view.sha256}&anyway`, proposal);
    const after: View = JSON.parse(posted.body);
    expect(after.corrections).toMatchObject([{ state: 'applied', place: { page: 1, ref } }]);
    expect(after.tables[0]?.rows[1]?.cells['basic']).toMatchObject({ text: '81.25', correction: { was: '80.25' } });
  });
});

describe('a correction', () => {
  test('is written beside the document, read again and shown; withdrawn, the file is gone', async () => {
    const serving = await serve({ 'sub/a.pdf': null });
    const reply = await post(serving, `/api/documents/d1/corrections?v=${VERSION}`, await proposalOf(serving));
    const view: View = JSON.parse(reply.body);
    expect(view.corrections).toMatchObject([{ state: 'applied', correction: { now: { text: '307.87' }, by: '张三' } }]);
    const kept = JSON.parse(readFileSync(path.join(serving.folder, 'sub/a.corrections.json'), 'utf8'));
    expect(kept.document.sha256).toBe(createHash('sha256').update(readFileSync(SAMPLE)).digest('hex'));
    expect(kept.corrections).toMatchObject([
      { was: { text: '395.87' }, reason: '印件清楚', on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    ]);
    expect(filesBelow(serving.folder)).toEqual(['sub/a.corrections.json', 'sub/a.pdf']);
    const [withdrawn] = kept.corrections;
    const after: View = JSON.parse(
      (await post(serving, `/api/documents/d1/corrections/replace?v=${VERSION}`, { from: withdrawn, to: null })).body,
    );
    expect(after.corrections).toEqual([]);
    expect(filesBelow(serving.folder)).toEqual(['sub/a.pdf']);
  });

  test('that is none is refused, and nothing is written', async () => {
    const serving = await serve();
    const good = await proposalOf(serving);
    const wrong: [unknown, Record<string, string>][] = [
      [{ ...good, reason: '' }, {}],
      [{ ...good, path: '../../x' }, {}],
      [{ ...good, now: { text: 1 } }, {}],
      [null, {}],
      [[], {}],
      ['x', {}],
      [good, { 'content-type': 'text/plain' }],
      [good, { 'content-type': 'application/x-www-form-urlencoded' }],
      [{ ...good, reason: 'x'.repeat(100_000) }, {}],
    ];
    for (const [body, headers] of wrong) {
      const { status } = await post(serving, `/api/documents/d1/corrections?v=${VERSION}`, body, headers);
      expect([400, 413, 415]).toContain(status);
    }
    const withoutOrigin = { cookie: cookieOf(serving), 'content-type': 'application/json' };
    expect((await ask(serving.origin, `/api/documents/d1/corrections?v=${VERSION}`, withoutOrigin, JSON.stringify(good))).status).toBe(403);
    expect(existsSync(path.join(serving.folder, 'a.corrections.json'))).toBe(false);
  });

  test('never overwrites a file that is broken or about another document', async () => {
    const serving = await serve();
    const good = await proposalOf(serving);
    const file = path.join(serving.folder, 'a.corrections.json');
    const other = {
      $schema: 'corrections.schema.json',
      schemaVersion: '1',
      document: { name: 'a.pdf', sha256: 'a'.repeat(64) },
      corrections: [],
    };
    for (const text of ['{ broken', JSON.stringify(other)]) {
      writeFileSync(file, text);
      expect((await post(serving, `/api/documents/d1/corrections?v=${VERSION}`, good)).status).toBe(409);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  test('of two at once both are kept', async () => {
    const serving = await serve();
    const cell = await proposalOf(serving);
    const view = await get<View>(serving, '/api/documents/d1');
    const income = view.tables.find(({ form }) => form === 'income');
    if (!income) throw new Error('the sample has 收入决算表');
    const table = { kind: 'table', ...income.place, was: { form: 'income', unit: '万元' }, now: { unit: '元' }, reason: '看过' };
    const replies = await Promise.all(
      [cell, table].map((each) => post(serving, `/api/documents/d1/corrections?v=${VERSION}&anyway`, each)),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    const last = await get<View>(serving, '/api/documents/d1');
    expect(last.corrections.map(({ state }) => state)).toEqual(['applied', 'applied']);
  });
});

test('the list has names and folders below what was asked for, never a path of the machine', async () => {
  const serving = await serve({ 'sub/a.pdf': null, 'b.pdf': 'no PDF' });
  const start = await get<Start>(serving, '/api/start');
  expect(start.documents).toMatchObject([
    { name: 'b.pdf', folder: '' },
    { name: 'a.pdf', folder: 'sub' },
  ]);
  const failed = await get<View>(serving, '/api/documents/d1');
  expect(failed.outcome).toMatchObject({ status: 'failed', reason: 'not-readable' });
  expect(JSON.stringify([start, failed])).not.toContain(path.dirname(serving.folder));
});

describe('two people at the same documents', () => {
  test('two people correct a document at the same time → each correction is kept → nothing', async () => {
    const one = await serve();
    const two = await serveAgain(one);
    const view = await get<View>(one, '/api/documents/d1');
    const cells = view.tables
      .flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)))
      .filter(({ value }) => value !== null)
      .slice(0, 12);
    const replies = await Promise.all(
      cells.map(({ page, box, text }, index) => {
        const proposal = { kind: 'cell', page, box, was: { text }, now: { text: `${index}.00` }, reason: '印件清楚' };
        return post(index % 2 === 0 ? one : two, `/api/documents/d1/corrections?v=${VERSION}&anyway`, proposal);
      }),
    );
    expect(replies.map(({ status }) => status)).toEqual(cells.map(() => 200));
    expect(JSON.parse(readFileSync(path.join(one.folder, 'a.corrections.json'), 'utf8')).corrections).toHaveLength(12);
    expect(filesBelow(one.folder)).toEqual(['a.corrections.json', 'a.pdf']);
    for (const each of [one, two]) expect((await get<View>(each, '/api/documents/d1')).corrections).toHaveLength(12);
  });

  test('what another has withdrawn is not withdrawn again, and nothing stands in for it', async () => {
    const one = await serve();
    const two = await serveAgain(one);
    const proposal = await proposalOf(one);
    const [kept] = JSON.parse((await post(one, `/api/documents/d1/corrections?v=${VERSION}`, proposal)).body).corrections;
    const withdraw = (serving: Serving) =>
      post(serving, `/api/documents/d1/corrections/replace?v=${VERSION}`, { from: kept.correction, to: null });
    expect((await withdraw(two)).status).toBe(200);
    const { status, body } = await withdraw(one);
    expect([status, JSON.parse(body).reload]).toEqual([409, true]);
  });
});

describe('a document that is replaced while it is looked at', () => {
  const other = draw({ department: '安阳市北关区财政局', year: 2021 });

  test('a PDF is replaced while it is looked at → nothing of the old one is shown or corrected any more, the page says so → nothing; it is read again', async () => {
    const serving = await serve();
    const good = await proposalOf(serving);
    const picture = `/api/documents/d1/pages/1/page?v=${VERSION}`;
    expect((await ask(serving.origin, picture, own(serving))).status).toBe(200);
    writeFileSync(path.join(serving.folder, 'a.pdf'), other);
    const replies = [
      await ask(serving.origin, picture, own(serving)),
      await post(serving, `/api/documents/d1/corrections?v=${VERSION}`, good),
      await post(serving, `/api/documents/d1/corrections/replace?v=${VERSION}`, { from: { ...good, by: '张三' }, to: null }),
    ];
    expect(replies.map(({ status, body }) => [status, JSON.parse(body).reload])).toEqual([409, 409, 409].map((status) => [status, true]));
    expect(filesBelow(serving.folder)).toEqual(['a.pdf']);
    const view = await get<View>(serving, '/api/documents/d1');
    expect([view.sha256, view.document.year]).toEqual([sha256Of(other), 2021]);
    expect((await ask(serving.origin, `/api/documents/d1/pages/1/page?v=${view.sha256}`, own(serving))).status).toBe(200);
  });

  test('by the same bytes, or touched, it is the same document', async () => {
    const serving = await serve();
    const good = await proposalOf(serving);
    writeFileSync(path.join(serving.folder, 'a.pdf'), readFileSync(SAMPLE));
    expect((await post(serving, `/api/documents/d1/corrections?v=${VERSION}`, good)).status).toBe(200);
  });

  test('nothing is answered that does not say which version it is about', async () => {
    const serving = await serve();
    const good = await proposalOf(serving);
    expect((await post(serving, '/api/documents/d1/corrections', good)).status).toBe(400);
    expect((await ask(serving.origin, '/api/documents/d1/pages/1/page', own(serving))).status).toBe(400);
  });
});
