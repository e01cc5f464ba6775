import path from 'node:path';
import { expect, test } from 'vitest';
import type { Disclosure, DisclosureValue } from '../../schemas/disclosure.js';
import { withoutDraft } from '../../src/emit/document.js';
import { emitDocument } from '../../src/workers/emit-document.js';
import { temporaryFolder } from '../cli/juesuan.js';
import { disclosure, row, table } from '../emit/fixture.js';

function cell(status: DisclosureValue['status']): DisclosureValue {
  return { text: '1.00', value: '1.00', yuan: null, page: 1, box: [0, 0, 1, 1], method: 'text', status };
}

function withStatuses(...statuses: DisclosureValue['status'][]): Disclosure {
  return disclosure({ tables: [table({ rows: statuses.map((status) => row('合计', { total: cell(status) })) })] });
}

test('--strict counts values that are contradicted or unreadable, and no others', async () => {
  const { doubtful } = await emitDocument(
    withoutDraft(withStatuses('proved', 'contradicted', null, 'unreadable', 'unchecked', 'uncontradicted')),
    {
      to: 'caller',
      format: 'json',
    },
  );
  expect(doubtful).toBe(2);
});

test('an error of ours while writing is not passed off as one of the disk', async () => {
  const broken = { ...disclosure(), schemaVersion: '0' } as unknown as Disclosure;
  const stem = path.join(temporaryFolder(), 'x');
  await expect(emitDocument(withoutDraft(broken), { to: 'files', stem, formats: ['json'] })).rejects.toThrow();
});
