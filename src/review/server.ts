/** The local page of `juesuan review`: its server, guarded by a token (`guard.ts`), what it answers (`routes.ts`), and its documents. */
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { inLanguage, type Language } from '../base/language.js';
import { type Answer, RequestError, send } from './answer.js';
import { type DeskOptions, DeskRoutes } from './desk/desk-routes.js';
import { ReviewDocuments, type ReviewInput, type ReviewOptions } from './documents.js';
import { Guard, newToken } from './guard.js';
import { Routes, toProblem } from './routes.js';
import type { Start } from './view.js';

export interface ServeOptions extends ReviewOptions {
  readonly lang: Start['lang'];
  /** Given where documents may be dropped and opened on the page. */
  readonly desk?: DeskOptions;
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
  const desk = options.desk ? new DeskRoutes(documents, options.desk) : null;
  const routes = new Routes(documents, files, options, desk);
  if (desk) documents.readAhead();
  server.on('request', (request, response) => void inLanguage(languageOf(request), () => handle(request, response, guard, routes)));
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

/** What is said, saved and looked for is in the language of the page: its links tell it in their address, its other requests in a header. */
function languageOf({ url = '/', headers }: IncomingMessage): Language {
  const asked = new URLSearchParams(url.split('?')[1]).get('lang') ?? headers['accept-language'];
  return asked === 'en' ? 'en' : 'zh';
}

async function handle(request: IncomingMessage, response: ServerResponse, guard: Guard, routes: Routes): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', guard.origin);
    const method = request.method ?? 'GET';
    const isPage = url.pathname === '/';
    const refusal = guard.refuse({ method, headers: request.headers, token: isPage ? url.searchParams.get('token') : null });
    if (refusal !== null) throw new RequestError(403, refusal);
    const answer = await routes.answer(method, url, request);
    await send(response, isPage ? { ...answer, headers: { 'set-cookie': guard.cookie } } : answer);
  } catch (error) {
    if (response.headersSent) response.destroy();
    else await refuse(request, response, toProblem(error));
  }
}

/** What is still on its way when a request is refused is not waited for: an upload may be long. */
async function refuse(request: IncomingMessage, response: ServerResponse, problem: Answer): Promise<void> {
  const isWhole = request.complete || request.method === 'GET';
  await send(response, isWhole ? problem : { ...problem, headers: { ...problem.headers, connection: 'close' } });
  if (!isWhole) request.resume();
}
