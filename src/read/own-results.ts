/** Results of ours among documents: workbooks, reports and stories, which a folder may hold beside the documents that they are of. */
import type { FileHandle } from 'node:fs/promises';
import { type Entry, fromFdPromise } from 'yauzl';
import { isMarkedPage, isMarkedProperties, PAGE_HEAD, PROPERTIES_PART } from '../base/own-mark.js';
import { UnreadableFileError, withRegular } from '../base/regular-file.js';

/** How names of workbooks, texts and pages end: no other file is opened. */
const MAY_BE = /\.(?:xls[xm]?|docx|html?)$/iu;

/** Parts of a workbook that are looked through; one of a thousand sheets has some 3,000. */
const MOST_PARTS = 10_000;
/** Bytes of the part with the mark. Ours has 400; a program that saves the workbook again may add properties. */
const LARGEST = 100_000;

/**
 * Whether a file is a workbook, a text or a report that we wrote, by the mark in it; little of it is read. One that cannot be read is none that is
 * known to be ours: reading it as a document will say what is wrong with it.
 * @param path as `file-name.ts` has it
 */
export async function isOwnResult(path: string): Promise<boolean> {
  if (!MAY_BE.test(path)) return false;
  try {
    return await withRegular(path, Number.POSITIVE_INFINITY, async (file) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(PAGE_HEAD), 0, PAGE_HEAD, 0);
      const head = buffer.toString('latin1', 0, bytesRead);
      return head.startsWith('PK') ? isMarkedProperties(await propertiesOf(file)) : isMarkedPage(head);
    });
  } catch (error) {
    if (error instanceof UnreadableFileError) return false;
    throw error;
  }
}

/** The part of a ZIP that may hold the mark, as text; empty where it has none, or is no ZIP that can be followed. */
async function propertiesOf(file: FileHandle): Promise<string> {
  try {
    const zip = await fromFdPromise(file.fd, { autoClose: false, lazyEntries: true });
    if (zip.entryCount > MOST_PARTS) return '';
    for await (const entry of zip.eachEntry()) if (isPart(entry)) return await textOf(await zip.openReadStreamPromise(entry));
    return '';
  } catch (error) {
    if (isSystemError(error)) throw error;
    // Whatever is wrong with the package.
    return '';
  }
}

const isPart = ({ fileName, uncompressedSize }: Entry): boolean => fileName === PROPERTIES_PART && uncompressedSize <= LARGEST;

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

async function textOf(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
