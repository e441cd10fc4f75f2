import { clientError } from './errors.mjs';

const PATH = '/graphql';
const OFFER = new Set(['upgrade', 'http2-settings']);

/** Whether a request asks for the one other protocol that is spoken here. */
export function asksForWebSocket({ headers }) {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

/**
 * Hands requests for a WebSocket over. Any other offer of a protocol, such as the h2c of Java's and curl's clients, is
 * not taken: such a request is answered over HTTP/1.1 (RFC 9110, 7.8).
 *
 * @param {import('node:http').Server} server
 * @param {(request: import('node:http').IncomingMessage, socket: import('node:net').Socket, head: Buffer) => void} accept
 */
export function onWebSocket(server, accept) {
  const answers = new WeakMap(); // the last one of each connection
  server.on('request', (request, response) => answers.set(request.socket, response));
  server.on('upgrade', (request, socket, head) => {
    if (!asksForWebSocket(request)) {
      answerOverHttp(server, { request, socket, head, before: answers.get(socket) });
    } else if (request.url.split('?', 1)[0] === PATH) {
      accept(request, socket, head);
    } else {
      refuse(socket);
    }
  });
}

/**
 * Node before 24.9 does not ask `shouldUpgradeCallback` and brings every offer here, after its parser has let go of the
 * connection. So the request is put back without the offer, and the connection given to a parser again; the one before
 * has to be done with earlier requests by then.
 */
function answerOverHttp(server, { request, socket, head, before }) {
  const again = () => {
    socket.off('error', letGo);
    if (!socket.destroyed) {
      socket.unshift(Buffer.concat([Buffer.from(withoutOffer(request), 'latin1'), head]));
      server.emit('connection', socket);
    }
  };
  socket.on('error', letGo);
  before && !before.closed ? before.once('close', again) : again();
}

function withoutOffer({ method, url, httpVersion, rawHeaders }) {
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    const value = rawHeaders[index + 1];
    if (/^connection$/i.test(name)) {
      lines.push(`${name}: ${value.split(',').filter(isNoOffer).join()}`);
    } else if (isNoOffer(name)) {
      lines.push(`${name}: ${value}`);
    }
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}

const isNoOffer = (name) => !OFFER.has(name.trim().toLowerCase());

/** Without a listener, a client that breaks its connection would end the process. */
function letGo() {
  this.destroy();
}

function refuse(socket) {
  const body = JSON.stringify({
    errors: [clientError('NOT_FOUND', `Nothing is here. WebSockets connect to ${PATH}.`)],
  });
  socket.on('error', letGo);
  socket.end(
    [
      'HTTP/1.1 404 Not Found',
      'connection: close',
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}
