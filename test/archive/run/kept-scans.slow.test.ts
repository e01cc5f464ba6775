import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { picturesToPdf } from '../../../bench/picture-pdf.js';
import { openStore } from '../../../src/archive/store/open.js';
import { filesBelow, juesuan, SAMPLE, temporaryFolder } from '../../cli/juesuan.js';
import { rendered } from '../../read/pdf/rendered.js';
import { folderOf } from '../store.js';

const PAGE = 8;
const DPI = 200;

test('a new version has other rules → every document is made anew, scans from the pages that were kept → nothing', {
  timeout: 480_000,
}, async () => {
  const picture = await rendered(new Uint8Array(readFileSync(SAMPLE)), PAGE, { dpi: DPI });
  const folder = folderOf({ 'scan.pdf': picturesToPdf([picture], DPI) });
  const store = path.join(temporaryFolder(), 'store');
  const archive = async () => {
    const { stderr } = await juesuan(['archive', folder, '--store', store, '--log', 'json'], folder);
    return JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}');
  };
  expect(await archive()).toMatchObject({ extracted: 1 });
  const [pages = ''] = filesBelow(path.join(store, 'pages')).map((file) => path.join(store, 'pages', file));
  const [json = ''] = filesBelow(path.join(store, 'json')).map((file) => path.join(store, 'json', file));
  const before = { pages: statSync(pages).mtimeMs, json: readFileSync(json) };
  console.info(`the pages of a scan of one page: ${statSync(pages).size} bytes; its JSON: ${before.json.length}`);

  const opened = await openStore(store);
  await opened.database.run("UPDATE documents SET stamp = 'other rules'");
  await opened.close();
  expect(await archive()).toMatchObject({ renewed: 1, extracted: 1 });
  expect(readFileSync(json).equals(before.json)).toBe(true);
  // Read by OCR it would have been kept anew.
  expect(statSync(pages).mtimeMs).toBe(before.pages);
});
