/** Which addresses a download may connect to: a name on the internet, or a redirect, must not lead into the network of the archive. */
import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchError } from './fetch-error.js';

/** Whether an address may be connected to. */
type AllowedAddress = (address: string) => boolean;

/** Where a private name may lead. Not to 169.254.0.0/16, where clouds keep their keys. */
const PRIVATE = ['loopback', 'private', 'uniqueLocal', 'carrierGradeNat'];

/** Names that the DNS of the internet does not have (RFC 6761, 6762 and 8375; `internal`: ICANN 2024). A name without a dot is one too. */
const PRIVATE_NAME = /^[^.]+$|\.(?:localhost|local|internal|lan|home\.arpa)$/;

/** All IPv6 addresses that are assigned on the internet. */
const IPV6_ON_THE_INTERNET = ipaddr.parseCIDR('2000::/3');

/**
 * What the user's own URL allows: an address itself, and no other; of a private name whatever private networks have, of all other names
 * only addresses on the internet.
 */
export function addressesFor({ hostname }: URL): AllowedAddress {
  const host = bare(hostname);
  if (isIP(host)) return (address) => ipaddr.process(address).toString() === ipaddr.process(host).toString();
  return PRIVATE_NAME.test(host) ? (address) => isOnInternet(address) || PRIVATE.includes(rangeOf(address)) : isOnInternet;
}

/** Resolves names as the system does, and fails where one address of a name is not allowed: what is checked is what is connected to. */
export function lookupAmong(isAllowed: AllowedAddress, lookup: typeof systemLookup = systemLookup): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const forbidden = error ? undefined : addresses.find(({ address }) => !isAllowed(address));
      const failure = error ?? (forbidden && forbiddenAddress(forbidden.address));
      const [first] = addresses ?? [];
      if (failure || !first) done(failure ?? new FetchError('unreachable', 'its name has no address'), '');
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

/** For a host that is an address, and is not looked up. @throws FetchError `forbidden-address` */
export function mustBeAllowed({ hostname }: URL, isAllowed: AllowedAddress): void {
  const host = bare(hostname);
  if (isIP(host) && !isAllowed(host)) throw forbiddenAddress(host);
}

function forbiddenAddress(address: string): FetchError {
  return new FetchError(
    'forbidden-address',
    `its name leads to ${address}, which is not on the internet: give the address itself in --url if it is meant`,
  );
}

function isOnInternet(address: string): boolean {
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(IPV6_ON_THE_INTERNET as [ipaddr.IPv6, number]));
}

const rangeOf = (address: string): string => ipaddr.process(address).range();

/** Without the brackets of IPv6 and the dot of the root. */
const bare = (hostname: string): string =>
  hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
