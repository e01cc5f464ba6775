import path from 'node:path';
import { type Command, Option } from 'commander';
import { inLanguage, type Language } from '../base/language.js';
import { isConfirmed, toldStory } from '../emit/story/of-document.js';
import { STORY_FORMATS, type StoryFormat } from '../emit/story/write.js';
import { languageOption } from './language.js';
import { oneInput } from './one-input.js';
import { readStory, renderWithPictures, writeStory } from './story-file.js';
import { UsageError } from './usage.js';

interface StoryFlags {
  readonly out: string;
  readonly format: readonly StoryFormat[];
  readonly lang: Language;
  readonly password?: string;
}

/** `juesuan story`: the findings that were judged to hold, to be handed on. */
export function addStoryCommand(program: Command): void {
  program
    .command('story')
    .description(
      'write the findings of a document that were marked 属实 in juesuan review (<stem>.triage.json beside it), with notes, sentences and pictures of the print; prints the paths written',
    )
    .argument('<file>', 'one document')
    .option('--out <folder>', 'where the files go', 'out')
    .addOption(
      new Option('--format <list>', `any of ${STORY_FORMATS.join(', ')}, joined by commas`)
        .argParser(parseFormats)
        .default(['html'], 'html'),
    )
    .addOption(languageOption('the story'))
    .option('--password <password>', 'opens an encrypted document')
    .action((file: string, flags: StoryFlags) =>
      inLanguage(flags.lang, () => writeStories(file, flags, (text) => process.stdout.write(text))),
    );
}

/** @throws UsageError where nothing is marked 属实; DisclosureError */
async function writeStories(file: string, { out, format, password }: StoryFlags, stdout: (text: string) => void): Promise<void> {
  const input = await oneInput('story', file);
  const { story, isJudged } = await readStory(input, password);
  const told = toldStory(story, isConfirmed);
  if (told.entries.length === 0) {
    const why = isJudged ? 'none of those that are there is' : 'nothing was judged of it';
    throw new UsageError(`no finding of ${file} is marked 属实 (${why}): judge its findings with juesuan review`);
  }
  for (const each of format) {
    const target = path.join(out, `${input.stem}.story.${each}`);
    await writeStory(target, await renderWithPictures(input, told, each, password), story.source.sha256);
    stdout(`${target}\n`);
  }
}

/** `html,docx` → its formats. @throws UsageError */
function parseFormats(list: string): StoryFormat[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !STORY_FORMATS.some((format) => format === name));
  if (unknown.length > 0) throw new UsageError(`--format knows ${STORY_FORMATS.join(', ')}, not '${unknown.join(', ')}'`);
  return STORY_FORMATS.filter((format) => names.includes(format));
}
