import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, codesOf } from '../client.mjs';
import { routerUnderTest } from '../router-under-test.mjs';
import { HIDDEN } from '../stub-subgraphs.mjs';

describe('a query over several subgraphs', () => {
  let router;
  before(async () => {
    router = await routerUnderTest();
  });
  after(() => router.close());

  it('is answered by each subgraph for its part', async () => {
    const { data, errors } = await ask(router.url, '{ lead(id: "lead-1") { name offers { status plan { name } } } }');

    assert.equal(errors, undefined);
    assert.deepEqual(data, {
      lead: { name: 'lead-1 of tenant-a', offers: [{ status: 'SENT', plan: { name: 'plan-1 of tenant-a' } }] },
    });
  });

  it('asks a subgraph once for all entities of a list', async () => {
    router.stubs.offers.requests.length = 0;

    const { data } = await ask(router.url, '{ leads(count: 20) { id offers { id } } }');

    assert.equal(data.leads.length, 20);
    assert.deepEqual(data.leads[19], { id: 'lead-20', offers: [{ id: 'offer-of-lead-20' }] });
    assert.equal(router.stubs.offers.requests.length, 1);
    assert.equal(router.stubs.offers.requests[0].variables.representations.length, 20);
  });

  it('shows null for an entity that its owner does not show, and nothing else is lost', async () => {
    const { data, errors } = await ask(router.url, '{ offers { id lead { name } } }');

    assert.equal(errors, undefined);
    assert.deepEqual(data.offers, [
      { id: 'offer-1', lead: { name: 'lead-1 of tenant-a' } },
      { id: 'offer-2', lead: null },
    ]);
  });

  it('answers null for an unknown id', async () => {
    const { data, errors } = await ask(router.url, 'query ($id: ID!) { lead(id: $id) { name } }', {
      variables: { id: HIDDEN },
    });

    assert.deepEqual({ data, errors }, { data: { lead: null }, errors: undefined });
  });

  it('answers what a mutation changed, from several subgraphs', async () => {
    const { data } = await ask(router.url, 'mutation { createOffer(leadId: "lead-1") { status lead { name } } }');

    assert.deepEqual(data, { createOffer: { status: 'SENT', lead: { name: 'lead-1 of tenant-a' } } });
  });

  it('answers introspection', async () => {
    const { data } = await ask(router.url, '{ __type(name: "Lead") { fields { name } } }');

    assert.ok(data.__type.fields.some(({ name }) => name === 'offers'));
  });

  it('may come by GET, a mutation may not', async () => {
    const get = (query) =>
      fetch(`${router.url}?query=${encodeURIComponent(query)}`, {
        headers: { authorization: 'Bearer tenant-a', accept: 'application/json', 'x-apollo-operation-name': 'any' },
      });
    router.stubs.leads.requests.length = 0;

    assert.equal((await (await get('{ lead(id: "lead-1") { name } }')).json()).data.lead.name, 'lead-1 of tenant-a');
    await get('mutation { createLead(name: "Ada") { id } }');
    assert.equal(router.stubs.leads.requests.filter(({ query }) => query.includes('createLead')).length, 0);
  });

  it('names what is wrong with it', async () => {
    const result = await ask(router.url, '{ leads { nickname } }');

    assert.match(result.errors[0].message, /nickname/);
    if (router.embedded) {
      assert.deepEqual(codesOf(result), ['BAD_USER_INPUT']);
      assert.deepEqual(result.errors[0].locations, [{ line: 1, column: 11 }]);
    }
  });
});
