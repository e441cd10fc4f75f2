import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { HttpStream, Subscriber, TENANT_A, TENANT_B, codesOf, eventually } from '../../conformance/client.mjs';
import { routerUnderTest } from '../../conformance/router-under-test.mjs';

const SUBSCRIPTION = 'subscription { offerStatusChanged(leadId: "lead-1") { status } }';
const base64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenThatExpiresIn = (milliseconds) =>
  `Bearer ${base64({ alg: 'none' })}.${base64({ sub: 'ada', exp: (Date.now() + milliseconds) / 1_000 })}.signature`;

async function started(t, ...flags) {
  const router = await routerUnderTest({ flags });
  t.after(router.close);
  return router;
}

/** Subscribes, and returns when the first event has come. */
async function subscribed(t, router, token = TENANT_A) {
  const subscriber = new Subscriber(router.url, { token }).subscribe(SUBSCRIPTION);
  t.after(() => subscriber.end());
  let first;
  subscriber.next().then((result) => (first = result));
  await eventually(() => {
    router.stubs.change(token.replace('Bearer ', ''), { status: 'SENT', version: 2 });
    return first;
  });
  assert.deepEqual(codesOf(first), []);
  return subscriber;
}

/** A socket as bytes of the protocol. `closed` resolves to its code and reason. */
async function connected(t, router, payload) {
  const socket = new WebSocket(router.url.replace('http', 'ws'), 'graphql-transport-ws');
  t.after(() => socket.terminate());
  socket.closed = once(socket, 'close').then(([code, reason]) => [code, String(reason)]);
  await once(socket, 'open');
  if (payload !== undefined) {
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
    await Promise.race([once(socket, 'message'), socket.closed]);
  }
  return socket;
}

const subscribe = (socket, payload) => socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));

describe('subscriptions of one user', () => {
  it('are bounded over all connections and protocols, and told how to go on', async (t) => {
    const router = await started(t, '--max-user-subscriptions', '1');
    await subscribed(t, router);

    const second = new Subscriber(router.url).subscribe(SUBSCRIPTION);
    t.after(() => second.end());
    const refused = await second.next();
    const stream = await HttpStream.open(router.url, SUBSCRIPTION, { accept: 'text/event-stream' });
    await stream.reading;

    assert.deepEqual(codesOf(refused), ['RATE_LIMITED']);
    assert.match(refused.errors[0].message, /at most 1 subscriptions .* End some first\./);
    assert.equal(await second.next(), undefined);
    assert.match(stream.text, /RATE_LIMITED/);
  });

  it('take nothing from another user, and give back what has ended', async (t) => {
    const router = await started(t, '--max-user-subscriptions', '1');
    const first = await subscribed(t, router);
    await subscribed(t, router, TENANT_B);

    await first.end();
    await eventually(() => router.stubs.offers.subscriptions === 1);
    await subscribed(t, router);

    assert.equal(router.stubs.offers.subscriptions, 2);
  });
});

describe('subscriptions of everybody', () => {
  it('are bounded', async (t) => {
    const router = await started(t, '--max-all-subscriptions', '1');
    await subscribed(t, router);

    const second = new Subscriber(router.url, { token: TENANT_B }).subscribe(SUBSCRIPTION);
    t.after(() => second.end());
    const refused = await second.next();

    assert.deepEqual(codesOf(refused), ['RATE_LIMITED']);
    assert.match(refused.errors[0].message, /Try again later\./);
    assert.equal(router.stubs.offers.connections.length, 1);
  });
});

describe('a WebSocket', () => {
  it('that does not say who it is in time is closed', async (t) => {
    const socket = await connected(t, await started(t, '--init-wait', '50ms'));

    assert.equal((await socket.closed)[0], 4408);
  });

  it('is closed when its token has expired', async (t) => {
    const socket = await connected(t, await started(t), { Authorization: tokenThatExpiresIn(100) });

    assert.deepEqual(await socket.closed, [4401, 'The token has expired. Connect again with a new one.']);
  });

  it('stays open when an operation has brought a newer token', async (t) => {
    const router = await started(t);
    const old = tokenThatExpiresIn(200);
    const [renewed, left] = [
      await connected(t, router, { Authorization: old }),
      await connected(t, router, { Authorization: old }),
    ];
    const headers = { Authorization: tokenThatExpiresIn(60_000) };
    subscribe(renewed, { query: '{ __typename }', extensions: { headers } });

    assert.equal((await left.closed)[0], 4401);
    assert.equal(renewed.readyState, WebSocket.OPEN);
  });

  it('that carries nothing is closed, and one that carries a subscription is not', async (t) => {
    const router = await started(t, '--socket-idle', '100ms');
    const busy = await connected(t, router, { Authorization: TENANT_A });
    subscribe(busy, { query: SUBSCRIPTION });
    await eventually(() => router.stubs.offers.subscriptions === 1);
    const idle = await connected(t, router, { Authorization: TENANT_A });

    assert.deepEqual(await idle.closed, [1000, 'Nothing runs here. Connect again when needed.']);
    assert.equal(busy.readyState, WebSocket.OPEN);
  });

  it('beyond those of its token is closed, and one of another token is not', async (t) => {
    const router = await started(t, '--max-token-sockets', '1');
    const [first, other, second] = [
      await connected(t, router, { Authorization: TENANT_A }),
      await connected(t, router, { Authorization: TENANT_B }),
      await connected(t, router, { Authorization: TENANT_A }),
    ];

    assert.match((await second.closed).join(' '), /^1013 This token has as many connections as are allowed\./);
    assert.deepEqual([first.readyState, other.readyState], [WebSocket.OPEN, WebSocket.OPEN]);
  });

  it('beyond all that there may be is closed, until another one goes', async (t) => {
    const router = await started(t, '--max-sockets', '1');
    const first = await connected(t, router);

    const second = await connected(t, router);
    const closed = await second.closed;
    first.terminate();

    assert.match(closed.join(' '), /^1013 .* Try again later\.$/);
    await eventually(async () => {
      const next = await connected(t, router, { Authorization: TENANT_A });
      return next.readyState === WebSocket.OPEN;
    });
  });
});
