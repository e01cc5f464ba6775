import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../schemas/disclosure.js';
import { sha256Of } from '../../src/base/sha256.js';
import { bySeverity } from '../../src/emit/words.js';
import { isOwnResult } from '../../src/read/own-results.js';
import { withJudgements } from '../../src/triage/edit.js';
import { readSample } from '../read-sample.js';
import { juesuan, SAMPLE, temporaryFolder } from './juesuan.js';

const sha256 = sha256Of(readFileSync(SAMPLE));
let findings: readonly Finding[] = [];
beforeAll(async () => {
  findings = bySeverity((await readSample('beiguan-2024')).findings);
});

/** The sample, with its first two findings 属实 and its third 误报. */
function judgedSample(): string {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'a.pdf'), readFileSync(SAMPLE));
  const judged = (finding: number, state: 'confirmed' | 'dismissed') => ({ finding, was: null, now: { state, note: `备注${finding}` } });
  const changes = [judged(0, 'confirmed'), judged(1, 'confirmed'), judged(2, 'dismissed')];
  const triage = withJudgements(null, { name: 'a.pdf', sha256 }, findings, changes, { by: '张三', on: '2026-01-31' });
  writeFileSync(path.join(folder, 'a.triage.json'), JSON.stringify(triage));
  return folder;
}

const textOf = (file: string, part: string) => Buffer.from(unzipSync(readFileSync(file))[part] ?? []).toString('utf8');

test('story writes what is marked 属实, and that alone, with notes, pictures and hash, in each format', async () => {
  const folder = judgedSample();
  const ran = await juesuan(['story', 'a.pdf', '--format', 'docx,html,xlsx'], folder);
  expect(ran).toEqual({ code: 0, stdout: 'out/a.story.html\nout/a.story.docx\nout/a.story.xlsx\n', stderr: '' });
  const html = readFileSync(path.join(folder, 'out/a.story.html'), 'utf8');
  const docx = path.join(folder, 'out/a.story.docx');
  const texts = [html, textOf(docx, 'word/document.xml'), textOf(path.join(folder, 'out/a.story.xlsx'), 'xl/sharedStrings.xml')];
  for (const text of texts) {
    for (const told of [findings[0]?.message, findings[1]?.message, '备注0', '备注1', sha256, '2026-01-31']) expect(text).toContain(told);
    expect(text).not.toContain(findings[2]?.message);
  }
  // A sentence or a second table beside the cell.
  expect(html.match(/<img /gu)?.length).toBe(4);
  expect(Object.keys(unzipSync(readFileSync(docx))).filter((name) => name.endsWith('.png'))).toHaveLength(4);
  for (const format of ['html', 'docx', 'xlsx']) expect(await isOwnResult(path.join(folder, `out/a.story.${format}`))).toBe(true);
  const before = readFileSync(docx);
  expect((await juesuan(['story', 'a.pdf', '--format', 'docx'], folder)).code).toBe(0);
  expect(readFileSync(docx)).toEqual(before);
});

test('story overwrites no other file, and refuses where nothing is marked', async () => {
  const folder = judgedSample();
  writeFileSync(path.join(folder, 'a.story.html'), 'mine');
  expect(await juesuan(['story', 'a.pdf', '--out', '.'], folder)).toEqual({
    ...{ code: 2, stdout: '' },
    stderr: 'juesuan: a.story.html is no story of this document and is never overwritten\n',
  });
  writeFileSync(path.join(folder, 'a.triage.json'), '{}');
  expect((await juesuan(['story', 'a.pdf'], folder)).stderr).toContain('a.triage.json: 文件旁已有的判定文件不合格式');
  writeFileSync(path.join(folder, 'b.pdf'), readFileSync(SAMPLE));
  const none = await juesuan(['story', 'b.pdf'], folder);
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('no finding of b.pdf is marked 属实 (nothing was judged of it)')]);
  expect((await juesuan(['story', 'a.pdf', '--format', 'pdf'], folder)).code).toBe(2);
});

test('story tells of what was judged and is found no more', async () => {
  const folder = judgedSample();
  const file = path.join(folder, 'a.triage.json');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"found":"395.87"', '"found":"395.88"'));
  expect((await juesuan(['story', 'a.pdf'], folder)).stderr).toContain('判定过的问题已不在结果中');
});

test('crop --finding writes the card of one finding: sentence, both places, page and hash', async () => {
  const folder = judgedSample();
  const ran = await juesuan(['crop', 'a.pdf', '--finding', '2'], folder);
  expect(ran).toEqual({ code: 0, stdout: 'out/a-finding02.html\n', stderr: '' });
  const card = readFileSync(path.join(folder, 'out/a-finding02.html'), 'utf8');
  for (const told of [findings[1]?.message, findings[1]?.quote?.text, `原件第${findings[1]?.quote?.page}页`, sha256])
    expect(card).toContain(told);
  expect(card.match(/<img /gu)?.length).toBe(2);
  expect((await juesuan(['crop', 'a.pdf', '--finding', '2', '--out', 'b.docx'], folder)).stdout).toBe('b.docx\n');
  expect(textOf(path.join(folder, 'b.docx'), 'word/document.xml')).toContain(findings[1]?.message);
  expect((await juesuan(['crop', 'a.pdf', '--finding', '99'], folder)).stderr).toBe(
    `juesuan: --finding: the document has ${findings.length} findings, there is no 99\n`,
  );
  expect((await juesuan(['crop', 'a.pdf', '--finding', '1', '--out', 'b.png'], folder)).code).toBe(2);
});
