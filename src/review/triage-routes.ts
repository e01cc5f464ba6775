import type { IncomingMessage } from 'node:http';
import { STORY_FORMATS, type StoryFormat } from '../emit/story/write.js';
import { type Answer, json, RequestError, readJson } from './answer.js';
import { attachment, shownVersion, toBox } from './asked.js';
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

/** What the server answers about judgements: `triage`, `excerpt` (a picture) and `story/<format>` of a document, and `search`. */
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
    [what, which]: readonly (string | undefined)[],
    query: URLSearchParams,
    request: IncomingMessage,
  ): Promise<Answer | null> {
    if (what === 'triage' && method === 'GET') return json(await this.triage.look(id, shownVersion(query)));
    if (what === 'triage' && method === 'POST') return json(await this.triage.judge(id, shownVersion(query), await readJson(request)));
    if (what === 'excerpt' && method === 'GET') return await this.picture(id, query);
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

  /** By its place, not by its finding: that may be gone when the document is just being read again. */
  private async picture(id: string, query: URLSearchParams): Promise<Answer> {
    const [box, mark] = [toBox(query.get('box')), toBox(query.get('mark'))];
    const head = query.has('head') ? { page: pageOf(query, 'headPage'), box: toBox(query.get('head')) } : null;
    const { type, data } = await this.triage.evidence(id, shownVersion(query), { page: pageOf(query, 'page'), box, mark, head });
    return { type, body: Buffer.from(data, 'base64'), headers: { 'cache-control': 'private, max-age=86400' } };
  }

  private async story(id: string, wanted: string, query: URLSearchParams): Promise<Answer> {
    const format = STORY_FORMATS.find((each) => each === wanted);
    if (!format) throw new RequestError(404, 'There is nothing here.');
    const { name, bytes } = await this.triage.story(id, shownVersion(query), format);
    return attachment(name, TYPES[format], bytes);
  }
}

/** @throws RequestError */
function pageOf(query: URLSearchParams, name: string): number {
  const page = Number(query.get(name));
  if (!Number.isInteger(page) || page < 1) throw new RequestError(400, 'That is no page.');
  return page;
}
