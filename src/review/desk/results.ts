import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { shownName, systemPath } from '../../base/file-name.js';
import { currentLanguage, type Language, say } from '../../base/language.js';
import { readRegular, UnreadableFileError } from '../../base/regular-file.js';
import { sha256Of } from '../../base/sha256.js';
import { readCorrectionsBeside } from '../../corrections/file.js';
import { FORMATS, type Format } from '../../emit/results.js';
import { stemOf } from '../../read/containers.js';
import { readTriageBeside } from '../../triage/file.js';
import type { DocumentJob, DocumentResult } from '../../workers/job.js';
import type { FileVersion } from '../version.js';
import type { PrivateFolder } from './private-folder.js';
import { safeParts } from './upload-path.js';
import type { ZipMember } from './zip-stream.js';

/** What a result is made of: a document, and whether its file and corrections are still the same. */
export interface ResultSource {
  readonly id: string;
  readonly path: string;
  /** Its path below what was opened, without its ending. */
  readonly stem: string;
  readonly version: FileVersion;
}

/** A result as `juesuan extract` writes it. */
export interface ResultFile {
  /** `beiguan-2024.xlsx` */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A document has no such result: nothing could be read of it, or the result could not be written. */
export class NoResult extends Error {
  override readonly name = 'NoResult';
}

export const isFormat = (text: string): text is Format => FORMATS.some((format) => format === text);

/** Results of documents, made when they are asked for and kept in a private folder while document, corrections and judgements stay the same. */
export class Results {
  private readonly made = new Map<string, Promise<DocumentResult>>();

  constructor(
    private readonly folder: PrivateFolder,
    private readonly extract: (job: DocumentJob) => Promise<DocumentResult>,
    private readonly options: DocumentJob['options'],
  ) {}

  /** One result of a document. @throws NoResult with a sentence; system errors */
  async one(source: ResultSource, format: Format): Promise<ResultFile> {
    const [file] = await this.files(source, [format]);
    // A document of which nothing could be read has its JSON alone, which says why.
    const isOther = file !== undefined && format !== 'json' && file.name.endsWith('.json');
    if (!file || isOther) throw new NoResult(say('这份文件什么也没有读出。', 'Nothing could be read of this document.'));
    return file;
  }

  /** Every result of each document, and what a person has written about it, under the paths that the documents had. */
  async *all(sources: readonly ResultSource[]): AsyncGenerator<ZipMember> {
    const taken = new Set<string>();
    for (const source of sources) {
      const stem = freeStem(source, taken);
      const own = resultStem(source).length;
      for (const { name, bytes } of await this.files(source, FORMATS)) yield { path: stem + name.slice(own), bytes };
      for (const { ending, bytes } of await filesAbout(source)) yield { path: stem + ending, bytes };
    }
  }

  private async files(source: ResultSource, formats: readonly Format[]): Promise<ResultFile[]> {
    const sha256 = await source.version.sha256();
    const corrections = await readCorrectionsBeside(source.path);
    const triage = await readTriageBeside(source.path);
    const language = currentLanguage();
    const key = sha256Of(Buffer.from(JSON.stringify([source.id, sha256, corrections, triage, formats, language]))).slice(0, 32);
    const making = this.made.get(key) ?? this.make(source, corrections, { formats, language }, key);
    this.made.set(key, making);
    const { written, outcome } = await making;
    if (written.length === 0) {
      this.made.delete(key);
      throw new NoResult(outcome.message ?? 'The result could not be written.');
    }
    return await Promise.all(written.map(async (file) => ({ name: path.basename(file), bytes: await readFile(systemPath(file)) })));
  }

  private async make(
    source: ResultSource,
    corrections: string | null,
    wanted: { readonly formats: readonly Format[]; readonly language: Language },
    key: string,
  ): Promise<DocumentResult> {
    const folder = path.join(await this.folder.path(), 'results', key);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const stem = path.join(folder, resultStem(source));
    const name = shownName(path.basename(source.path));
    return await this.extract({
      path: source.path,
      name,
      options: this.options,
      corrections,
      destination: { to: 'files', stem, ...wanted },
    });
  }
}

/** The name of its results without their endings. */
const resultStem = ({ path: file }: ResultSource): string => safeParts(shownName(stemOf(path.basename(file))))?.at(-1) ?? 'document';

/** The path of a document's results in an archive, without their endings: two documents of one name lie apart. */
function freeStem(source: ResultSource, taken: Set<string>): string {
  const above = shownName(path.dirname(source.stem));
  const stem = [...(above === '.' ? [] : (safeParts(above) ?? [])), resultStem(source)].join('/');
  let free = stem;
  for (let next = 2; taken.has(free.toLowerCase()); next++) free = `${stem} (${next})`;
  taken.add(free.toLowerCase());
  return free;
}

/** Endings of files beside a document that say what a person made of it. */
const ABOUT = ['.corrections.json', '.triage.json'] as const;
/** Bytes of such a file. */
const LARGEST = 50_000_000;

async function filesAbout({ path: file }: ResultSource): Promise<{ readonly ending: string; readonly bytes: Uint8Array }[]> {
  const found = await Promise.all(
    ABOUT.map(async (ending) => {
      try {
        return [{ ending, bytes: await readRegular(stemOf(file) + ending, LARGEST) }];
      } catch (error) {
        if (error instanceof UnreadableFileError && error.reason === 'not-there') return [];
        throw error;
      }
    }),
  );
  return found.flat();
}
