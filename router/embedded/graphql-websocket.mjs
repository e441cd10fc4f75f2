import { parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { callerOf } from './caller.mjs';
import { clientError } from './errors.mjs';
import { onWebSocket } from './upgrade.mjs';

const KEEP_ALIVE = 12_000;
const ANY_DOCUMENT = parse('{ __typename }'); // the library wants one; the operation itself is parsed by the engine

/**
 * graphql-transport-ws on the same path as HTTP. The token and the ids of `connection_init` win over those of headers,
 * and those in `extensions.headers` of an operation, as GraphiQL and clients with a renewed token send them, over both.
 *
 * @param {import('node:http').Server} server
 * @param {import('./operations.mjs').Operations} operations
 * @param {import('./live-sockets.mjs').LiveSockets} live
 * @param {{ maxBody: number, maxSubscriptions: number, initWait: number }} settings
 * @returns {{ dispose: () => Promise<void> }} dispose closes every connection as going away
 */
export function graphqlOverWebSocket(server, operations, live, { maxBody, maxSubscriptions, initWait }) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxBody });
  onWebSocket(server, (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      if (live.admit(accepted)) {
        sockets.emit('connection', accepted, request);
      }
    }),
  );
  const run = ({ contextValue: { params, caller } }) => operations.run(params, { caller });
  return useServer(
    {
      connectionInitWaitTimeout: initWait,
      onConnect(connection) {
        const busy = () => Object.keys(connection.subscriptions).length > 0;
        live.begin(connection.extra.socket, callerFor(connection).authorization, busy);
      },
      onSubscribe(connection, _, params) {
        if (Object.keys(connection.subscriptions).length > maxSubscriptions) {
          const message = `A connection carries ${maxSubscriptions} operations at once. End some first.`;
          return [clientError('RATE_LIMITED', message, { limit: maxSubscriptions })];
        }
        const caller = callerFor(connection, params);
        live.use(connection.extra.socket, caller.authorization);
        return { document: ANY_DOCUMENT, contextValue: { params, caller } };
      },
      execute: run,
      subscribe: run,
    },
    sockets,
    KEEP_ALIVE,
  );
}

function callerFor({ extra, connectionParams }, params) {
  return callerOf(extra.request.headers, { ...connectionParams, ...params?.extensions?.headers });
}
