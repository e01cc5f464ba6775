import { request } from 'node:http';
import type { Serving } from './serving.js';

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request as any program can make it: fetch would not let us lie about Host. */
export async function ask(
  origin: string,
  target: string,
  headers: Record<string, string> = {},
  body?: string | Uint8Array,
): Promise<Reply> {
  return await new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const asked = request({ hostname, port, path: target, headers, method: body === undefined ? 'GET' : 'POST' }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

export const cookieOf = ({ origin, token }: Serving) => `juesuan-review-${new URL(origin).port}=${token}`;
export const own = (serving: Serving) => ({ cookie: cookieOf(serving), origin: serving.origin });
export const get = async <Answer>(serving: Serving, target: string): Promise<Answer> =>
  JSON.parse((await ask(serving.origin, target, own(serving))).body);
export const post = (serving: Serving, target: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(serving.origin, target, { ...own(serving), 'content-type': 'application/json', ...headers }, JSON.stringify(body));
