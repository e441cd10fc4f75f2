import { parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { callerOf } from './caller.mjs';
import { clientError } from './errors.mjs';
import { onWebSocket } from './upgrade.mjs';

const KEEP_ALIVE = 12_000;
const INIT_WAIT = 3_000;
const ANY_DOCUMENT = parse('{ __typename }'); // the library wants one; the operation itself is parsed by the engine

/**
 * graphql-transport-ws on the same path as HTTP. The token and the ids of `connection_init` win over those of headers,
 * and those in `extensions.headers` of an operation, as GraphiQL and clients with a renewed token send them, over both.
 *
 * @param {import('node:http').Server} server
 * @param {import('./operations.mjs').Operations} operations
 * @param {{ maxBody: number, maxSubscriptions: number }} settings
 * @returns {{ dispose: () => Promise<void> }} dispose closes every connection as going away
 */
export function graphqlOverWebSocket(server, operations, { maxBody, maxSubscriptions }) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxBody });
  onWebSocket(server, (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (accepted) => sockets.emit('connection', accepted, request)),
  );
  const run = ({ contextValue: { params, connection } }) =>
    operations.run(params, {
      caller: callerOf(connection.extra.request.headers, {
        ...connection.connectionParams,
        ...params.extensions?.headers,
      }),
    });
  return useServer(
    {
      connectionInitWaitTimeout: INIT_WAIT,
      onSubscribe(connection, _, params) {
        return Object.keys(connection.subscriptions).length > maxSubscriptions
          ? [
              clientError(
                'RATE_LIMITED',
                `A connection carries ${maxSubscriptions} operations at once. End some first.`,
              ),
            ]
          : { document: ANY_DOCUMENT, contextValue: { params, connection } };
      },
      execute: run,
      subscribe: run,
    },
    sockets,
    KEEP_ALIVE,
  );
}
