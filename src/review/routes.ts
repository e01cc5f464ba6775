import type { IncomingMessage } from 'node:http';
import { families } from '../../extractors/families.js';
import { formName } from '../../extractors/family.js';
import { FORMS } from '../../schemas/disclosure.js';
import { say } from '../base/language.js';
import { UNITS } from '../base/money.js';
import { version } from '../base/version.js';
import { NoSuchCorrection, UnusableCorrectionsError } from '../corrections/edit.js';
import type { Format } from '../emit/results.js';
import { JudgedElsewhereError, UnusableTriageError } from '../triage/edit.js';
import { type Answer, json, RequestError, readJson } from './answer.js';
import { attachment, shownVersion, toBox } from './asked.js';
import { CompareRoutes } from './compare-routes.js';
import type { DeskRoutes } from './desk/desk-routes.js';
import { isFormat, NoResult } from './desk/results.js';
import { NoSuchDocument, NotShownError, ReplacedError, type ReviewDocuments } from './documents.js';
import { TriageRoutes } from './triage-routes.js';
import type { Start } from './view.js';

/** What went wrong, in a sentence; an error of ours says no more than that. */
export function toProblem(error: unknown): Answer {
  if (error instanceof RequestError) return json({ message: error.message, ...error.more }, error.status);
  if (error instanceof ReplacedError || error instanceof NoSuchCorrection) return json({ message: error.message, reload: true }, 409);
  if (error instanceof UnusableCorrectionsError || error instanceof UnusableTriageError || error instanceof JudgedElsewhereError)
    return json({ message: error.message }, 409);
  if (error instanceof NotShownError || error instanceof NoResult) return json({ message: error.message }, 422);
  if (error instanceof NoSuchDocument) return json({ message: error.message }, 404);
  if (error instanceof Error && 'issues' in error) return json({ message: 'It is no correction.' }, 400);
  if (error instanceof Error && 'syscall' in error && 'code' in error)
    return json({ message: say(`写不进文件：${String(error.code)}。`, `It cannot be written: ${String(error.code)}.`) }, 500);
  return json({ message: say('程序自身的错误。', 'An error of ours.') }, 500);
}

/** Pixels per inch that pages are drawn at: few, so that pictures are drawn once. */
const RESOLUTIONS = [72, 108, 144, 192, 288] as const;
const USUAL_RESOLUTION = 108;
const CROP_RESOLUTION = 192;

/** What the server answers to the requests of its page. */
export class Routes {
  private readonly triage: TriageRoutes;
  private readonly compare: CompareRoutes;

  constructor(
    private readonly documents: ReviewDocuments,
    private readonly files: ReadonlyMap<string, Answer>,
    private readonly options: Pick<Start, 'lang' | 'by'>,
    private readonly desk: DeskRoutes | null = null,
  ) {
    this.triage = new TriageRoutes(documents, options.by);
    this.compare = new CompareRoutes(documents);
  }

  async answer(method: string, url: URL, request: IncomingMessage): Promise<Answer> {
    const file = this.files.get(url.pathname === '/' ? '/index.html' : url.pathname);
    if (method === 'GET' && file) return file;
    const [api, kind, id, what, which, more] = url.pathname.split('/').slice(1);
    if (api !== 'api') throw new RequestError(404, 'There is nothing here.');
    if (method === 'GET' && kind === 'start') return json(await this.start());
    if (kind === 'desk' && this.desk) return await this.desk.answer(method, url, request);
    if (method === 'GET' && kind === 'results') return attachment('juesuan.zip', 'application/zip', this.documents.allResults());
    if (method === 'GET' && kind === 'search') return this.triage.search(url.searchParams);
    if (method === 'GET' && kind === 'compare') return await this.compare.answer(url.pathname.split('/').slice(3), url.searchParams);
    if (method === 'POST' && kind === 'compare') return this.compare.takeHeads(await readJson(request));
    if (kind !== 'documents' || id === undefined || !this.documents.has(id)) throw new RequestError(404, 'There is no such document.');
    if (method === 'GET' && what === undefined) return json(await this.documents.viewToShow(id));
    if (method === 'GET' && what === 'results') return await this.result(id, which ?? '');
    if (method === 'GET' && what === 'pages') return await this.picture(id, Number(which), more, url.searchParams);
    const judged = await this.triage.answer(method, id, [what, which], url.searchParams, request);
    if (judged) return judged;
    if (method === 'POST' && what === 'corrections') {
      const body = asObject(await readJson(request));
      const shown = shownVersion(url.searchParams);
      if (which === undefined) return json(await this.documents.correct(id, shown, body, url.searchParams.has('anyway')));
      if (which === 'replace') return json(await this.documents.replace(id, shown, body));
    }
    throw new RequestError(404, 'There is nothing here.');
  }

  private async result(id: string, format: string): Promise<Answer> {
    if (!isFormat(format)) throw new RequestError(404, 'There is nothing here.');
    const { name, bytes } = await this.documents.result(id, format);
    return attachment(name, RESULT_TYPES[format], bytes);
  }

  private async start(): Promise<Start> {
    const { lang, by } = this.options;
    const forms = FORMS.map((id) => ({ id, title: formName(id, families) }));
    return {
      lang,
      by,
      version,
      forms,
      units: UNITS,
      resolutions: RESOLUTIONS,
      documents: this.documents.list(),
      desk: (await this.desk?.start()) ?? null,
    };
  }

  private async picture(id: string, page: number, what: string | undefined, query: URLSearchParams): Promise<Answer> {
    const isCrop = what === 'crop';
    if (!isCrop && what !== 'page') throw new RequestError(404, 'There is nothing here.');
    const wanted = RESOLUTIONS.find((each) => each === Number(query.get('dpi'))) ?? USUAL_RESOLUTION;
    const dpi = isCrop ? CROP_RESOLUTION : wanted;
    const box = isCrop ? toBox(query.get('box')) : null;
    const { type, data } = await this.documents.picture(id, shownVersion(query), { page, dpi, box });
    return { type, body: Buffer.from(data, 'base64'), headers: { 'cache-control': 'private, max-age=86400' } };
  }
}

const RESULT_TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
};

function asObject(body: unknown): object {
  if (typeof body !== 'object' || body === null) throw new RequestError(400, 'It is no correction.');
  return body;
}
