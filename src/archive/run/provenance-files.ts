import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { readRegular } from '../../base/regular-file.js';
import { divisions } from '../../books/divisions.js';
import type { GivenProvenance } from './provenance.js';
import type { FoundFile, FoundFiles } from './scan.js';

const text = z
  .string()
  .trim()
  .nullish()
  .transform((given) => (given ? given : null));

const provenance = z.object({
  source_url: text.refine((url) => url === null || URL.canParse(url), 'source_url is no URL'),
  published_on: text.refine((day) => day === null || /^\d{4}-\d{2}-\d{2}$/.test(day), 'published_on is no day like 2024-09-30'),
  retrieved_on: text.refine(
    (time) => time === null || (/^\d{4}-\d{2}-\d{2}/.test(time) && !Number.isNaN(Date.parse(time))),
    'retrieved_on is no day or time like 2024-09-30T02:00:00Z',
  ),
  department: text,
  region: text,
});

/** `<file>.meta.json`. */
export async function readSidecar(file: FoundFile): Promise<GivenProvenance> {
  try {
    return toProvenance(JSON.parse(await textOf(file)));
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The lines of every manifest.csv by the document they name; `file` is a path from the manifest's own folder. */
export async function readManifests({
  manifests,
}: FoundFiles): Promise<{ lines: Map<string, GivenProvenance>; problems: Map<string, string> }> {
  const lines = new Map<string, GivenProvenance>();
  const problems = new Map<string, string>();
  for (const manifest of manifests) {
    try {
      for (const line of parseManifest(await textOf(manifest))) {
        lines.set(path.posix.join(path.posix.dirname(manifest.path), line.file), toProvenance(line));
      }
    } catch (error) {
      problems.set(manifest.path, error instanceof Error ? error.message : String(error));
    }
  }
  return { lines, problems };
}

/** Bytes. A manifest of a million lines has less. */
const MOST = 500_000_000;

/** @throws UnreadableFileError */
async function textOf({ root, path: file }: FoundFile): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readRegular(path.join(root, file), MOST));
}

const manifestLine = z.looseObject({ file: z.string().min(1) });

/** @throws Error that names the line */
function parseManifest(csv: string): z.infer<typeof manifestLine>[] {
  const lines: unknown = parse(csv, { bom: true, columns: true, skip_empty_lines: true });
  return z.array(manifestLine).parse(lines);
}

function toProvenance(given: unknown): GivenProvenance {
  const parsed = provenance.safeParse(given);
  if (!parsed.success) return { problem: parsed.error.issues.map((issue) => issue.message).join('; ') };
  return { provenance: { ...parsed.data, region_code: regionCode(parsed.data.region) } };
}

/** 410503, 安阳市北关区 or 河南省安阳市北关区; a name alone only where one division has it. */
function regionCode(region: string | null): string | null {
  if (region === null) return null;
  if (/^\d{6}$/.test(region)) return divisions().entry(region)?.code ?? null;
  const { provinces, prefectures, counties } = divisions();
  const named = [...provinces, ...prefectures, ...counties].filter((division) => {
    const names = [...division.within, division].map((part) => part.name);
    return names.some((_, index) => names.slice(index).join('') === region);
  });
  return named.length === 1 ? (named[0]?.code ?? null) : null;
}
