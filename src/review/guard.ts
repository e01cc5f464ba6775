import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Bytes of the token: 256 bits cannot be guessed. */
const TOKEN_BYTES = 32;

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What a request must show. */
export interface Asked {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** `token` of the address, where it stands there. */
  readonly token: string | null;
}

/**
 * Decides which requests the server answers: those for this very address (no other name that leads here), from no other page, with the
 * token. Programs of other users of the machine do not know the token; a page of another site has the wrong origin, and no browser sends
 * the cookie for it.
 */
export class Guard {
  constructor(
    private readonly token: string,
    private readonly port: number,
  ) {}

  /** Null where the request may be answered, else why not. */
  refuse({ method, headers, token }: Asked): string | null {
    if (headers.host !== `127.0.0.1:${this.port}`) return 'This is not the address of the review page.';
    const { origin } = headers;
    if (origin !== undefined && origin !== this.origin) return 'Another page asks.';
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'Another page asks.';
    if (method !== 'GET' && origin === undefined) return 'Nobody says where this comes from.';
    const shown = token ?? cookieOf(headers.cookie, this.cookieName);
    return shown !== null && isSame(shown, this.token) ? null : 'The address lacks the token that juesuan review printed.';
  }

  /** Cookies are shared by all ports of a machine: the name has the port. */
  get cookieName(): string {
    return `juesuan-review-${this.port}`;
  }

  get cookie(): string {
    return `${this.cookieName}=${this.token}; HttpOnly; SameSite=Strict; Path=/`;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get address(): string {
    return `${this.origin}/?token=${this.token}`;
  }
}

function cookieOf(header: string | undefined, name: string): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
