import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expiryOf, identityOf } from '../token.mjs';

const base64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const bearer = (claims) => `Bearer ${base64({ alg: 'none' })}.${base64(claims)}.signature`;
const ADA = { iss: 'http://issuer', sub: 'ada', workspaceID: '1001' };

test('two tokens of one user in one workspace are one identity', () => {
  assert.equal(identityOf(bearer({ ...ADA, exp: 1 })), identityOf(bearer({ ...ADA, exp: 2 })));
});

test('another workspace, user or issuer is another identity', () => {
  const others = [{ workspaceID: '1002' }, { sub: 'grace' }, { iss: 'http://other' }].map((other) => ({ ...ADA, ...other }));

  assert.equal(new Set([ADA, ...others].map((claims) => identityOf(bearer(claims)))).size, 4);
});

test('the expiry is told in milliseconds', () => {
  assert.equal(expiryOf(bearer({ exp: 1_700_000_000 })), 1_700_000_000_000);
});

for (const token of [undefined, 'Bearer opaque', 'Bearer a.b.c', bearer(null), bearer({}), bearer({ exp: 'soon' }), 'Basic YTpi']) {
  test(`${token} says nothing of itself`, () => {
    assert.equal(expiryOf(token), Infinity);
    assert.equal(identityOf(token), token ?? '');
  });
}
