/** Who may ask the review server; server.slow.test.ts has what it answers about documents. */
import { expect, test } from 'vitest';
import { ask, cookieOf, own } from './asking.js';
import { serveHere } from './serving.js';

test('the page answers to the token, then to the cookie, which no other site gets', async () => {
  const serving = await serveHere();
  const page = await ask(serving.origin, `/?token=${serving.token}`);
  expect(page.status).toBe(200);
  expect(page.headers['set-cookie']).toEqual([`${cookieOf(serving)}; HttpOnly; SameSite=Strict; Path=/`]);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
  expect((await ask(serving.origin, '/', { cookie: cookieOf(serving) })).status).toBe(200);
});

test('requests without the token, by another name, or from another page are refused', async () => {
  const serving = await serveHere();
  const { port } = new URL(serving.origin);
  const good = own(serving);
  const wrong: [string, Record<string, string>][] = [
    ['/', {}],
    ['/?token=', {}],
    [`/?token=${'A'.repeat(serving.token.length)}`, {}],
    [`/?token=${serving.token}x`, {}],
    ['/page.css', {}],
    ['/api/start', {}],
    // The token in the address opens the page, nothing else.
    [`/api/start?token=${serving.token}`, {}],
    ['/api/start', { cookie: `juesuan-review-${port}=wrong` }],
    ['/api/start', { cookie: `juesuan-review=${serving.token}` }],
    ['/api/start', { ...good, host: 'evil.example' }],
    ['/api/start', { ...good, host: `localhost:${port}` }],
    ['/api/start', { ...good, host: `evil.example:${port}` }],
    ['/api/start', { ...good, origin: 'http://evil.example' }],
    ['/api/start', { ...good, origin: 'http://127.0.0.1:1' }],
    ['/api/start', { ...good, origin: 'null' }],
    ['/api/start', { ...good, 'sec-fetch-site': 'cross-site' }],
    ['/api/start', { ...good, 'sec-fetch-site': 'same-site' }],
  ];
  const replies = await Promise.all(wrong.map(([target, headers]) => ask(serving.origin, target, headers)));
  expect(replies.map(({ status }) => status)).toEqual(wrong.map(() => 403));
  expect(replies.every(({ body, headers }) => !body.includes(serving.token) && headers['set-cookie'] === undefined)).toBe(true);
  expect((await ask(serving.origin, '/api/start', good)).status).toBe(200);
});

test('it listens on the loopback interface, on another port and with another token each time', async () => {
  const [one, two] = [await serveHere(), await serveHere()];
  expect(one.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(two.origin).not.toBe(one.origin);
  expect(two.token).not.toBe(one.token);
  expect(one.token.length).toBeGreaterThan(40);
});
