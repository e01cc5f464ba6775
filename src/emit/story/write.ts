import { type DrawExcerpt, drawEntries, type Story } from './story.js';

/** Formats of a story, and how their files end. */
export const STORY_FORMATS = ['html', 'docx', 'xlsx'] as const;
export type StoryFormat = (typeof STORY_FORMATS)[number];

/** The bytes of a story. */
export async function renderStory(story: Story, format: StoryFormat, draw: DrawExcerpt): Promise<Uint8Array> {
  // What they are written with is loaded where it is asked for.
  if (format === 'xlsx') return (await import('./xlsx.js')).storyXlsx(story);
  const entries = await drawEntries(story, draw);
  if (format === 'docx') return (await import('./docx.js')).storyDocx(story, entries);
  return new TextEncoder().encode((await import('./html.js')).storyHtml(story, entries));
}
