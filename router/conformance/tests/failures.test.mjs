import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { CODES } from '../../embedded/errors.mjs';
import { ask, codesOf } from '../client.mjs';
import { embeddedOnly, routerUnderTest } from '../router-under-test.mjs';

const INSIDE =
  /127\.0\.0\.1|localhost|ECONNREFUSED|:\d{4,5}\b|at .*\.mjs|org\.postgresql|PSQLException|stacktrace|fetch failed/;

describe('a failure', () => {
  let router;
  before(async () => {
    router = await routerUnderTest({ flags: ['--subgraph-timeout', '1s'] });
  });
  after(() => router.close());
  beforeEach(() => router.stubs.all.forEach((stub) => ((stub.intercept = () => false), (stub.requests.length = 0))));

  for (const code of CODES) {
    it(`that a subgraph calls ${code} reaches the client as it is`, async () => {
      const result = await ask(router.url, 'query ($code: String) { failing(code: $code) }', { variables: { code } });

      assert.deepEqual(codesOf(result), [code]);
      assert.equal(result.errors[0].message, 'Told by the subgraph.');
      assert.equal(result.errors[0].extensions.field, 'name');
      assert.deepEqual(result.errors[0].path, ['failing']);
    });
  }

  it('that a subgraph did not foresee shows nothing of its inside', embeddedOnly, async () => {
    const result = await ask(router.url, '{ failing }');

    assert.deepEqual(codesOf(result), ['INTERNAL']);
    assert.doesNotMatch(JSON.stringify(result), INSIDE);
  });

  const CREATE = 'mutation ($name: String!, $input: LeadInput) { createLead(name: $name, input: $input) { id } }';
  for (const [field, variables, document = CREATE] of [
    ['name', {}],
    ['name', { name: null }],
    ['name', { name: { first: 'Ada' } }],
    ['input', { name: 'Ada', input: 'text' }],
    ['input.email', { name: 'Ada', input: {} }],
    ['input.email', { name: 'Ada', input: { email: 7 } }],
    ['input.colour', { name: 'Ada', input: { email: 'a', colour: 'red' } }],
    ['input.ranks.1', { name: 'Ada', input: { email: '" at "name"; ', ranks: [1, 'two'] } }],
    ['id', {}, '{ lead { id } }'],
  ]) {
    it(`to give ${field} as it has to be is told by its name: ${JSON.stringify(variables)}`, embeddedOnly, async () => {
      const result = await ask(router.url, document, { variables });

      assert.deepEqual(codesOf(result), ['BAD_USER_INPUT']);
      assert.equal(result.errors[0].extensions.field, field);
      assert.equal(router.stubs.leads.requests.length, 0);
    });
  }

  it('of one subgraph costs only its own fields, and is named', async () => {
    await router.stubs.offers.stop();
    const result = await ask(router.url, '{ leads(count: 2) { name offers { id } } plans { name } offers { id } }');
    await router.stubs.offers.start();

    assert.deepEqual(result.data, {
      leads: [
        { name: 'lead-1 of tenant-a', offers: null },
        { name: 'lead-2 of tenant-a', offers: null },
      ],
      plans: [{ name: 'plan-1 of tenant-a' }, { name: 'plan-2 of tenant-a' }],
      offers: null,
    });
    assert.ok(result.errors.length > 0);
    if (router.embedded) {
      assert.deepEqual([...new Set(codesOf(result))], ['SERVICE_UNAVAILABLE']);
      assert.match(result.errors[0].message, /offers/);
      assert.equal(result.errors[0].extensions.subgraph, 'offers');
      assert.doesNotMatch(JSON.stringify(result), INSIDE);
    }
  });

  it('is over when the subgraph is back', async () => {
    await router.stubs.plans.stop();
    await ask(router.url, '{ plans { name } }');
    await router.stubs.plans.start();

    assert.equal((await ask(router.url, '{ plans { name } }')).errors, undefined);
  });

  const answers = [
    ['a page of a proxy', 502, 'text/html', '<html>nginx at 127.0.0.1:8080</html>', 'SERVICE_UNAVAILABLE'],
    ['a cut answer', 200, 'application/json', '{"data":{"plans":[{"na', 'SERVICE_UNAVAILABLE'],
    ['an empty answer', 200, 'application/json', '', 'SERVICE_UNAVAILABLE'],
    ['an answer that is no result', 200, 'application/json', '[]', 'SERVICE_UNAVAILABLE'],
    ['a redirect', 302, 'text/plain', '', 'SERVICE_UNAVAILABLE'],
    ['a bare refusal of the token', 401, 'text/plain', '', 'UNAUTHENTICATED'],
    ['a bare refusal for the rate', 429, 'text/plain', '', 'RATE_LIMITED'],
  ];
  for (const [name, status, type, body, code] of answers) {
    it(`by ${name} is told by a code and nothing of the inside`, async () => {
      router.stubs.plans.intercept = (_, response) =>
        response.writeHead(status, { 'content-type': type, location: 'http://127.0.0.1:1/' }).end(body);

      const result = await ask(router.url, '{ plans { name } lead(id: "lead-1") { name } }');

      assert.deepEqual(result.data, { plans: null, lead: { name: 'lead-1 of tenant-a' } });
      if (router.embedded) {
        assert.deepEqual(codesOf(result), [code]);
        assert.doesNotMatch(JSON.stringify(result), INSIDE);
      }
    });
  }

  it('to answer in time costs only the fields of the late one', embeddedOnly, async () => {
    router.stubs.plans.intercept = () => new Promise(() => {});

    const result = await ask(router.url, '{ plans { name } lead(id: "lead-1") { name } }');

    assert.deepEqual(result.data, { plans: null, lead: { name: 'lead-1 of tenant-a' } });
    assert.deepEqual(codesOf(result), ['SERVICE_UNAVAILABLE']);
  });

  it('of a mutation is not tried again: it may have been done', async () => {
    router.stubs.leads.intercept = (_, response) => response.destroy() !== undefined;

    const result = await ask(router.url, 'mutation { createLead(name: "Ada") { id } }');

    assert.equal(result.data?.createLead ?? null, null);
    assert.equal(router.stubs.leads.requests.length, 1);
  });
});
