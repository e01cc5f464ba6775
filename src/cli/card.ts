import path from 'node:path';
import { toldStory } from '../emit/story/of-document.js';
import { oneInput } from './one-input.js';
import { readStory, renderWithPictures, storyFormatOf, writeStory } from './story-file.js';
import { TO_STDOUT } from './tasks.js';
import { UsageError } from './usage.js';

interface CardFlags {
  /** From 1, worst first, as the page lists them. */
  readonly finding: number;
  /** A file, or `-`. */
  readonly out?: string;
  readonly password?: string;
}

const FOLDER = 'out';

/** Writes the evidence card of one finding and prints its path, or the card itself, as HTML, for `--out -`. @throws UsageError, DisclosureError */
export async function writeCard(
  file: string,
  { finding, out, password }: CardFlags,
  stdout: (data: Uint8Array | string) => void,
): Promise<void> {
  const input = await oneInput('crop', file);
  const format = out === undefined || out === TO_STDOUT ? 'html' : storyFormatOf(out);
  const { story } = await readStory(input, password);
  const card = toldStory(story, ({ number }) => number === finding);
  if (card.entries.length === 0)
    throw new UsageError(`--finding: the document has ${story.entries.length} findings, there is no ${finding}`);
  const bytes = await renderWithPictures(input, card, format, password);
  if (out === TO_STDOUT) return stdout(bytes);
  const target = out ?? path.join(FOLDER, `${input.stem}-finding${String(finding).padStart(2, '0')}.html`);
  await writeStory(target, bytes, story.source.sha256);
  stdout(`${target}\n`);
}
