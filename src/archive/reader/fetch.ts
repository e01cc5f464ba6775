import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { whatIs } from '../../read/sniff.js';
import { addressesFor, lookupAmong, mustBeAllowed } from './address.js';
import { FetchError, toFetchError } from './fetch-error.js';

/** What one download may take. */
export interface FetchLimits {
  readonly bytes: number;
  /** ms */
  readonly total: number;
  /** ms without a byte. */
  readonly idle: number;
}

export interface FetchOptions {
  /** The bytes that are expected: the run has seen them where the folder is. */
  readonly sha256: string;
  readonly limits: FetchLimits;
  readonly stop: AbortSignal;
  /** How names are resolved. For tests. */
  readonly lookup?: Parameters<typeof lookupAmong>[1];
}

const REDIRECTS: readonly (number | undefined)[] = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 5;
/** Bytes that tell what kind of file it is. */
const HEAD = 4096;

/** Fetches a document into a file that is not there yet. @throws FetchError that says why there is none; Error of the system where it cannot be written */
export async function fetchDocument(url: string, file: string, { sha256, limits, stop, lookup }: FetchOptions): Promise<void> {
  const end = new AbortController();
  const slow = (what: string, ms: number) => end.abort(new FetchError('too-slow', `${what} within ${ms / 1000} s`));
  const onStop = () => end.abort(new FetchError('stopped', 'the run was stopped'));
  const total = setTimeout(slow, limits.total, 'it was not fetched', limits.total);
  const idle = setTimeout(slow, limits.idle, 'nothing came', limits.idle);
  stop.addEventListener('abort', onStop);
  try {
    if (stop.aborted) onStop();
    end.signal.throwIfAborted();
    const first = new URL(url);
    const isAllowed = addressesFor(first);
    mustBeAllowed(first, isAllowed);
    const response = await requestDocument(first, { signal: end.signal, lookup: lookupAmong(isAllowed, lookup) });
    const fetched = await save(response, file, limits.bytes, () => idle.refresh());
    mustBeTheSame(fetched, sha256, response);
  } catch (error) {
    // Whatever the stream says when it is torn down: this is why.
    throw end.signal.aborted ? end.signal.reason : error;
  } finally {
    clearTimeout(total);
    clearTimeout(idle);
    stop.removeEventListener('abort', onStop);
    // A response that nobody reads would keep its connection.
    end.abort();
  }
}

/** The response with the document, after redirects. */
async function requestDocument(
  first: URL,
  options: { readonly signal: AbortSignal; readonly lookup: LookupFunction },
): Promise<IncomingMessage> {
  let url = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await request(url, options);
    const { statusCode, headers } = response;
    if (statusCode === 200) return response;
    response.destroy();
    if (!REDIRECTS.includes(statusCode)) throw new FetchError(`http-${statusCode ?? 0}`, `the server answers ${statusCode}`);
    url = redirected(url, headers.location ?? '');
  }
  throw new FetchError('redirected', `it is redirected more than ${MOST_REDIRECTS} times`);
}

function request(url: URL, options: { readonly signal: AbortSignal; readonly lookup: LookupFunction }): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { get } = url.protocol === 'https:' ? https : http;
    get(url, { ...options, agent: false, headers: { 'accept-encoding': 'identity' } }, resolve).on('error', (error) =>
      reject(toFetchError(error)),
    );
  });
}

/** Where a redirect leads: on the same host and port, or from its http to its https. @throws FetchError */
function redirected(from: URL, location: string): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from.href) : null;
  const isUpgrade = to !== null && from.protocol === 'http:' && to.protocol === 'https:' && from.hostname === to.hostname && to.port === '';
  if (to !== null && (to.origin === from.origin || isUpgrade)) {
    [to.username, to.password] = [from.username, from.password];
    return to;
  }
  throw new FetchError('redirected', `it is redirected to ${to === null ? 'nowhere' : to.origin}, which is another place than --url names`);
}

interface Fetched {
  readonly sha256: string;
  readonly head: Uint8Array;
}

async function save(response: IncomingMessage, file: string, most: number, onBytes: () => void): Promise<Fetched> {
  const tooLarge = () => new FetchError('too-large', `it has more than ${Math.round(most / 1e6).toLocaleString('en')} MB`);
  if (Number(response.headers['content-length'] ?? 0) > most) throw tooLarge();
  const hash = createHash('sha256');
  let [bytes, head] = [0, Buffer.alloc(0)];
  const target = await open(file, 'wx');
  try {
    for await (const chunk of chunksOf(response)) {
      onBytes();
      bytes += chunk.length;
      if (bytes > most) throw tooLarge();
      if (head.length < HEAD) head = Buffer.concat([head, chunk.subarray(0, HEAD - head.length)]);
      hash.update(chunk);
      await target.writeFile(chunk);
    }
  } finally {
    await target.close();
  }
  return { sha256: hash.digest('hex'), head };
}

/** @throws FetchError where the network fails; what fails in the loop over them is no fault of it */
async function* chunksOf(response: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    yield* response as AsyncIterable<Buffer>;
  } catch (error) {
    throw toFetchError(error);
  }
}

/** @throws FetchError `wrong-type` where it is not even a PDF: a page that asks to log in, for instance; else `changed` */
function mustBeTheSame({ sha256, head }: Fetched, expected: string, { headers }: IncomingMessage): void {
  if (sha256 === expected) return;
  const kind = whatIs(head);
  if (kind?.mediaType === 'application/pdf') throw new FetchError('changed', 'other bytes lie there than in the folder');
  const type = headers['content-type'] ?? 'no type';
  throw new FetchError(
    'wrong-type',
    `the server sends ${kind?.name ?? 'no PDF'} (${type}${headers['content-encoding'] ? ', compressed' : ''})`,
  );
}
