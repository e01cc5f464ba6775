import path from 'node:path';
import type { SchemaElement } from 'hyparquet';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { Column, Line, Resource } from './resource.js';
import { ExportError, type Sink } from './sink.js';

/** Lines of a row group: what is held in memory, and what a reader can skip. */
const ROW_GROUP = 50_000;

/** Places after the point of a decimal: 万元 with six places are the most that is published. */
const SCALE = 10;
/** Digits in all: what 16 bytes hold, and every reader takes. */
const PRECISION = 38;
const DECIMAL_BYTES = 16;

/** Decimals as DECIMAL(38, 10), integers as INT64; never a float for an amount. */
export async function openParquet(file: string, { columns }: Resource): Promise<Sink> {
  const writer = fileWriter(file);
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.map(toElement)];
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'juesuan' });
  let waiting: Line[] = [];
  const put = async (lines: readonly Line[]) => {
    const columnData = columns.map(({ name, type }, index) => ({ name, data: lines.map((line) => toCell(line[index] ?? null, type)) }));
    await parquet.write({ columnData, rowGroupSize: ROW_GROUP });
  };
  return {
    file: path.basename(file),
    write: async (lines) => {
      waiting.push(...lines);
      while (waiting.length >= ROW_GROUP) {
        await put(waiting.slice(0, ROW_GROUP));
        waiting = waiting.slice(ROW_GROUP);
      }
    },
    end: async () => {
      if (waiting.length > 0) await put(waiting);
      await parquet.finish();
    },
  };
}

function toElement({ name, type, required }: Column): SchemaElement {
  const repetition = { name, repetition_type: required ? ('REQUIRED' as const) : ('OPTIONAL' as const) };
  if (type === 'integer') return { ...repetition, type: 'INT64' };
  if (type === 'real') return { ...repetition, type: 'DOUBLE' };
  if (type === 'decimal') {
    return {
      ...repetition,
      type: 'FIXED_LEN_BYTE_ARRAY',
      type_length: DECIMAL_BYTES,
      converted_type: 'DECIMAL',
      scale: SCALE,
      precision: PRECISION,
    };
  }
  return { ...repetition, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
}

function toCell(value: Line[number], type: Column['type']): string | number | bigint | null {
  if (value === null) return null;
  if (type === 'integer') return BigInt(value);
  return type === 'decimal' ? unscaled(String(value)) : value;
}

/** `-12.3` → -123000000000n. @throws ExportError where the decimal does not fit: it is never rounded */
export function unscaled(decimal: string): bigint {
  if (!fitsParquet(decimal)) {
    throw new ExportError(
      `the value ${decimal} does not fit into DECIMAL(${PRECISION}, ${SCALE}) of Parquet, and is not rounded: export as csv`,
    );
  }
  return digitsOf(decimal);
}

/** Whether a decimal has no more digits, and places, than a DECIMAL of ours. */
export function fitsParquet(decimal: string): boolean {
  const { length: places } = decimal.split('.')[1] ?? '';
  return places <= SCALE && String(digitsOf(decimal)).replace('-', '').length <= PRECISION;
}

function digitsOf(decimal: string): bigint {
  const [whole = '', places = ''] = decimal.split('.');
  return BigInt(`${whole}${places.padEnd(SCALE, '0')}`);
}
