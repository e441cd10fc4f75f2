import { forwarded } from './caller.mjs';
import { errorOfStatus, errorOfSubgraph, unavailable } from './errors.mjs';

/**
 * @param {string} url
 * @param {string} body
 * @param {import('./caller.mjs').Caller} caller
 * @param {AbortSignal} signal
 * @returns {Promise<{ status: number, text: string }>}
 */
export async function post(url, body, caller, signal) {
  const headers = { ...forwarded(caller), accept: 'application/json', 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
  return { status: response.status, text: await response.text() };
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
