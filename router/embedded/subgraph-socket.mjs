import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { forwarded } from './caller.mjs';
import { ended, errorOfStatus, errorOfSubgraph } from './errors.mjs';
import { lastEvent } from './live-streams.mjs';
import { neutralResult } from './subgraph-http.mjs';
import { identityOf } from './token.mjs';

/** Any other end, such as the 1013 of a subgraph that cannot check a token at the moment, is worth another try. */
const STATUS_OF_CLOSE = { 4401: 401, 4403: 403 };
const KEEP_ALIVE = 12_000;

/**
 * Subscribes at a subgraph over graphql-transport-ws, by a connection of its own: it carries the caller's token, and
 * lives and dies with it. A lost connection ends the stream; the client subscribes anew, after its last cursor.
 *
 * @param {object} subscription
 * @param {string} subscription.subgraph
 * @param {string} subscription.url of the subgraph's HTTP endpoint
 * @param {{ query: string, variables?: object, operationName?: string }} subscription.payload
 * @param {import('./caller.mjs').Caller} subscription.caller
 * @param {number} subscription.connectTimeout
 * @param {import('./live-streams.mjs').LiveStreams} streams
 * @returns {AsyncIterableIterator<import('graphql').ExecutionResult>}
 * @throws {import('graphql').GraphQLError} RATE_LIMITED
 */
export function subscribe({ subgraph, url, payload, caller, connectTimeout }, streams) {
  const events = streams.open(() => letGo(client));
  const client = connect({ url, caller, connectTimeout });
  client.on('connected', () => streams.accept(events, identityOf(caller.authorization)));
  client.subscribe(payload, {
    next(result) {
      if (!events.offer(withData(neutralResult(result, subgraph)))) {
        events.finish(lastEvent(ended('SLOW_SUBSCRIBER')));
      }
    },
    error: (cause) => events.finish(lastEvent(...errorsOf(cause, subgraph))),
    complete: () => events.finish(),
  });
  return events;
}

/** Told to go while it still connects in vain, the client complains of that. */
function letGo(client) {
  Promise.resolve(client.dispose()).catch(() => {});
}

function connect({ url, caller, connectTimeout }) {
  class SubgraphSocket extends WebSocket {
    constructor(address, protocols) {
      const { authorization: _, ...headers } = forwarded(caller); // the token goes into connection_init
      super(address, protocols, { headers, handshakeTimeout: connectTimeout, perMessageDeflate: false });
    }
  }
  let unanswered;
  const client = createClient({
    url: `${url.replace(/^http/, 'ws').replace(/\/$/, '')}/ws`,
    webSocketImpl: SubgraphSocket,
    connectionParams: () => connectionParams(caller),
    connectionAckWaitTimeout: connectTimeout,
    retryAttempts: 0,
    keepAlive: KEEP_ALIVE,
    on: {
      ping: (received) => {
        if (!received) {
          unanswered = setTimeout(() => client.terminate(), KEEP_ALIVE / 2).unref();
        }
      },
      pong: (received) => received && clearTimeout(unanswered),
      closed: () => clearTimeout(unanswered),
    },
  });
  return client;
}

function connectionParams(caller) {
  const { authorization, ...rest } = forwarded(caller);
  return authorization === undefined ? rest : { Authorization: authorization, ...rest };
}

/** An event without data, so that the engine does not send the data of the event before once more. */
const withData = (result) => (result.data ? result : { ...result, data: {} });

function errorsOf(cause, subgraph) {
  if (Array.isArray(cause)) {
    return cause.map((error) => errorOfSubgraph(error, subgraph));
  }
  return [errorOfStatus(STATUS_OF_CLOSE[cause?.code], subgraph)];
}
