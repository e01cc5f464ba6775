import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { archiveFolders } from '../../../src/archive/run/folders.js';
import { folderOf, newStore, silent } from '../store.js';

test('the largest documents are read first, so that none is left to one worker at the end; those with corrections before all', async () => {
  const folder = folderOf({
    'a.pdf': Buffer.alloc(10, 'a'),
    'b.pdf': Buffer.alloc(3000, 'b'),
    'c.pdf': Buffer.alloc(200, 'c'),
    'd/small.pdf': Buffer.alloc(1, 'd'),
    'd/small.corrections.json': '{}',
    'e.pdf': Buffer.alloc(200, 'e'),
  });
  const submitted: string[] = [];
  const reader = {
    submit: async ({ name }: { name: string }) => void submitted.push(name),
    settle: async () => {},
    drain: async () => [],
    close: async () => {},
  };
  const store = await newStore();
  await archiveFolders(
    { folders: [folder], location: 'store', document: { ocr: 'off' }, retry: false },
    { store, reader, observer: silent, families, stop: new AbortController().signal },
  );
  expect(submitted).toEqual(['small.pdf', 'b.pdf', 'c.pdf', 'e.pdf', 'a.pdf']);
});
