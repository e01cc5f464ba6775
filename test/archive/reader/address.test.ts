import { expect, test } from 'vitest';
import { addressesFor } from '../../../src/archive/reader/address.js';

const allows = (url: string, address: string) => addressesFor(new URL(url))(address);

const INSIDE = [
  '127.0.0.1',
  '127.9.9.9',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '198.18.0.1',
  '::',
  '::1',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  '::7f00:1',
  'fec0::1',
];

test('a name on the internet never leads to an address that is not there', () => {
  expect(INSIDE.filter((address) => allows('https://example.org/a', address))).toEqual([]);
  for (const address of ['93.184.216.34', '2606:2800:220:1::1', '::ffff:93.184.216.34'])
    expect(allows('https://example.org/', address)).toBe(true);
});

test('an address itself is what it is, however it is written, and nothing else', () => {
  expect(allows('http://127.0.0.1:9000/', '127.0.0.1')).toBe(true);
  expect(allows('http://2130706433/', '127.0.0.1')).toBe(true);
  expect(allows('http://[::1]/', '::1')).toBe(true);
  expect(allows('http://[::ffff:10.0.0.1]/', '10.0.0.1')).toBe(true);
  expect(allows('http://127.0.0.1/', '10.0.0.1')).toBe(false);
  expect(allows('http://93.184.216.34/', '127.0.0.1')).toBe(false);
});

test('a private name may lead into private networks, but not to where clouds keep their keys', () => {
  for (const name of ['localhost', 'minio', 'nas.local', 'files.internal', 'nas.lan', 'nas.home.arpa', 'localhost.', 'NAS.LOCAL']) {
    expect(allows(`http://${name}/`, '192.168.1.1'), name).toBe(true);
    expect(allows(`http://${name}/`, '::1'), name).toBe(true);
    expect(allows(`http://${name}/`, '169.254.169.254'), name).toBe(false);
    expect(allows(`http://${name}/`, '0.0.0.0'), name).toBe(false);
  }
  expect(allows('http://local.example.org/', '192.168.1.1')).toBe(false);
});
