import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { families } from '../../extractors/families.js';
import { formName } from '../../extractors/family.js';
import { FORMS } from '../../schemas/disclosure.js';
import { UNITS } from '../base/money.js';
import { version } from '../base/version.js';
import { UnusableCorrectionsError } from '../corrections/edit.js';
import type { Box } from '../model/glyph.js';
import { type Answer, json, RequestError, readJson, send } from './answer.js';
import { NotShownError, ReviewDocuments, type ReviewInput, type ReviewOptions } from './documents.js';
import { Guard, newToken } from './guard.js';
import type { Start } from './view.js';

export interface ServeOptions extends ReviewOptions {
  readonly lang: Start['lang'];
}

/** A page that is being served. */
export interface Review {
  /** With the token, for the user alone. */
  readonly address: string;
  close(): Promise<void>;
}

/** The page's own files, built from `page/`. */
const PAGE = new URL('./page/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Serves documents for review on the loopback interface, on a port that is free. */
export async function serveReview(inputs: readonly ReviewInput[], options: ServeOptions): Promise<Review> {
  const files = await pageFiles();
  const documents = new ReviewDocuments(inputs, options);
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const guard = new Guard(newToken(), (server.address() as AddressInfo).port);
  const routes = new Routes(documents, files, options);
  server.on('request', (request, response) => void handle(request, response, guard, routes));
  return { address: guard.address, close: () => closeAll(server, documents) };
}

async function closeAll(server: Server, documents: ReviewDocuments): Promise<void> {
  server.closeAllConnections();
  await Promise.all([new Promise((resolve) => server.close(resolve)), documents.close()]);
}

/** Read once: what is not there at the start is never served. */
async function pageFiles(): Promise<ReadonlyMap<string, Answer>> {
  const names = await readdir(fileURLToPath(PAGE));
  const files = new Map<string, Answer>();
  for (const name of names) {
    const type = TYPES[name.split('.').at(-1) ?? ''];
    if (type) files.set(`/${name}`, { type, body: await readFile(new URL(name, PAGE)) });
  }
  return files;
}

async function handle(request: IncomingMessage, response: ServerResponse, guard: Guard, routes: Routes): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', guard.origin);
    const method = request.method ?? 'GET';
    const isPage = url.pathname === '/';
    const refusal = guard.refuse({ method, headers: request.headers, token: isPage ? url.searchParams.get('token') : null });
    if (refusal !== null) throw new RequestError(403, refusal);
    const answer = await routes.answer(method, url, request);
    send(response, isPage ? { ...answer, headers: { 'set-cookie': guard.cookie } } : answer);
  } catch (error) {
    if (!response.headersSent) send(response, toProblem(error));
    else response.destroy();
  }
}

/** What went wrong, in a sentence; an error of ours says no more than that. */
function toProblem(error: unknown): Answer {
  if (error instanceof RequestError) return json({ message: error.message }, error.status);
  if (error instanceof UnusableCorrectionsError) return json({ message: error.message }, 409);
  if (error instanceof NotShownError) return json({ message: error.message }, 422);
  if (error instanceof RangeError) return json({ message: error.message }, 404);
  if (error instanceof Error && 'issues' in error) return json({ message: 'It is no correction.' }, 400);
  if (error instanceof Error && 'syscall' in error && 'code' in error)
    return json({ message: `The corrections cannot be written: ${String(error.code)}.` }, 500);
  return json({ message: 'An error of ours.' }, 500);
}

/** Pixels per inch that pages are drawn at: few, so that pictures are drawn once. */
const DPI = [72, 108, 144, 192, 288] as const;
const CROP_DPI = 192;

class Routes {
  constructor(
    private readonly documents: ReviewDocuments,
    private readonly files: ReadonlyMap<string, Answer>,
    private readonly options: ServeOptions,
  ) {}

  async answer(method: string, url: URL, request: IncomingMessage): Promise<Answer> {
    const file = this.files.get(url.pathname === '/' ? '/index.html' : url.pathname);
    if (method === 'GET' && file) return file;
    const [api, kind, id, what, which, more] = url.pathname.split('/').slice(1);
    if (api !== 'api') throw new RequestError(404, 'There is nothing here.');
    if (method === 'GET' && kind === 'start') return json(this.start());
    if (kind !== 'documents' || id === undefined || !this.documents.has(id)) throw new RequestError(404, 'There is no such document.');
    if (method === 'GET' && what === undefined) return json(await this.documents.view(id));
    if (method === 'GET' && what === 'pages') return await this.picture(id, Number(which), more, url.searchParams);
    if (method === 'POST' && what === 'corrections') {
      const body = await readJson(request);
      if (which === undefined) return json(await this.documents.correct(id, asObject(body)));
      if (more === 'withdraw' && /^\d+$/.test(which)) return json(await this.documents.withdraw(id, Number(which)));
    }
    throw new RequestError(404, 'There is nothing here.');
  }

  private start(): Start {
    const { lang, by } = this.options;
    const forms = FORMS.map((id) => ({ id, title: formName(id, families) }));
    return { lang, by, version, forms, units: UNITS, documents: this.documents.list() };
  }

  private async picture(id: string, page: number, what: string | undefined, query: URLSearchParams): Promise<Answer> {
    const isCrop = what === 'crop.png';
    if (!isCrop && what !== 'page.png') throw new RequestError(404, 'There is nothing here.');
    const dpi = isCrop ? CROP_DPI : (DPI.find((each) => each === Number(query.get('dpi'))) ?? DPI[1]);
    const body = await this.documents.picture(id, page, dpi, isCrop ? toBox(query.get('box')) : null);
    return { type: 'image/png', body, headers: { 'cache-control': 'private, max-age=86400' } };
  }
}

function asObject(body: unknown): object {
  if (typeof body !== 'object' || body === null) throw new RequestError(400, 'It is no correction.');
  return body;
}

/** `x0,y0,x1,y1` in pt. @throws RequestError */
function toBox(text: string | null): Box {
  const numbers = (text ?? '').split(',').map(Number);
  const [x0, y0, x1, y1] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) throw new RequestError(400, 'That is no box.');
  return [x0 ?? 0, y0 ?? 0, x1 ?? 0, y1 ?? 0];
}
