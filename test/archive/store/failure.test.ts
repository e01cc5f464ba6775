import { expect, test } from 'vitest';
import { StoreError } from '../../../src/archive/store/database.js';
import { inStore, StoreFailure, toStoreFailure } from '../../../src/archive/store/failure.js';

/** An error as Node, libsql and pg throw it. */
const thrown = (message: string, fields: Readonly<Record<string, unknown>>) => Object.assign(new Error(message), fields);

test.each([
  ['no space', { code: 'ENOSPC', syscall: 'write' }, 'its disk is full'],
  ['a used up quota', { code: 'EDQUOT', syscall: 'write' }, 'the quota of its disk is used up'],
  ['a disk mounted read-only', { code: 'EROFS', syscall: 'open' }, 'it may not be written'],
  ['a broken disk', { code: 'EIO', syscall: 'fsync' }, 'its disk does not work'],
  ['a file size limit', { code: 'EFBIG', syscall: 'write' }, 'a file of it would be larger than the system allows'],
  ['a folder that is none', { code: 'ENOTDIR', syscall: 'mkdir' }, 'the system refuses'],
  ['SQLite: full', { code: 'SQLITE_FULL', rawCode: 13 }, 'its disk is full'],
  ['SQLite: read-only, an extended code', { code: 'UNKNOWN_SQLITE_ERROR_1544', rawCode: 1544 }, 'it may not be written'],
  ['SQLite: a write that failed', { code: 'SQLITE_IOERR_WRITE', rawCode: 778 }, 'its disk does not work'],
  ['SQLite: a damaged file', { code: 'SQLITE_CORRUPT', rawCode: 11 }, 'juesuan archive --rebuild'],
  ['PostgreSQL: a full disk', { code: '53100' }, 'its disk is full'],
  ['PostgreSQL: being shut down', { code: '57P01' }, 'its server does not answer, or refuses'],
  ['PostgreSQL: read-only', { code: '25006' }, 'it may not be written'],
  ['PostgreSQL: nobody listens, on any of several addresses', { code: 'ECONNREFUSED' }, 'its server does not answer, or refuses'],
])('the store failed: %s', (_case, fields, cause) => {
  const failure = toStoreFailure(thrown('as it was told', fields));
  expect(failure).toBeInstanceOf(StoreFailure);
  expect(failure).toMatchObject({ message: expect.stringContaining(cause) });
  expect(failure).toMatchObject({ message: expect.stringContaining('as it was told') });
});

test('the store failed: a connection that breaks under a query has no code', () => {
  expect(toStoreFailure(new Error('Connection terminated unexpectedly'))).toBeInstanceOf(StoreFailure);
});

test.each([
  ['a row that is there already', { code: 'SQLITE_CONSTRAINT_PRIMARYKEY', rawCode: 1555 }],
  ['wrong SQL', { code: 'SQLITE_ERROR', rawCode: 1 }],
  ['a number PostgreSQL does not take', { code: '22003' }],
  ['a duplicate in PostgreSQL', { code: '23505' }],
  ['an error of Node about an argument', { code: 'ERR_INVALID_ARG_TYPE' }],
  ['an error of ours', {}],
])('the store did not fail: %s', (_case, fields) => {
  const error = thrown('x', fields);
  expect(toStoreFailure(error)).toBe(error);
});

test('what is no error, and what is told already, stays as it is', async () => {
  expect(toStoreFailure('x')).toBe('x');
  const told = new StoreError('one sentence');
  expect(toStoreFailure(told)).toBe(told);
  await expect(inStore(() => Promise.reject(thrown('x', { code: 'ENOSPC' })))).rejects.toThrow(StoreFailure);
  expect(await inStore(() => 1)).toBe(1);
});
