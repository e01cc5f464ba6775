/** Stories of one document on the command line: what was judged beside it, its pictures, and the files that are written. */
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Disclosure } from '../../schemas/disclosure.js';
import type { Judgement } from '../../schemas/triage.js';
import { readIfThere, writeWhole } from '../base/files.js';
import { say } from '../base/language.js';
import { drawExcerpt } from '../emit/story/draw.js';
import { judgedStory } from '../emit/story/of-document.js';
import type { Story } from '../emit/story/story.js';
import { renderStory, STORY_FORMATS, type StoryFormat } from '../emit/story/write.js';
import { Pictures } from '../picture/pictures.js';
import { openDocument } from '../read/containers.js';
import { isOwnResult } from '../read/own-results.js';
import { readTriage } from '../triage/edit.js';
import { readTriageBeside, triagePath } from '../triage/file.js';
import { matchJudgements } from '../triage/match.js';
import { extractOne } from './extract-one.js';
import type { Input } from './inputs.js';
import { harmlessLine } from './line.js';
import { withInput } from './one-input.js';
import { UsageError } from './usage.js';

interface StorySource {
  readonly story: Story;
  /** Whether anything was judged of the document. */
  readonly isJudged: boolean;
}

/** All findings of a document with what was judged beside it; tells on stderr of judgements whose finding is gone. @throws UsageError, Error */
export async function readStory({ path: file }: Input, password: string | undefined): Promise<StorySource> {
  const disclosure = await extractOne(file, password);
  if (typeof disclosure === 'string') throw new Error(disclosure);
  // It has no findings for which judgements could hold: they are not gone.
  if (disclosure.outcome.status === 'failed') throw new Error(disclosure.outcome.message ?? `${file} cannot be read`);
  const judgements = await judgementsBeside(file, disclosure);
  tellGone(disclosure, judgements);
  return { story: judgedStory(disclosure, judgements), isJudged: judgements.length > 0 };
}

async function judgementsBeside(file: string, { source }: Disclosure): Promise<readonly Judgement[]> {
  const text = await readTriageBeside(file);
  if (text === null) return [];
  const read = readTriage(text, source.sha256);
  if (read.problem !== null) throw new UsageError(`${triagePath(file)}: ${read.problem}`);
  return read.file.judgements;
}

function tellGone({ findings }: Disclosure, judgements: readonly Judgement[]): void {
  for (const index of matchJudgements(findings, judgements).gone) {
    const judgement = judgements[index];
    if (judgement)
      process.stderr.write(
        `${harmlessLine(`juesuan: ${say('判定过的问题已不在结果中：', 'a finding that was judged is there no more: ')}${judgement.finding.message}`)}\n`,
      );
  }
}

/** The story of a document in one format, with pictures of its print where it has pages. @throws DisclosureError */
export async function renderWithPictures(
  input: Input,
  story: Story,
  format: StoryFormat,
  password: string | undefined,
): Promise<Uint8Array> {
  return await withInput(input, async (bytes) => {
    const source = await openDocument(bytes, { password });
    try {
      if (source.kind !== 'paged' || format === 'xlsx') return await renderStory(story, format, async () => null);
      const pictures = await Pictures.of(source);
      try {
        return await renderStory(story, format, (excerpt) => drawExcerpt(pictures, excerpt, story.source.sha256));
      } finally {
        await pictures.close();
      }
    } finally {
      await source.close();
    }
  });
}

/** Writes a story; only one of the same document that juesuan wrote is overwritten. @throws UsageError */
export async function writeStory(target: string, bytes: Uint8Array, sha256: string): Promise<void> {
  try {
    const there = await readIfThere(target);
    if (there !== null && !((await isOwnResult(target)) && mentions(there, sha256))) {
      throw new UsageError(`${target} is no story of this document and is never overwritten`);
    }
    await writeWhole(target, bytes);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot write ${target}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Whether a page, or a text or workbook of ours, names a document by its hash. */
function mentions(bytes: Uint8Array, sha256: string): boolean {
  if (!Buffer.from(bytes.subarray(0, 2)).equals(Buffer.from('PK'))) return Buffer.from(bytes).includes(sha256);
  const parts = unzipSync(bytes, { filter: ({ name }) => name.endsWith('.xml') });
  return Object.values(parts).some((part) => strFromU8(part).includes(sha256));
}

/** The format that a file's name asks for. @throws UsageError */
export function storyFormatOf(file: string): StoryFormat {
  const ending = path.extname(file).slice(1).toLowerCase();
  const format = STORY_FORMATS.find((each) => each === ending);
  if (format === undefined) throw new UsageError(`--out: a card is written as ${STORY_FORMATS.join(', ')}, not as '${ending}'`);
  return format;
}
