import { createServer } from 'node:http';
import { callerOf } from './caller.mjs';
import { clientError, neutral } from './errors.mjs';
import { asksForWebSocket } from './upgrade.mjs';

/**
 * What listens for everybody: the GraphQL endpoint, GraphiQL for browsers, and health.
 *
 * @param {object} parts
 * @param {import('./settings.mjs').Settings} parts.settings
 * @param {() => boolean} parts.ready
 * @param {ReturnType<typeof import('./graphql-http.mjs').graphqlOverHttp>} parts.graphql
 * @param {ReturnType<typeof import('./graphiql.mjs').graphiqlPage>} parts.graphiql
 * @param {import('./log.mjs').Log} parts.log
 */
export function createHttpServer({ settings, ready, graphql, graphiql, log }) {
  const routes = {
    '/': (_, response) => response.writeHead(302, { location: '/graphql' }).end(),
    '/health/live': (_, response) => writeHealth(response, true),
    '/health/ready': (_, response) => writeHealth(response, ready()),
    '/graphql': (request, response, caller) => {
      if (allowOrigin(request, response, settings.corsOrigins)) {
        return undefined;
      }
      return settings.graphiql && wantsPage(request) ? graphiql(request, response) : graphql(request, response, caller);
    },
  };
  const options = { keepAliveTimeout: 65_000, requestTimeout: 15_000, shouldUpgradeCallback: asksForWebSocket };
  return createServer(options, async (request, response) => {
    const caller = callerOf(request.headers);
    response.setHeader('x-request-id', caller.requestId);
    const route = routes[request.url.split('?', 1)[0]] ?? notFound;
    try {
      await route(request, response, caller);
    } catch (error) {
      const report = () =>
        log.error('A request failed', { requestId: caller.requestId, error: String(error?.stack ?? error) });
      const told = neutral(new Error('unforeseen', { cause: error }), { requestId: caller.requestId, report });
      response.headersSent ? response.destroy() : writeErrors(response, 500, told);
    }
  });
}

/**
 * What listens for those who operate the router, on a port of its own that is not given to clients.
 *
 * @param {import('./metrics.mjs').Metrics} metrics
 */
export function createMetricsServer(metrics) {
  return createServer(async ({ url }, response) => {
    if (url === '/metrics') {
      response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text());
    } else {
      writeErrors(response, 404, clientError('NOT_FOUND', 'Nothing is here. Metrics are at /metrics.'));
    }
  });
}

function writeHealth(response, up) {
  response
    .writeHead(up ? 200 : 503, { 'content-type': 'application/json' })
    .end(JSON.stringify({ status: up ? 'UP' : 'DOWN' }));
}

function notFound(_, response) {
  writeErrors(response, 404, clientError('NOT_FOUND', 'Nothing is here. The endpoint is /graphql.'));
}

function writeErrors(response, status, ...errors) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ errors }));
}

function wantsPage({ method, headers }) {
  return method === 'GET' && /text\/html/.test(headers.accept ?? '');
}

/** @returns {boolean} whether the request was a browser's question before its own, and is answered */
function allowOrigin({ method, headers: { origin } }, response, allowed) {
  if (origin && (allowed.includes('*') || allowed.includes(origin))) {
    response.setHeader('access-control-allow-origin', allowed.includes('*') ? '*' : origin);
    response.setHeader('access-control-expose-headers', 'x-request-id');
    response.setHeader('vary', 'origin');
  }
  if (method !== 'OPTIONS') {
    return false;
  }
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type, x-request-id, traceparent, tracestate',
    'access-control-max-age': '600',
  });
  response.end();
  return true;
}
