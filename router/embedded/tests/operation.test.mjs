import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { Subscriber, ask, codesOf, eventually } from '../../conformance/client.mjs';
import { routerUnderTest } from '../../conformance/router-under-test.mjs';

const SUBSCRIPTION = 'subscription { offerStatusChanged(leadId: "lead-1") { status } }';

describe('the embedded router', () => {
  let router;
  const get = (path, headers) => fetch(new URL(path, router.url), { headers, redirect: 'manual' });
  before(async () => {
    router = await routerUnderTest({ flags: ['--cors-origin', 'https://app.example.com'] });
  });
  after(() => router.close());

  it('says that it lives and is ready', async () => {
    assert.deepEqual(await (await get('/health/live')).json(), { status: 'UP' });
    assert.equal((await get('/health/ready')).status, 200);
  });

  it('tells what it did, without names of clients', async () => {
    await ask(router.url, 'query Named { plans { name } }');
    const text = await (await fetch(router.metricsUrl)).text();

    assert.match(text, /missionbrief_router_operation_duration_seconds_count\{type="query",outcome="OK"\} \d+/);
    assert.match(text, /missionbrief_router_subgraph_duration_seconds_count\{subgraph="plans",outcome="OK"\} \d+/);
    assert.match(text, /missionbrief_router_subscriptions 0/);
    assert.match(text, /missionbrief_router_sockets 0/);
    assert.doesNotMatch(text, /tenant-a|Named/);
    assert.equal((await get('/metrics')).status, 404, 'metrics are told to everybody');
  });

  it('logs an operation with its request and trace, and never a token', async () => {
    await ask(router.url, 'query Logged { plans { name } }', { headers: { 'x-request-id': 'to-be-logged' } });

    const line = router.lines.find(({ operation }) => operation === 'Logged');
    assert.equal(line.requestId, 'to-be-logged');
    assert.match(line.traceId, /^[0-9a-f]{32}$/);
    assert.doesNotMatch(JSON.stringify(router.lines), /tenant-a/);
  });

  it('shows GraphiQL to a browser, whole and with the story', async () => {
    const response = await get('/graphql', { accept: 'text/html' });
    const page = await response.text();

    assert.match(response.headers.get('content-type'), /text\/html/);
    assert.match(page, /mutation CreatePlan/);
    assert.match(page, /subscription WatchOffers/);
    assert.doesNotMatch(page, /<(script|link)[^>]+(src|href)="https?:/);
    assert.equal(
      (await get('/graphql', { accept: 'text/html', 'if-none-match': response.headers.get('etag') })).status,
      304,
    );
    assert.equal((await get('/')).headers.get('location'), '/graphql');
  });

  it('lets the named web origin call, and no other', async () => {
    const allowed = await get('/health/live');
    const preflight = (origin) =>
      fetch(router.url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });

    assert.equal(allowed.headers.get('access-control-allow-origin'), null);
    assert.equal(
      (await preflight('https://app.example.com')).headers.get('access-control-allow-origin'),
      'https://app.example.com',
    );
    assert.equal((await preflight('https://evil.example.com')).headers.get('access-control-allow-origin'), null);
  });

  it('knows nothing else', async () => {
    const response = await get('/actuator/env');

    assert.equal(response.status, 404);
    assert.deepEqual(codesOf(await response.json()), ['NOT_FOUND']);
  });
});

describe('a new supergraph', () => {
  const replaced = (file, change) => {
    writeFileSync(`${file}.next`, change(readFileSync(file, 'utf8')));
    renameSync(`${file}.next`, file);
  };
  const reloads = async (router, outcome) => {
    const text = await (await fetch(router.metricsUrl)).text();
    return new RegExp(`supergraph_reloads_total\\{outcome="${outcome}"\\} 1`).test(text);
  };

  it('is taken up while the router runs', async (t) => {
    const router = await routerUnderTest();
    t.after(router.close);
    assert.deepEqual(codesOf(await ask(router.url, '{ plans { motto } }')), ['BAD_USER_INPUT']);

    replaced(router.supergraph, (sdl) =>
      sdl.replace('secretPrice: String', 'motto: String @join__field(graph: PLANS)\n  secretPrice: String'),
    );

    await eventually(() => reloads(router, 'taken'));
    await ask(router.url, '{ plans { motto } }');
    assert.match(router.stubs.plans.requests.at(-1).query, /motto/);
  });

  it('does not disturb a subscription that runs', async (t) => {
    const router = await routerUnderTest();
    t.after(router.close);
    const subscriber = new Subscriber(router.url).subscribe(SUBSCRIPTION);
    const next = subscriber.next();
    await eventually(() => router.stubs.offers.subscriptions === 1);

    replaced(router.supergraph, (sdl) =>
      sdl.replace('secretPrice: String', 'motto: String @join__field(graph: PLANS)'),
    );
    await eventually(() => reloads(router, 'taken'));
    await eventually(async () => {
      router.stubs.change('tenant-a', { status: 'SENT', version: 2 });
      return Promise.race([next.then(() => true), new Promise((resolve) => setTimeout(resolve, 20))]);
    });

    assert.equal((await next).data.offerStatusChanged.status, 'SENT');
    await subscriber.end();
  });

  it('that is cut or wrong is refused, and the last good one stays', async (t) => {
    const router = await routerUnderTest();
    t.after(router.close);

    writeFileSync(router.supergraph, readFileSync(router.supergraph, 'utf8').slice(0, 2_000));

    await eventually(() => reloads(router, 'refused'));
    assert.equal((await ask(router.url, '{ plans { name } }')).errors, undefined);
  });
});

describe('a router that stops', () => {
  it('lets requests in flight end and ends subscriptions with a reason', async (t) => {
    const router = await routerUnderTest();
    t.after(router.close);
    const { plans, offers } = router.stubs;
    let release;
    const released = new Promise((resolve) => (release = resolve));
    plans.intercept = () => released.then(() => false);
    const subscriber = new Subscriber(router.url).subscribe(SUBSCRIPTION);
    const last = subscriber.next();
    await eventually(() => offers.connections.length > 0);
    const idle = new WebSocket(router.url.replace('http', 'ws'), 'graphql-transport-ws');
    const closed = once(idle, 'close');
    await once(idle, 'open');
    idle.send('{"type":"connection_init"}');
    const inFlight = ask(router.url, '{ plans { name } }');
    await eventually(() => plans.requests.length > 0);

    const stopped = router.stop();
    const event = await last;
    release();

    assert.equal(event.errors[0].extensions.reason, 'ROUTER_STOPPING');
    assert.deepEqual(codesOf(event), ['SERVICE_UNAVAILABLE']);
    assert.equal((await inFlight).data.plans.length, 2);
    await stopped;
    assert.equal((await closed)[0], 1001);
    await subscriber.end();
    await assert.rejects(ask(router.url, '{ plans { name } }'));
  });
});
