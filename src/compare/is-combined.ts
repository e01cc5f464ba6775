import { strFromU8, unzipSync } from 'fflate';
import { workbookXml } from '../emit/workbook/package-parts.js';

const WORKBOOK = 'xl/workbook.xml';
/** In either language. */
const SHEETS = /^(?:目录(?:,勾稽\d*)+(?:,数据\d*)+|Contents(?:,Findings\d*)+(?:,Data\d*)+)$/u;

/** Bytes that a list of sheets may take once unpacked. */
const MOST_BYTES = 1_000_000;

/**
 * Whether these are the bytes of a workbook of a folder as juesuan writes it, and nothing else: one that a person has saved again has another
 * list of sheets, letter by letter, even where its sheets have the same names.
 */
export function isCombinedWorkbook(bytes: Uint8Array): boolean {
  const xml = listOfSheets(bytes);
  if (xml === null) return false;
  const names = [...xml.matchAll(/<sheet name="([^"<&]*)"/gu)].map(([, name = '']) => name);
  return SHEETS.test(names.join(',')) && xml === workbookXml(names);
}

function listOfSheets(bytes: Uint8Array): string | null {
  try {
    const part = unzipSync(bytes, { filter: ({ name, originalSize }) => name === WORKBOOK && originalSize <= MOST_BYTES })[WORKBOOK];
    return part ? strFromU8(part) : null;
  } catch {
    // Whatever it is, it is no workbook of ours.
    return null;
  }
}
