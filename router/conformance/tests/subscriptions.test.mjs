import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { HttpStream, Subscriber, TENANT_A, TENANT_B, ask, codesOf, eventually } from '../client.mjs';
import { embeddedOnly, routerUnderTest } from '../router-under-test.mjs';

const SUBSCRIPTION =
  'subscription ($leadId: ID) { offerStatusChanged(leadId: $leadId) { status version lead { name } offer { plan { name } } } }';
const MULTIPART = 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0, application/json';

describe('a subscription', () => {
  let router;
  before(async () => {
    router = await routerUnderTest({ flags: ['--subgraph-timeout', '1s'] });
  });
  after(() => router.close());

  /** Subscribes, and returns when the subgraph knows of it. */
  async function subscribed(token = TENANT_A, variables = { leadId: 'lead-1' }, at = router) {
    const connections = at.stubs.offers.connections.length;
    const subscriber = new Subscriber(at.url, { token }).subscribe(SUBSCRIPTION, variables);
    const first = subscriber.next();
    await eventually(() => at.stubs.offers.connections.length > connections);
    await eventually(async () => {
      at.stubs.change(token.replace('Bearer ', ''), { status: 'READY', version: 0 });
      return Promise.race([first.then(() => true), new Promise((resolve) => setTimeout(resolve, 20))]);
    });
    return subscriber;
  }

  async function nextOf(subscriber) {
    for (;;) {
      const result = await subscriber.next();
      if (result?.data?.offerStatusChanged?.status !== 'READY') {
        return result;
      }
    }
  }

  it('shows each change in order, with fields of the other subgraphs', async () => {
    const subscriber = await subscribed();

    router.stubs.change('tenant-a', { status: 'SENT', version: 2 });
    router.stubs.change('tenant-a', { status: 'VIEWED', version: 3 });

    const entities = { lead: { name: 'lead-1 of tenant-a' }, offer: { plan: { name: 'plan-1 of tenant-a' } } };
    assert.deepEqual((await nextOf(subscriber)).data.offerStatusChanged, { status: 'SENT', version: 2, ...entities });
    assert.deepEqual((await nextOf(subscriber)).data.offerStatusChanged, { status: 'VIEWED', version: 3, ...entities });
    await subscriber.end();
  });

  it('of another tenant sees nothing of it', async () => {
    const [a, b] = [await subscribed(TENANT_A), await subscribed(TENANT_B)];

    router.stubs.change('tenant-a', { status: 'SENT', version: 2 });
    router.stubs.change('tenant-b', { status: 'DECLINED', version: 7 });

    assert.equal((await nextOf(b)).data.offerStatusChanged.status, 'DECLINED');
    assert.equal((await nextOf(a)).data.offerStatusChanged.status, 'SENT');
    await Promise.all([a.end(), b.end()]);
  });

  it('lives on when nothing happens for longer than a request may take', async (t) => {
    const { plans } = router.stubs;
    t.after(() => (plans.intercept = () => false));
    const subscriber = await subscribed();
    plans.intercept = () => new Promise(() => {});
    await ask(router.url, '{ plans { name } }'); // is begun later, and ends by the limit
    plans.intercept = () => false;

    router.stubs.change('tenant-a', { status: 'SENT', version: 2 });

    assert.equal((await nextOf(subscriber)).data.offerStatusChanged.status, 'SENT');
    await subscriber.end();
  });

  it('lets go of the subgraph when the client ends it', async () => {
    const subscriber = await subscribed();
    assert.ok(router.stubs.offers.subscriptions > 0);

    await subscriber.end();

    await eventually(() => router.stubs.offers.subscriptions === 0, 'the subgraph still has a subscriber');
  });

  it('is refused with a bad token', async () => {
    const subscriber = new Subscriber(router.url, { token: 'Bearer expired' }).subscribe(SUBSCRIPTION);

    const result = await subscriber.next();

    assert.equal(result.data?.offerStatusChanged ?? null, null);
    if (router.embedded) {
      assert.deepEqual(codesOf(result), ['UNAUTHENTICATED']);
      assert.equal(await subscriber.next(), undefined);
    }
    await subscriber.end();
  });

  for (const [closeCode, code] of [
    [4401, 'UNAUTHENTICATED'],
    [4403, 'FORBIDDEN'],
    [1013, 'SERVICE_UNAVAILABLE'],
    [1011, 'SERVICE_UNAVAILABLE'],
  ]) {
    it(`whose subgraph closes the socket with ${closeCode} ends with ${code}`, embeddedOnly, async (t) => {
      router.stubs.offers.closeCode = closeCode;
      t.after(() => (router.stubs.offers.closeCode = 4401));
      const subscriber = new Subscriber(router.url, { token: 'Bearer expired' }).subscribe(SUBSCRIPTION);

      assert.deepEqual(codesOf(await subscriber.next()), [code]);
      await subscriber.end();
    });
  }

  it('that the subgraph refuses gets its reason, and ends', async () => {
    const subscriber = new Subscriber(router.url).subscribe(SUBSCRIPTION, { leadId: 'none' });

    const result = await subscriber.next();

    if (router.embedded) {
      assert.deepEqual(codesOf(result), ['BAD_USER_INPUT']);
      assert.equal(result.data ?? null, null);
    }
    assert.equal(await subscriber.next(), undefined);
    await subscriber.end();
  });

  it('tells a failure with the event that has it, and not with the next ones', async () => {
    const subscriber = await subscribed();
    await router.stubs.plans.stop();
    router.stubs.change('tenant-a', { status: 'SENT', version: 2 });
    const hurt = await nextOf(subscriber);
    await router.stubs.plans.start();
    router.stubs.change('tenant-a', { status: 'VIEWED', version: 3 });
    const whole = await nextOf(subscriber);

    assert.equal(hurt.data.offerStatusChanged.status, 'SENT');
    assert.equal(hurt.data.offerStatusChanged.offer.plan, null);
    assert.equal(hurt.data.offerStatusChanged.lead.name, 'lead-1 of tenant-a');
    assert.ok(hurt.errors.length > 0);
    if (router.embedded) {
      assert.deepEqual(codesOf(hurt), ['SERVICE_UNAVAILABLE']);
      assert.equal(whole.errors, undefined);
    }
    assert.equal(whole.data.offerStatusChanged.offer.plan.name, 'plan-1 of tenant-a');
    await subscriber.end();
  });

  it('ends with a reason when its subgraph is lost', embeddedOnly, async () => {
    const subscriber = await subscribed();
    await router.stubs.offers.stop();

    const last = await nextOf(subscriber);
    await router.stubs.offers.start();

    assert.deepEqual(codesOf(last), ['SERVICE_UNAVAILABLE']);
    assert.equal(last.data ?? null, null, 'the event before is sent once more');
    assert.equal(await subscriber.next(), undefined);
    await subscriber.end();
  });

  it('ends with a reason after its longest life', embeddedOnly, async (t) => {
    const short = await routerUnderTest({ flags: ['--subscription-life', '1s'] });
    t.after(short.close);
    const subscriber = await subscribed(TENANT_A, { leadId: 'lead-1' }, short);

    const last = await nextOf(subscriber);

    assert.deepEqual(codesOf(last), ['SERVICE_UNAVAILABLE']);
    assert.equal(last.errors[0].extensions.reason, 'LIFE_OVER');
    assert.equal(await subscriber.next(), undefined);
    await eventually(() => short.stubs.offers.subscriptions === 0);
    await subscriber.end();
  });

  it(
    'of a client that takes too slowly is cut with a reason, and holds no more than its buffer',
    embeddedOnly,
    async (t) => {
      const narrow = await routerUnderTest({ flags: ['--subscription-buffer', '5'] });
      t.after(narrow.close);
      const socket = new WebSocket(narrow.url.replace('http', 'ws'), 'graphql-transport-ws');
      t.after(() => socket.terminate());
      const messages = [];
      socket.on('message', (data) => messages.push(JSON.parse(data)));
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'connection_init', payload: { Authorization: TENANT_A } }));
      await eventually(() => messages.length > 0);
      socket.send(
        JSON.stringify({
          id: '1',
          type: 'subscribe',
          payload: { query: 'subscription { offerStatusChanged { status } }' },
        }),
      );
      await eventually(() => narrow.stubs.offers.subscriptions === 1);
      socket.pause();

      await eventually(() => {
        narrow.stubs.change('tenant-a', { status: 'x'.repeat(500_000), version: 1 });
        return narrow.stubs.offers.subscriptions === 0;
      }, 'the router goes on taking events');
      socket.resume();

      await eventually(() => messages.at(-1).type === 'complete');
      assert.equal(messages.at(-2).payload.errors[0].extensions.reason, 'SLOW_SUBSCRIBER');
      assert.equal(messages.at(-2).payload.data, null);
    },
  );

  it('refuses more on one connection than are allowed', embeddedOnly, async (t) => {
    const narrow = await routerUnderTest({ flags: ['--max-subscriptions', '1'] });
    t.after(narrow.close);
    const subscriber = new Subscriber(narrow.url).subscribe(SUBSCRIPTION);
    const first = subscriber.next();
    await eventually(() => narrow.stubs.offers.connections.length === 1);
    subscriber.subscribe(SUBSCRIPTION);

    assert.deepEqual(codesOf(await subscriber.next()), ['RATE_LIMITED']);
    first.catch(() => {});
    await subscriber.end();
  });

  for (const [name, accept, event] of [
    [
      'server-sent events',
      'text/event-stream',
      /event: next\ndata: \{"data":\{"offerStatusChanged":\{"status":"SENT".*"name":"lead-1 of tenant-a"/,
    ],
    [
      "Apollo's multipart",
      MULTIPART,
      /--graphql\r\ncontent-type: application\/json\r\n\r\n\{"payload":\{"data":\{"offerStatusChanged":\{"status":"SENT".*"lead-1 of tenant-a".*\}\}\}\r\n--graphql/,
    ],
  ]) {
    it(`comes by ${name} as well, and ends with the client`, embeddedOnly, async () => {
      const stream = await HttpStream.open(router.url, SUBSCRIPTION, { accept, variables: { leadId: 'lead-1' } });
      assert.equal(stream.response.status, 200);

      await eventually(
        () => {
          router.stubs.change('tenant-a', { status: 'SENT', version: 2 });
          return event.test(stream.text);
        },
        () => stream.text,
      );
      stream.abort.abort();

      await eventually(() => router.stubs.offers.subscriptions === 0, 'the subgraph still has a subscriber');
    });
  }

  it('is told to a client that takes no stream', embeddedOnly, async () => {
    const { response } = await HttpStream.open(router.url, SUBSCRIPTION, { accept: 'application/json' });

    assert.equal(response.status, 406);
    await eventually(() => router.stubs.offers.subscriptions === 0);
  });
});
