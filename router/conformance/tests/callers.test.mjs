import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Subscriber, TENANT_B, ask, codesOf, eventually } from '../client.mjs';
import { embeddedOnly, routerUnderTest } from '../router-under-test.mjs';

const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const QUERY = '{ lead(id: "lead-1") { name offers { plan { name } } } }';

describe('what subgraphs are told of a caller', () => {
  let router;
  before(async () => {
    router = await routerUnderTest();
  });
  after(() => router.close());
  beforeEach(() => router.stubs.all.forEach((stub) => (stub.requests.length = 0)));

  it('is the token, the request id and the trace, each time', async () => {
    await ask(router.url, QUERY, {
      token: TENANT_B,
      headers: { 'x-request-id': 'from-a-browser', traceparent: TRACE },
    });

    for (const stub of router.stubs.all) {
      const [{ headers }] = stub.requests;
      assert.equal(headers.authorization, TENANT_B);
      assert.equal(headers['x-request-id'], 'from-a-browser');
      assert.match(headers.traceparent, /^00-0af7651916cd43dd8448eb211c80319c-/);
    }
  });

  it('is nothing else of the headers, so that no cookie or forwarded address reaches them', async () => {
    await ask(router.url, QUERY, { headers: { cookie: 'session=1', 'x-workspace-id': '1002' } });

    assert.equal(router.stubs.leads.requests[0].headers.cookie, undefined);
    assert.equal(router.stubs.leads.requests[0].headers['x-workspace-id'], undefined);
  });

  it('holds over a WebSocket what came in connection_init', async () => {
    const subscriber = new Subscriber(router.url, { params: { 'x-request-id': 'from-init', traceparent: TRACE } });
    subscriber.subscribe('subscription { offerStatusChanged(leadId: "lead-1") { status lead { name } } }');
    await eventually(() => router.stubs.offers.connections.length > 0);
    await eventually(() => {
      router.stubs.change('tenant-a', { status: 'SENT', version: 1 });
      return router.stubs.leads.requests.length > 0;
    });
    await subscriber.end();

    const [init] = router.stubs.offers.connections;
    assert.equal(init.Authorization ?? init.authorization, 'Bearer tenant-a');
    assert.equal(router.stubs.leads.requests[0].headers.authorization, 'Bearer tenant-a');
    if (router.embedded) {
      assert.equal(init['x-request-id'], 'from-init');
      assert.equal(router.stubs.leads.requests[0].headers['x-request-id'], 'from-init');
      assert.equal(init.traceparent, TRACE);
    }
  });

  it('is over a WebSocket the token of the operation, when it brings a newer one', embeddedOnly, async () => {
    router.stubs.offers.connections.length = 0;
    const subscriber = new Subscriber(router.url, { token: 'Bearer expired' });
    subscriber.subscribe('subscription { offerStatusChanged { status } }', undefined, {
      headers: { authorization: TENANT_B },
    });
    subscriber.next().catch(() => {});
    await eventually(() => router.stubs.offers.connections.length > 0);
    await subscriber.end();

    assert.equal(router.stubs.offers.connections[0].Authorization, TENANT_B);
  });

  it('tells the request id to the client, and makes one of an unusable one', embeddedOnly, async () => {
    const kept = await ask(router.url, QUERY, { headers: { 'x-request-id': 'abc-1' } });
    const made = await ask(router.url, QUERY, { headers: { 'x-request-id': 'a b<script>' } });

    assert.equal(kept.response.headers.get('x-request-id'), 'abc-1');
    assert.match(made.response.headers.get('x-request-id'), /^[0-9a-f-]{36}$/);
    assert.equal(router.stubs.leads.requests[1].headers['x-request-id'], made.response.headers.get('x-request-id'));
    assert.match(router.stubs.leads.requests[0].headers.traceparent, /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  it('makes a subgraph that refuses the token refuse the operation', async () => {
    for (const token of [null, 'Bearer expired']) {
      const result = await ask(router.url, '{ lead(id: "lead-1") { name } }', { token });

      assert.equal(result.data?.lead ?? null, null);
      assert.ok(codesOf(result).includes('UNAUTHENTICATED'), JSON.stringify(result.errors));
    }
  });
});
