import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { codesOf, eventually } from '../../conformance/client.mjs';
import { routerUnderTest } from '../../conformance/router-under-test.mjs';

const BODY = JSON.stringify({ query: '{ plans { name } }' });
const POST = [
  'POST /graphql HTTP/1.1',
  'Host: router',
  'Authorization: Bearer tenant-a',
  'Content-Type: application/json',
];
const H2C = [
  'Connection: Upgrade, HTTP2-Settings',
  'Upgrade: h2c',
  'HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA',
];
const WEBSOCKET = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];
const PLANS = { data: { plans: [{ name: 'plan-1 of tenant-a' }, { name: 'plan-2 of tenant-a' }] } };

const request = (lines, body = '') => `${lines.join('\r\n')}\r\n\r\n${body}`;
const asking = (lines, ...more) => request([...POST, ...more, ...lines, `Content-Length: ${BODY.length}`], BODY);

/** A connection as bytes: what a library would add or hide is the matter here. */
class RawConnection {
  text = '';
  ended = false;

  static async to(url, t) {
    const connection = new RawConnection();
    const { hostname, port } = new URL(url);
    connection.socket = connect(port, hostname);
    t.after(() => connection.socket.destroy());
    connection.socket.on('data', (data) => (connection.text += data));
    connection.socket.once('close', () => (connection.ended = true));
    await once(connection.socket, 'connect');
    return connection;
  }

  send(text) {
    this.socket.write(text);
  }

  /** @returns the next answer: status and body */
  answer() {
    return eventually(
      () => this.#take(),
      () => `no answer in: ${this.text}`,
      5_000,
    );
  }

  #take() {
    const [head, status] = /^HTTP\/1\.1 (\d+)[^]*?\r\n\r\n/.exec(this.text) ?? [];
    const rest = this.text.slice(head?.length);
    const length = /^content-length: (\d+)/im.exec(head)?.[1];
    const [taken, body] = length
      ? [rest.slice(0, length), rest.slice(0, length)]
      : (/^[0-9a-f]+\r\n([^]*?)\r\n0\r\n\r\n/.exec(rest) ?? []);
    if (!head || !taken || taken.length < Number(length ?? 0)) {
      return undefined;
    }
    this.text = rest.slice(taken.length);
    return { status: Number(status), body: JSON.parse(body) };
  }
}

describe('an offer of another protocol', () => {
  let router;
  before(async () => {
    router = await routerUnderTest();
  });
  after(() => router.close());

  for (const [name, offer] of [
    ['h2c', H2C],
    ['one that nobody knows', ['Connection: Upgrade', 'Upgrade: smoke-signals/1']],
    ['a choice of several', ['Connection: Upgrade', 'Upgrade: h2c, websocket']],
  ]) {
    it(`(${name}) is not taken, and the request answered as it is`, async (t) => {
      const connection = await RawConnection.to(router.url, t);

      connection.send(asking(offer));

      assert.deepEqual(await connection.answer(), { status: 200, body: PLANS });
    });
  }

  it('leaves the connection to the next requests, with and without an offer', async (t) => {
    const connection = await RawConnection.to(router.url, t);

    for (const offer of [H2C, [], H2C, H2C]) {
      connection.send(asking(offer));

      assert.deepEqual(await connection.answer(), { status: 200, body: PLANS });
    }
    assert.equal(connection.ended, false);
  });

  it('leaves it to the client to close the connection after the answer', async (t) => {
    const connection = await RawConnection.to(router.url, t);

    connection.send(asking(['Connection: close, Upgrade', 'Upgrade: h2c']));

    assert.equal((await connection.answer()).status, 200);
    await eventually(() => connection.ended, 'the connection stays open');
  });

  it('comes with a body that arrives later, and in pieces', async (t) => {
    const connection = await RawConnection.to(router.url, t);
    const [head, body] = asking(H2C).split(/(?<=\r\n\r\n)/);

    for (const piece of [head, body.slice(0, 7), body.slice(7)]) {
      connection.send(piece);
      await new Promise((resolve) => setTimeout(resolve, 20)); // so that each is read by itself
    }

    assert.deepEqual(await connection.answer(), { status: 200, body: PLANS });
  });

  it('waits for the answer to the request before it', async (t) => {
    const { plans } = router.stubs;
    let release;
    const released = new Promise((resolve) => (release = resolve));
    plans.intercept = () => released.then(() => false);
    t.after(() => (plans.intercept = () => false));
    const connection = await RawConnection.to(router.url, t);
    const asked = plans.requests.length;

    connection.send(asking([], 'x-request-id: first') + request(['GET /none HTTP/1.1', 'Host: router', ...H2C]));
    await eventually(() => plans.requests.length > asked);
    release();

    assert.deepEqual(await connection.answer(), { status: 200, body: PLANS });
    assert.equal((await connection.answer()).status, 404);
  });

  it('to a path where nothing is gets the answer of that path', async (t) => {
    const connection = await RawConnection.to(router.url, t);

    connection.send(request(['GET /nowhere HTTP/1.1', 'Host: router', ...H2C]));

    const { status, body } = await connection.answer();
    assert.equal(status, 404);
    assert.deepEqual(codesOf(body), ['NOT_FOUND']);
  });

  for (const path of ['/health/live', '//', '/graphql/ws']) {
    it(`for a WebSocket at ${path} is refused with the path where they are`, async (t) => {
      const connection = await RawConnection.to(router.url, t);

      connection.send(request([`GET ${path} HTTP/1.1`, 'Host: router', ...WEBSOCKET]));

      const { status, body } = await connection.answer();
      assert.equal(status, 404);
      assert.match(body.errors[0].message, /WebSockets connect to \/graphql\./);
      await eventually(() => connection.ended, 'the connection stays open');
    });
  }

  it('for a WebSocket that is no handshake is refused', async (t) => {
    const connection = await RawConnection.to(router.url, t);

    connection.send(request(['GET /graphql HTTP/1.1', 'Host: router', 'Connection: Upgrade', 'Upgrade: websocket']));

    await eventually(() => connection.ended, 'the connection stays open');
    assert.match(connection.text, /^HTTP\/1\.1 400 /);
  });
});
