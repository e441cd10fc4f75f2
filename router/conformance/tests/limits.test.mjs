import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ask, codesOf, post } from '../client.mjs';
import { embeddedOnly, routerUnderTest } from '../router-under-test.mjs';

const deep = (levels) => `{ lead(id: "1") ${'{ friend '.repeat(levels)} { id } ${'}'.repeat(levels)} }`;
const bomb = `query { ...F0 } ${Array.from({ length: 12 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ')}
  fragment F12 on Query { lead(id: "1") { id } }`;
const aliases = (count) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: __typename`).join(' ')} }`;

describe('an operation beyond the limits', () => {
  let router;
  before(async () => {
    router = await routerUnderTest();
  });
  after(() => router.close());
  beforeEach(() => router.stubs.all.forEach((stub) => (stub.requests.length = 0)));

  const tooMuch = [
    ['50 levels deep', deep(50), /52 levels deep; 15 are allowed/],
    ['with 10,000 aliases', aliases(10_000), /characters; 100000 are allowed/],
    ['with 101 aliases', aliases(101), /101 aliases; 100 are allowed/],
    ['with too many tokens', `{ ${'__typename '.repeat(5_001)} }`, /tokens/],
    ['with fragments that unfold to too many fields', bomb, /8192 fields; 2000 are allowed/],
  ];
  for (const [name, query, message] of tooMuch) {
    it(`${name} is refused before a subgraph hears of it`, embeddedOnly, async () => {
      const result = await ask(router.url, query);

      assert.deepEqual(codesOf(result), ['QUERY_TOO_COMPLEX']);
      assert.match(result.errors[0].message, message);
      assert.match(result.errors[0].message, /Ask for less at once/);
      assert.equal(router.stubs.leads.requests.length, 0);
    });
  }

  for (const chunked of [false, true]) {
    it(`of 2 MB ${chunked ? 'in chunks ' : ''}is refused`, async () => {
      const query = `{"query":"{ plans { name } }","variables":{"x":"${'x'.repeat(2_000_000)}"}}`;
      const response = await post(router.url, chunked ? new Blob([query]).stream() : query);

      assert.equal(response.status, 413);
      assert.equal(router.stubs.plans.requests.length, 0);
      if (router.embedded) {
        assert.deepEqual(codesOf(await response.json()), ['QUERY_TOO_COMPLEX']);
      }
    });
  }

  it('does not harm the connection it came by', async () => {
    await post(router.url, `{"query":"${'x'.repeat(1_500_000)}"}`);

    assert.equal((await ask(router.url, '{ plans { name } }')).errors, undefined);
  });

  const malformed = [
    ['no JSON', 'query', 400],
    ['a list', '[{"query":"{ plans { name } }"}]', undefined],
    ['null', 'null', undefined],
    ['no query', '{}', undefined],
    ['a query that is no text', '{"query":1}', undefined],
    ['variables that are a list', '{"query":"{ plans { name } }","variables":[]}', undefined],
    ['a syntax error', '{"query":"{ plans {"}', undefined],
    ['an operation that is not there', '{"query":"query A { plans { name } }","operationName":"B"}', undefined],
    [
      'a variable of another type',
      '{"query":"query ($c: Int!) { leads(count: $c) { id } }","variables":{"c":"x"}}',
      undefined,
    ],
  ];
  for (const [name, body, status] of malformed) {
    it(`that holds ${name} is told what is wrong`, embeddedOnly, async () => {
      const response = await post(router.url, body);
      const result = await response.json();

      assert.deepEqual(codesOf(result), ['BAD_USER_INPUT'], JSON.stringify(result));
      assert.equal(response.status, status ?? 200);
    });
  }

  it('by a form, as a foreign page can send it, is refused', embeddedOnly, async () => {
    const response = await post(router.url, 'query=%7B__typename%7D', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

    assert.equal(response.status, 415);
  });
});

describe('introspection', embeddedOnly, () => {
  it('can be switched off, and guesses of names with it', async (t) => {
    const { url, close } = await routerUnderTest({ flags: ['--introspection', 'off'] });
    t.after(close);

    const asked = await ask(url, '{ __schema { types { name } } }');
    const guessed = await ask(url, '{ leadz { id } }');

    assert.deepEqual(codesOf(asked), ['BAD_USER_INPUT']);
    assert.match(asked.errors[0].message, /switched off/);
    assert.doesNotMatch(guessed.errors[0].message, /leads/);
  });
});
