import { once } from 'node:events';

/**
 * How a stream of results is written over HTTP.
 *
 * @typedef {object} Encoding
 * @property {string} contentType
 * @property {string} opening
 * @property {(result: import('graphql').ExecutionResult) => string} event
 * @property {string} heartbeat
 * @property {string} closing
 */

/** Server-sent events, as graphql-sse writes them for one operation a connection. */
const SERVER_SENT_EVENTS = {
  contentType: 'text/event-stream; charset=utf-8',
  opening: ':\n\n',
  event: (result) => `event: next\ndata: ${JSON.stringify(result)}\n\n`,
  heartbeat: ':\n\n',
  closing: 'event: complete\ndata:\n\n',
};

/** Apollo's multipart protocol for subscriptions (subscriptionSpec 1.0). */
const MULTIPART = {
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
  opening: '--graphql',
  event: (payload) => part({ payload }),
  heartbeat: part({}),
  closing: '--\r\n',
};

function part(body) {
  return `\r\ncontent-type: application/json\r\n\r\n${JSON.stringify(body)}\r\n--graphql`;
}

/**
 * @param {string} accept
 * @returns {Encoding | undefined} undefined when the client takes no stream
 */
export function streamEncoding(accept) {
  if (/multipart\/mixed[^,]*subscriptionSpec/i.test(accept)) {
    return MULTIPART;
  }
  return /text\/event-stream/i.test(accept) ? SERVER_SENT_EVENTS : undefined;
}

/**
 * Writes a stream as fast as the client takes it, and lets go of it when the client goes.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {AsyncIterableIterator<import('graphql').ExecutionResult>} results
 * @param {Encoding} encoding
 * @param {number} pulse milliseconds between heartbeats, by which proxies and clients know that it lives
 */
export async function writeStream(response, results, encoding, pulse = 10_000) {
  response.writeHead(200, {
    'content-type': encoding.contentType,
    'cache-control': 'no-cache',
    'x-accel-buffering': 'no',
  });
  response.write(encoding.opening);
  const beating = setInterval(() => response.writableNeedDrain || response.write(encoding.heartbeat), pulse);
  response.once('close', () => {
    clearInterval(beating);
    results.return();
  });
  for await (const result of results) {
    if (!response.write(encoding.event(result)) && !response.destroyed) {
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
  }
  response.end(encoding.closing);
}
