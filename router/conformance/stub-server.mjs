import { once } from 'node:events';
import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, validate } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const REFUSED = { errors: [{ message: 'No valid token came.', extensions: { code: 'UNAUTHENTICATED' } }] };
const tenantOf = (authorization) => /^Bearer (tenant-\w+)$/.exec(authorization ?? '')?.[1];

/**
 * A subgraph that behaves as ours do at their border: it refuses without a token, over HTTP with a GraphQL body, over
 * graphql-transport-ws by closing, and it remembers what came.
 */
export class StubServer {
  /** Requests that came: `{ headers, query, variables }`. */
  requests = [];
  /** Payloads of `connection_init` that came. */
  connections = [];
  /** With which a socket is closed that brings no valid token. */
  closeCode = 4401;
  /** Called before a request is answered; may write an answer of its own and return true. */
  intercept = () => false;
  #schema;
  #server;
  #sockets;

  constructor(typeDefs, resolvers) {
    this.#schema = buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers });
  }

  get url() {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  async start(port = this.port ?? 0) {
    this.#server = createServer((request, response) => this.#answer(request, response));
    this.#sockets = new WebSocketServer({ server: this.#server, path: '/graphql/ws' });
    useServer(
      {
        schema: this.#schema,
        onConnect: ({ connectionParams = {}, extra }) => {
          this.connections.push(connectionParams);
          if (tenantOf(connectionParams.Authorization ?? connectionParams.authorization) === undefined) {
            extra.socket.close(this.closeCode);
          }
        },
        context: ({ connectionParams }) => ({
          tenant: tenantOf(connectionParams.Authorization ?? connectionParams.authorization),
        }),
      },
      this.#sockets,
    );
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = this.#server.address().port;
    return this;
  }

  /** As by `kill -9`: the port refuses, open connections break. */
  async stop() {
    this.#sockets.clients.forEach((client) => client.terminate());
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  get subscriptions() {
    return this.#sockets.clients.size;
  }

  async #answer(request, response) {
    const chunks = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const { query, variables, operationName } = JSON.parse(Buffer.concat(chunks).toString());
    const call = { headers: request.headers, query, variables };
    this.requests.push(call);
    if (await this.intercept(call, response)) {
      return;
    }
    const tenant = tenantOf(request.headers.authorization);
    const document = parse(query);
    const errors = validate(this.#schema, document);
    const result =
      errors.length > 0
        ? { errors }
        : tenant
          ? await this.#run(document, { tenant, call }, variables, operationName)
          : REFUSED;
    response.writeHead(tenant ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  }

  #run(document, contextValue, variableValues, operationName) {
    return execute({ schema: this.#schema, document, contextValue, variableValues, operationName });
  }
}
