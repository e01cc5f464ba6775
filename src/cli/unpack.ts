import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DisclosureError } from '../base/errors.js';
import { stemOf } from '../read/containers.js';
import { zipDocuments } from '../read/zip-documents.js';
import { readSource } from '../workers/source.js';
import type { Input } from './inputs.js';

interface Unpacked {
  readonly inputs: readonly Input[];
  /** Takes away what was unpacked. */
  remove(): Promise<void>;
}

/**
 * The inputs, in place of each ZIP file the documents in it: their results go into a folder of its name. A ZIP that holds no document, or
 * that cannot be read, stays an input and says so. What is unpacked lies in a folder of its own, in others by number: no name of a member is a path.
 */
export async function unpack(inputs: readonly Input[], wanted: boolean): Promise<Unpacked> {
  if (!wanted) return { inputs, remove: async () => {} };
  const folder = await mkdtemp(path.join(tmpdir(), 'juesuan-'));
  const all: Input[] = [];
  for (const input of inputs) all.push(...(await membersOf(input, path.join(folder, String(all.length)))));
  return { inputs: all, remove: async () => await rm(folder, { recursive: true, force: true }) };
}

async function membersOf(input: Input, target: string): Promise<readonly Input[]> {
  try {
    const members = await zipDocuments(await readSource(input.path));
    if (!members) return [input];
    const inside: Input[] = [];
    for (const [index, member] of members.entries()) {
      const name = path.posix.basename(member.name);
      const own = `${target}-${index}`;
      await mkdir(own);
      const file = path.join(own, plainName(name));
      await writeFile(file, member.bytes());
      inside.push({ path: file, name, stem: path.join(input.stem, ...safeSteps(stemOf(member.name))) });
    }
    return inside;
  } catch (error) {
    if (error instanceof DisclosureError) return [input];
    throw error;
  }
}

/** Bytes of a file's name that every file system takes, and its ending. */
const LONGEST = 60;

/** A name as a file can bear it: it is for people, the folder around it tells members apart. */
function plainName(name: string): string {
  const extension = path.extname(name);
  return (
    name
      .slice(0, name.length - extension.length)
      .replace(/[\p{Cc}<>:"|?*\\/]/gu, '_')
      .slice(0, LONGEST) + extension
  );
}

/** The folders and the name of a member, as far as they lead down. */
const safeSteps = (name: string): string[] => name.split('/').filter((step) => step !== '' && step !== '.' && step !== '..');
