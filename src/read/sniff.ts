import { isOle, streamNames } from './ole.js';
import { zipNames } from './zip-names.js';

/** Bytes at the start in which a PDF may hide its header (ISO 32000-1, annex H.3.4.1 allows 1,024). */
const HEAD = 1024;
/** First bytes in hex. */
const SIGNATURES: readonly (readonly [name: string, mediaType: string, start: string])[] = [
  ['a PNG picture', 'image/png', '89504e470d0a'],
  ['a JPEG picture', 'image/jpeg', 'ffd8ff'],
  ['a TIFF picture', 'image/tiff', '49492a00'],
  ['a TIFF picture', 'image/tiff', '4d4d002a'],
  ['a GIF picture', 'image/gif', '47494638'],
  ['a RAR archive', 'application/vnd.rar', '526172211a07'],
  ['an RTF document', 'application/rtf', '7b5c727466'],
];

/** Bytes behind the head in which the first object of a PDF begins. */
const OBJECT = 4096;

const PDF: FileKind = { name: 'a PDF', mediaType: 'application/pdf' };

const HTML = /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|script|meta|!--)/i;
/** A web page and what belongs to it, packed as a mail is. */
const MHTML = /^(?:\xef\xbb\xbf)?\s*(?:MIME-Version:|From: <Saved by|Content-Type: multipart\/related)/i;
const XML = /^(?:\xef\xbb\xbf)?\s*<\?xml/i;

/** Excel 2003 writes a workbook as one XML file. */
const SPREADSHEET_XML =
  /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*>\s*(?:<\?mso-application[^>]*Excel\.Sheet[^>]*\?>|(?:<!--.*?-->\s*)*<(?:\w+:)?Workbook[\s>])/is;

/** What a ZIP file holds by the entry that only such files have. */
const ZIP_KINDS: readonly (readonly [entry: RegExp, name: string, mediaType: string])[] = [
  [/^(?:[^/]+\/)?OFD\.xml$/u, 'an OFD document', 'application/ofd'],
  [/^word\/document\d*\.xml$/u, 'a Word document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/^xl\/workbook\d*\.(?:xml|bin)$/u, 'an Excel workbook', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [
    /^ppt\/presentation\d*\.xml$/u,
    'a PowerPoint presentation',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ],
];

/** A document of today within an OLE file ([MS-OFFCRYPTO]). */
export const ENCRYPTED = 'application/x-ole-storage+encrypted';

/** What an OLE file is by the stream that only such files have. */
const OLE_KINDS: readonly (readonly [stream: string, name: string, mediaType: string])[] = [
  ['WordDocument', 'a Word document of the old format', 'application/msword'],
  ['Workbook', 'an Excel workbook of the old format', 'application/vnd.ms-excel'],
  ['Book', 'an Excel workbook of the old format', 'application/vnd.ms-excel'],
  ['EncryptedPackage', 'an encrypted Word or Excel document', ENCRYPTED],
  ['PowerPoint Document', 'a PowerPoint presentation of the old format', 'application/vnd.ms-powerpoint'],
];

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** The media type of a file, `application/octet-stream` where it is unknown. */
export function mediaTypeOf(bytes: Uint8Array): string {
  return whatIs(bytes)?.mediaType ?? 'application/octet-stream';
}

/** What a file is: as a sentence names it, and its media type. */
export interface FileKind {
  readonly name: string;
  readonly mediaType: string;
}

/** What a file is by its first bytes, a ZIP by its entries; null where it is unknown. */
export function whatIs(bytes: Uint8Array): FileKind | null {
  const head = latin1(bytes.subarray(0, HEAD));
  const hex = Buffer.from(head, 'latin1').toString('hex');
  for (const [name, mediaType, start] of SIGNATURES) if (hex.startsWith(start)) return { name, mediaType };
  if (isOle(bytes)) return oleKind(bytes);
  // A server may have written a line of its own before the file.
  if (head.includes('%PDF-') && latin1(bytes.subarray(0, HEAD + OBJECT)).includes(' obj')) return PDF;
  if (SPREADSHEET_XML.test(head)) return { name: 'an Excel workbook as XML', mediaType: 'application/vnd.ms-excel+xml' };
  if (MHTML.test(head)) return { name: 'a web page in one file (MHTML)', mediaType: 'multipart/related' };
  if (HTML.test(head)) return { name: 'an HTML page', mediaType: 'text/html' };
  if (XML.test(head)) return { name: 'an XML document', mediaType: 'application/xml' };
  if (!head.startsWith('PK\x03\x04')) return head.includes('%PDF-') ? PDF : null;
  return zipKind(bytes);
}

function oleKind(bytes: Uint8Array): FileKind {
  for (const stream of streamNames(bytes)) {
    const kind = OLE_KINDS.find(([known]) => known === stream);
    if (kind) return { name: kind[1], mediaType: kind[2] };
  }
  return { name: 'a Word, Excel or PowerPoint document of the old format', mediaType: 'application/x-ole-storage' };
}

function zipKind(bytes: Uint8Array): FileKind {
  const names = zipNames(bytes);
  for (const [entry, name, mediaType] of ZIP_KINDS) if (names.some((each) => entry.test(each))) return { name, mediaType };
  return { name: 'a ZIP archive', mediaType: 'application/zip' };
}
