/** Archives of files, which are no documents themselves: what is inside. */
import { rarNames } from './rar.js';
import { readZip } from './zip.js';
import { zipNames } from './zip-names.js';

export const ZIP = 'application/zip';
const RAR = 'application/vnd.rar';
/** How names of archives end. */
export const ARCHIVES: readonly string[] = ['.zip', '.rar'];

/** What a Mac puts beside every file, and Windows into folders of pictures. */
const LEAVINGS = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/iu;

/** Files that are named; more are counted. */
const NAMED = 12;

/** The files in an archive, as a sentence; nothing for what is no archive, and where its list cannot be read. */
export function insideOf(bytes: Uint8Array, mediaType: string | undefined): string {
  const names = mediaType === ZIP ? zipNames(bytes) : mediaType === RAR ? rarNames(bytes) : [];
  const files = names.filter((name) => !LEAVINGS.test(name));
  if (files.length === 0) return '';
  const listed = files.slice(0, NAMED).join(', ');
  const more = files.length > NAMED ? ` and ${files.length - NAMED} more` : '';
  const how = mediaType === ZIP ? ' Pass --unpack to extract what is in it.' : ' Unpack it, then extract what was in it.';
  return ` It holds ${files.length} ${files.length === 1 ? 'file' : 'files'}: ${listed}${more}.${how}`;
}

/** The files in a ZIP that somebody meant to be there. @throws DisclosureError as `readZip` */
export async function zipMembers(bytes: Uint8Array): Promise<readonly { readonly name: string; readonly bytes: () => Uint8Array }[]> {
  const zip = await readZip(bytes);
  return zip.entries.filter((name) => !LEAVINGS.test(name)).map((name) => ({ name, bytes: () => zip.bytes(name) }));
}
