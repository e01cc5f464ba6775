import pg from 'pg';
import pgpass from 'pgpass';

/**
 * An address with the password that the file of PostgreSQL has for it (`~/.pgpass`, or what PGPASSFILE names), where neither the address
 * nor PGPASSWORD says one. pg reads that file too, but warns in every process that it will not do so for ever.
 */
export async function withFilePassword(address: string): Promise<string> {
  const { host, port, database, user, password } = new pg.Client(address);
  if (password) return address;
  const found = await new Promise<string | undefined>((resolve) => pgpass({ host, port, database, user }, resolve));
  return found === undefined ? address : `${address}${address.includes('?') ? '&' : '?'}password=${encodeURIComponent(found)}`;
}
