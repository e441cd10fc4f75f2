import { randomBytes, randomUUID } from 'node:crypto';

const REQUEST_ID = /^[A-Za-z0-9._-]{1,128}$/;
const TRACE_PARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * Who calls, and in which request and trace: all that a subgraph is told of a client.
 *
 * @typedef {object} Caller
 * @property {string | undefined} authorization as it came; only subgraphs judge it
 * @property {string} requestId
 * @property {string} traceparent
 * @property {string | undefined} tracestate
 */

/**
 * @param {Record<string, string | string[] | undefined>} headers of the request, names in lower case
 * @param {Record<string, unknown>} [connectionParams] what came by WebSocket; they win over headers, the last of a name
 * @returns {Caller}
 */
export function callerOf(headers, connectionParams = {}) {
  const params = Object.fromEntries(
    Object.entries(connectionParams).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const value = (name) => [params[name], headers[name]].find((candidate) => typeof candidate === 'string');
  const traceparent = matching(TRACE_PARENT, value('traceparent'));
  return {
    authorization: value('authorization'),
    requestId: matching(REQUEST_ID, value('x-request-id')) ?? randomUUID(),
    traceparent: traceparent ?? newTrace(),
    tracestate: traceparent && value('tracestate'),
  };
}

/**
 * What subgraphs are told, as headers or as `connection_init`.
 *
 * @param {Caller} caller
 * @returns {Record<string, string>}
 */
export function forwarded({ authorization, requestId, traceparent, tracestate }) {
  return {
    ...(authorization !== undefined && { authorization }),
    'x-request-id': requestId,
    traceparent,
    ...(tracestate !== undefined && { tracestate }),
  };
}

const matching = (pattern, text) => (text !== undefined && pattern.test(text) ? text : undefined);

const newTrace = () => `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
