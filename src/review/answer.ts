import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What goes with every answer: nothing of the page may come from elsewhere, nothing elsewhere may show it, nothing is run but its script. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
} as const;

/** Bytes. A correction has a few hundred, a judgement of a thousand equal findings with its note some hundred thousand. */
const LONGEST_BODY = 4_000_000;

/** A request that cannot be answered as it is; the sentence is for the page. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** More of the answer, for the page to put into words. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'RequestError';
  }
}

export interface Answer {
  readonly status?: number;
  readonly type: string;
  /** Pieces are sent as they come. */
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
}

export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

/** Sends an answer. Rejects where its pieces cannot be made or nobody takes them; the connection is then cut, so that nobody takes a part for the whole. */
export async function send(response: ServerResponse, { status = 200, type, body, headers = {} }: Answer): Promise<void> {
  const all = { ...HEADERS, 'content-type': type, ...headers };
  if (typeof body === 'string' || body instanceof Uint8Array) {
    response.writeHead(status, { ...all, 'content-length': Buffer.byteLength(body) });
    response.end(body);
    return;
  }
  response.writeHead(status, all);
  await pipeline(Readable.from(body), response);
}

/** The JSON of a request. @throws RequestError */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) throw new RequestError(415, 'It takes JSON.');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_BODY) throw new RequestError(413, 'It is too long.');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new RequestError(400, 'It is no JSON.');
  }
}
