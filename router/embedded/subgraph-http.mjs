import http from 'node:http';
import https from 'node:https';
import { forwarded } from './caller.mjs';
import { errorOfStatus, errorOfSubgraph, unavailable } from './errors.mjs';

const IDLE = 4_000; // shorter than any server keeps a connection, so that none is used while it is being closed
const CLIENTS = {
  'http:': { request: http.request, agent: new http.Agent({ keepAlive: true, timeout: IDLE }) },
  'https:': { request: https.request, agent: new https.Agent({ keepAlive: true, timeout: IDLE }) },
};

/**
 * Where a subgraph listens, parsed once.
 *
 * @typedef {{ url: string, request: typeof http.request, options: http.RequestOptions }} Endpoint
 * @param {string} url
 * @returns {Endpoint}
 */
export function endpointOf(url) {
  const { protocol, hostname, port, pathname, search } = new URL(url);
  const { request, agent } = CLIENTS[protocol];
  return { url, request, options: { method: 'POST', agent, hostname, port, path: `${pathname}${search}` } };
}

/**
 * Sends an operation to a subgraph, once. By Node's own client: its `fetch` costs several times as much.
 *
 * @param {Endpoint} endpoint
 * @param {string} body
 * @param {import('./caller.mjs').Caller} caller
 * @param {number} limit milliseconds until the whole answer has to be there
 * @returns {{ answer: Promise<{ status: number, text: string }>, cancel: () => void }}
 */
export function post({ request, options }, body, caller, limit) {
  const headers = {
    ...forwarded(caller),
    accept: 'application/json',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const sent = request({ ...options, headers });
  const late = setTimeout(() => sent.destroy(new Error(`no answer within ${limit} ms`)), limit);
  const answer = new Promise((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (response) =>
      readText(response).then((text) => resolve({ status: response.statusCode, text }), reject),
    );
  }).finally(() => clearTimeout(late));
  sent.end(body);
  return { answer, cancel: () => sent.destroy() };
}

function readText(response) {
  return new Promise((resolve, reject) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (chunk) => (text += chunk));
    response.once('end', () => resolve(text));
    response.once('error', reject);
    response.once('close', () => reject(new Error('the answer was cut')));
  });
}

/**
 * What a subgraph's answer says, whatever its status: a refusal carries a GraphQL body too.
 *
 * @param {{ status: number, text: string }} answer
 * @param {string} subgraph
 * @returns {import('graphql').ExecutionResult}
 */
export function resultOf({ status, text }, subgraph) {
  const body = parsed(text);
  if (!isResult(body)) {
    return { data: null, errors: [errorOfStatus(status, subgraph)] };
  }
  return neutralResult(body, subgraph);
}

/** @returns {import('graphql').ExecutionResult} the result, with errors that a client may see */
export function neutralResult({ data, errors }, subgraph) {
  return errors?.length > 0
    ? { data, errors: errors.map((error) => errorOfSubgraph(error ?? {}, subgraph)) }
    : { data };
}

/** @returns {import('graphql').ExecutionResult} */
export function noAnswer(subgraph) {
  return { data: null, errors: [unavailable(subgraph)] };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a proxy's page, a cut answer: judged by its status
  }
}

function isResult(body) {
  return typeof body === 'object' && body !== null && (Array.isArray(body.errors) || typeof body.data === 'object');
}
