import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { BOM, csvLine } from '../../base/csv.js';
import type { Resource } from './resource.js';
import type { Sink } from './sink.js';

/** RFC 4180, UTF-8 with BOM, as the CSV of a single document. */
export async function openCsv(file: string, { columns }: Resource): Promise<Sink> {
  const stream = createWriteStream(file);
  const isText = (index: number) => columns[index]?.type === 'string';
  const put = async (text: string) => {
    if (!stream.write(text)) await once(stream, 'drain');
  };
  const names = columns.map(({ name }) => name);
  await put(BOM + csvLine(names, isText));
  return {
    file: path.basename(file),
    write: async (lines) => await put(lines.map((line) => csvLine(line, isText)).join('')),
    end: async () => {
      stream.end();
      await finished(stream);
    },
  };
}
