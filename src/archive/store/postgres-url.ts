/** Addresses of PostgreSQL: `postgres://user@host:5432/database`, with a password perhaps, and parameters. */

/** Stands where nothing can be shown for certain. */
const HIDDEN = 'postgres://…';

/** Parameters as PostgreSQL knows them. What looks otherwise is a piece of a password that was not encoded. */
const PARAMETER = /^[a-z_]+$/i;

/**
 * An address for messages: user, host and database. Never a password, wherever it stands, nor a piece of one that was not encoded: an
 * address that can be read in two ways is not shown at all.
 */
export function withoutPassword(address: string): string {
  const url = parseAddress(address);
  // `@` among the parameters may be the end of a password with a `?`.
  if (!url || url.search.includes('@')) return HIDDEN;
  const user = url.username === '' ? '' : `${url.username}@`;
  return `postgres://${user}${hasNoHost(address) ? '' : url.host}${url.pathname}`;
}

/** Whether an address can be read in one way only. */
export const isAddress = (address: string): boolean => parseAddress(address) !== null;

/** `postgres://user@/database`: a socket of this machine, or what PGHOST says. */
const hasNoHost = (address: string) => !URL.canParse(address);

function parseAddress(address: string): URL | null {
  const whole = hasNoHost(address) ? address.replace('@/', '@localhost/') : address;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  const isWhole = !url.pathname.includes('@') && url.hash === '' && [...url.searchParams.keys()].every((name) => PARAMETER.test(name));
  return isWhole && [url.username, url.password, url.pathname].every(isDecodable) ? url : null;
}

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
