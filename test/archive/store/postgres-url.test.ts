import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAddress, withoutPassword } from '../../../src/archive/store/postgres-url.js';

describe('the address of a store is shown without its password', () => {
  test.each([
    ['postgres://writer:secret@db.example:5433/archive', 'postgres://writer@db.example:5433/archive'],
    ['postgresql://writer:se@cret@db.example/archive', 'postgres://writer@db.example/archive'],
    ['postgres://writer:s%40cret@db.example/archive?sslmode=require', 'postgres://writer@db.example/archive'],
    ['postgres://db.example/archive?user=writer&password=secret', 'postgres://db.example/archive'],
    ['postgres://writer:secret@/archive', 'postgres://writer@/archive'],
    ['postgres://writer@db.example/archive', 'postgres://writer@db.example/archive'],
    ['postgres://', 'postgres://'],
    ['postgres://writer:se/cret@db.example/archive', 'postgres://…'],
    ['postgres://writer:12/cret@db.example/archive', 'postgres://…'],
    ['postgres://writer:12?cret@db.example/archive', 'postgres://…'],
    ['postgres://writer:12#cret@db.example/archive', 'postgres://…'],
    ['postgres://db.example/archive?password=se@cret', 'postgres://…'],
  ])('%s', (address, shown) => {
    expect(withoutPassword(address)).toBe(shown);
  });

  test('whatever the password is, encoded or not, and wherever it stands, no piece of it is shown', () => {
    const sign = fc.constantFrom(
      'zq',
      'zq',
      '@',
      ':',
      '/',
      '?',
      '#',
      '%',
      '&',
      '=',
      ' ',
      '+',
      '\\',
      ';',
      '[',
      ']',
      '1',
      '42',
      '密',
      'password=',
    );
    const password = fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => signs.join(''));
    const place = fc.constantFrom(
      (secret: string) => `postgres://u:${secret}@h.example:5432/d`,
      (secret: string) => `postgres://u:${secret}@/d`,
      (secret: string) => `postgresql://h.example/d?user=u&password=${secret}`,
      (secret: string) => `postgres://u@h.example/d?sslmode=require&password=${secret}&x=1`,
      (secret: string) => `postgres://u:${secret}@h.example/d?sslpassword=${secret}`,
    );
    fc.assert(
      fc.property(password, place, fc.boolean(), (secret, at, isEncoded) => {
        const address = at(isEncoded ? encodeURIComponent(secret) : secret);
        expect(withoutPassword(address)).not.toContain('zq');
        if (isEncoded) expect(isAddress(address)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
