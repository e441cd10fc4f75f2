import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { createGateway } from './gateway.mjs';
import { graphiqlPage } from './graphiql.mjs';
import { graphqlOverHttp } from './graphql-http.mjs';
import { graphqlOverWebSocket } from './graphql-websocket.mjs';
import { createHttpServer, createMetricsServer } from './http-server.mjs';
import { LiveSockets } from './live-sockets.mjs';
import { LiveStreams } from './live-streams.mjs';
import { Metrics } from './metrics.mjs';
import { Operations } from './operations.mjs';
import { BadSetting } from './settings.mjs';
import { SharedFetches } from './shared-fetches.mjs';
import { readSupergraph, subgraphNames, watchSupergraph } from './supergraph-file.mjs';
import { createTransport } from './transport.mjs';

/**
 * Starts the router.
 *
 * @param {import('./settings.mjs').Settings} settings
 * @param {{ log: import('./log.mjs').Log, shared?: SharedFetches }} parts
 * @returns {Promise<{ url: string, metricsUrl?: string, stop: () => Promise<void> }>} stop takes no more requests, lets those in flight end,
 *     ends subscriptions with a reason and frees the port
 * @throws {BadSetting} a subgraph has an address that the supergraph does not know
 * @throws {import('./supergraph-file.mjs').UnusableSupergraph}
 * @throws {Error} the system's own, when the port cannot be had
 */
export async function startRouter(settings, { log, shared = new SharedFetches() }) {
  let sdl = await readSupergraph(settings.supergraph);
  refuseUnknownSubgraphs(settings, sdl);
  let ready = false;
  const streams = new LiveStreams(settings);
  const live = new LiveSockets(settings);
  const metrics = new Metrics({ subscriptions: () => streams.size, sockets: () => live.size });
  const transport = createTransport({ settings, streams, shared, metrics, log });
  const gateway = createGateway({ settings, supergraph: () => sdl, transport });
  const operations = new Operations({ gateway, introspection: settings.introspection, metrics, log });
  const graphql = graphqlOverHttp(operations, settings);
  const server = createHttpServer({ settings, ready: () => ready, graphql, graphiql: graphiqlPage(), log });
  const sockets = graphqlOverWebSocket(server, operations, live, settings);

  await gateway.getSchema();
  const metricsServer = createMetricsServer(metrics).unref(); // ends with the router, however that ends
  const metricsUrl = settings.metricsPort !== false && (await listen(metricsServer, settings.host, settings.metricsPort));
  const url = await listen(server, settings.host, settings.port);
  const file = watchSupergraph(settings.supergraph, sdl, {
    async taken(next) {
      sdl = next;
      await gateway.invalidateUnifiedGraph();
      metrics.reload('taken');
      log.info('The supergraph was renewed', { file: settings.supergraph });
    },
    refused(error) {
      metrics.reload('refused');
      log.error('The supergraph was refused; the last good one stays', { reason: error.message });
    },
  });
  ready = true;

  let stopped;
  const stop = () => (stopped ??= drain());

  async function drain() {
    ready = false;
    file.close();
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    const idle = operations.stop();
    streams.endAll('ROUTER_STOPPING');
    await Promise.race([idle, after(settings.drain, undefined, { ref: false })]);
    await sockets.dispose();
    await gateway[Symbol.asyncDispose]();
    server.closeIdleConnections();
    await Promise.race([closed, after(1_000, undefined, { ref: false })]);
    server.closeAllConnections();
    metricsServer.close();
    metricsServer.closeAllConnections();
  }

  return { url: `${url}/graphql`, ...(metricsUrl && { metricsUrl: `${metricsUrl}/metrics` }), stop };
}

async function listen(server, host, port) {
  server.listen(port, host);
  await once(server, 'listening');
  return `http://${host}:${server.address().port}`;
}

function refuseUnknownSubgraphs({ subgraphs, supergraph }, sdl) {
  const known = subgraphNames(sdl);
  const unknown = Object.keys(subgraphs).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new BadSetting(`--subgraph ${unknown[0]}: ${supergraph} knows ${known.join(', ')}`);
  }
}
