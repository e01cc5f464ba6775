import { decode } from 'fast-png';
import { type Judgement, parseTriageChanges } from '../../schemas/triage.js';
import { at } from '../base/invariant.js';
import { say } from '../base/language.js';
import type { Excerpt } from '../emit/evidence.js';
import { isConfirmed, toldStory } from '../emit/story/of-document.js';
import { type ExcerptPicture, type Story, storyTitle } from '../emit/story/story.js';
import { renderStory, type StoryFormat } from '../emit/story/write.js';
import { stemOf } from '../read/containers.js';
import { readTriage, UnusableTriageError, withJudgements } from '../triage/edit.js';
import { readTriageBeside, triagePath, writeTriageBeside } from '../triage/file.js';
import { matchJudgements } from '../triage/match.js';
import { changeBeside } from './change-beside.js';
import { NotShownError, type ReviewDocuments, today } from './documents.js';
import type { View, ViewTriage } from './view.js';

/** Pixels per inch: sharp in print, and on a screen that is twice as sharp as others. */
const PRINT_DPI = 200;
const SCREEN_DPI = 144;

/** Where an excerpt is, without its words. */
export type ExcerptPlace = Pick<Excerpt, 'page' | 'box' | 'mark' | 'head'>;

type Picture = Awaited<ReturnType<ReviewDocuments['picture']>>;

/** What is judged of the findings of the documents of a review, and what is told of those that hold. */
export class ReviewTriage {
  constructor(
    private readonly documents: ReviewDocuments,
    private readonly by: string,
  ) {}

  /** What was judged of a document. @throws ReplacedError */
  async look(id: string, shown: string): Promise<ViewTriage> {
    const { file, view } = await this.documents.shown(id, shown);
    return toViewTriage(view, await readTriageBeside(file));
  }

  /** Keeps judgements beside the document. @throws ZodError, ReplacedError, JudgedElsewhereError, UnusableTriageError, system errors */
  async judge(id: string, shown: string, body: unknown): Promise<ViewTriage> {
    const asked = parseTriageChanges(body);
    const { file, view } = await this.documents.shown(id, shown);
    const { name, sha256, findings } = view;
    const indexes = new Map(findings.map(({ key }, index) => [key, index]));
    const changes = asked.map(({ key, was, now }) => ({ finding: indexes.get(key) ?? -1, was, now }));
    const who = { by: this.by, on: today() };
    await changeBeside(
      { path: triagePath(file), name: say('判定文件', 'file of judgements'), unusable: (sentence) => new UnusableTriageError(sentence) },
      async () => {
        // The file may have been replaced while the lock was waited for.
        await this.documents.shown(id, shown);
        return withJudgements(await readTriageBeside(file), { name, sha256 }, findings, changes, who);
      },
      (triage) => writeTriageBeside(file, triage),
    );
    return toViewTriage(view, await readTriageBeside(file));
  }

  /** The picture of one of the places that a finding opposes. @throws ReplacedError, NotShownError */
  async evidence(id: string, shown: string, excerpt: ExcerptPlace): Promise<Picture> {
    return await this.draw({ id, sha256: shown }, excerpt, SCREEN_DPI);
  }

  /** The findings marked 属实, to be saved. @throws ReplacedError, NotShownError where there are none */
  async story(id: string, shown: string, format: StoryFormat): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const { file, view } = await this.documents.shown(id, shown);
    const story = toldStory(storyOf(view, toViewTriage(view, await readTriageBeside(file))), isConfirmed);
    if (story.entries.length === 0) throw new NotShownError(say('还没有判为属实的问题。', 'No finding is judged to hold yet.'));
    const bytes = await renderStory(story, format, (excerpt) => this.toPrint(view, excerpt));
    return { name: `${stemOf(view.name)}.story.${format}`, bytes };
  }

  private async draw({ id, sha256 }: Pick<View, 'id' | 'sha256'>, { page, box, mark, head }: ExcerptPlace, dpi: number): Promise<Picture> {
    return await this.documents.picture(id, sha256, { page, dpi, box: null, excerpt: { page, box, mark, head, sha256 } });
  }

  /** Null where there is no picture, or none that a text can hold. */
  private async toPrint(view: View, excerpt: Excerpt): Promise<ExcerptPicture | null> {
    try {
      const { type, data, lacksLetters = false } = await this.draw(view, excerpt, PRINT_DPI);
      if (type !== 'image/png') return null;
      const png = Buffer.from(data, 'base64');
      const { width, height } = decode(png);
      return { png, width, height, dpi: PRINT_DPI, lacksLetters };
    } catch (error) {
      // What is told stands without its picture, and says so.
      if (error instanceof NotShownError) return null;
      throw error;
    }
  }
}

function storyOf({ name, sha256, document, findings }: View, { judgements }: ViewTriage): Story {
  const entries = findings.map((finding, index) => ({
    number: index + 1,
    finding,
    evidence: finding.evidence,
    judgement: judgements[finding.key] ?? null,
  }));
  return { title: storyTitle(document, name), source: { name, sha256 }, entries };
}

function toViewTriage({ findings, sha256 }: View, text: string | null): ViewTriage {
  if (text === null) return { judgements: {}, gone: [], problem: null };
  const read = readTriage(text, sha256);
  if (read.problem !== null)
    return {
      judgements: {},
      gone: [],
      problem: say(`${read.problem}，其中的判定均未采用。`, `${read.problem}: none of its judgements is taken.`),
    };
  const { judgements } = read.file;
  const { ofFinding, gone } = matchJudgements(findings, judgements);
  const own = findings.flatMap(({ key }, index): [string, Judgement][] => {
    const judgement = judgements[ofFinding[index] ?? -1];
    return judgement ? [[key, judgement]] : [];
  });
  return { judgements: Object.fromEntries(own), gone: gone.map((index) => at(judgements, index)), problem: null };
}
