import type { IncomingMessage } from 'node:http';
import { STORY_FORMATS, type StoryFormat } from '../emit/story/write.js';
import { type Answer, json, RequestError, readJson } from './answer.js';
import { attachment, shownVersion } from './asked.js';
import type { ReviewDocuments } from './documents.js';
import { ReviewTriage } from './review-triage.js';
import { search } from './search.js';

const TYPES: Readonly<Record<StoryFormat, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Characters of a query. */
const LONGEST_QUERY = 200;

/** What the server answers about judgements: `triage`, `findings/<key>/<number>` (a picture) and `story/<format>` of a document, and `search`. */
export class TriageRoutes {
  private readonly triage: ReviewTriage;

  constructor(
    private readonly documents: ReviewDocuments,
    by: string,
  ) {
    this.triage = new ReviewTriage(documents, by);
  }

  /** Null where it is about something else. @throws RequestError and what `ReviewTriage` throws */
  async answer(
    method: string,
    id: string,
    [what, which, more]: readonly (string | undefined)[],
    query: URLSearchParams,
    request: IncomingMessage,
  ): Promise<Answer | null> {
    if (what === 'triage' && method === 'GET') return json(await this.triage.look(id, shownVersion(query)));
    if (what === 'triage' && method === 'POST') return json(await this.triage.judge(id, shownVersion(query), await readJson(request)));
    if (what === 'findings' && method === 'GET') return await this.picture(id, which ?? '', Number(more), query);
    if (what === 'story' && method === 'GET') return await this.story(id, which ?? '', query);
    return null;
  }

  /** Looks for words in all documents that have been read. @throws RequestError */
  search(query: URLSearchParams): Answer {
    const words = query.get('q') ?? '';
    if (words.length > LONGEST_QUERY) throw new RequestError(400, 'It is too long.');
    const read = this.documents.searchable();
    return json({ ...search(read, words), unread: this.documents.list().length - read.length });
  }

  private async picture(id: string, key: string, index: number, query: URLSearchParams): Promise<Answer> {
    const { type, data } = await this.triage.evidence(id, shownVersion(query), key, index);
    // Its key says where it is, the version of what: another document or place has another address.
    return { type, body: Buffer.from(data, 'base64'), headers: { 'cache-control': 'private, max-age=86400' } };
  }

  private async story(id: string, wanted: string, query: URLSearchParams): Promise<Answer> {
    const format = STORY_FORMATS.find((each) => each === wanted);
    if (!format) throw new RequestError(404, 'There is nothing here.');
    const { name, bytes } = await this.triage.story(id, shownVersion(query), format);
    return attachment(name, TYPES[format], bytes);
  }
}
