import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { harmless } from '../../emit/csv.js';
import type { Column, Line, Resource } from './resource.js';
import type { Sink } from './sink.js';

/** Excel takes a file without it for GBK. */
const BOM = '\uFEFF';

/** RFC 4180, UTF-8 with BOM, as the CSV of a single document. */
export async function openCsv(file: string, { columns }: Resource): Promise<Sink> {
  const stream = createWriteStream(file);
  const put = async (text: string) => {
    if (!stream.write(text)) await once(stream, 'drain');
  };
  await put(`${BOM}${columns.map(({ name }) => name).join(',')}\r\n`);
  return {
    file: path.basename(file),
    write: async (lines) => await put(lines.map((line) => toText(line, columns)).join('')),
    end: async () => {
      stream.end();
      await finished(stream);
    },
  };
}

function toText(line: Line, columns: readonly Column[]): string {
  return `${line.map((value, index) => field(value, columns[index]?.type)).join(',')}\r\n`;
}

function field(value: Line[number], type: Column['type'] | undefined): string {
  if (value === null) return '';
  const text = type === 'string' ? harmless(String(value)) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
