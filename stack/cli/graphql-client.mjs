import { Problem } from './problem.mjs';

const ANSWER_LIMIT = 30_000;

/**
 * Sends one operation as a GraphQL client would.
 *
 * @param {string} url
 * @param {string | undefined} token
 * @param {string} document
 * @param {Record<string, unknown>} [variables]
 * @returns {Promise<{data: any, errors?: {message: string, extensions?: {code?: string}}[]}>}
 */
export async function send(url, token, document, variables = {}) {
  const response = await post(url, token, JSON.stringify({ query: document, variables }));
  return response.json();
}

async function post(url, token, body) {
  const request = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body,
    signal: AbortSignal.timeout(ANSWER_LIMIT),
  };
  try {
    return await fetch(url, request);
  } catch (error) {
    throw new Problem(`${url} does not answer (${error.cause?.code ?? error.message}); see ./mission status`);
  }
}

/** The data of an operation that must succeed. */
export async function ask(url, token, document, variables) {
  const { data, errors } = await send(url, token, document, variables);
  if (errors?.length) {
    throw new AnsweredErrors(errors);
  }
  return data;
}

/** The endpoint answered with errors instead of data. */
export class AnsweredErrors extends Problem {
  constructor(errors) {
    super(`the endpoint answers: ${errors.map((error) => error.message).join('; ')}`);
    this.errors = errors;
  }
}

/** The payload of the one mutation in a document, which must be done; a refusal is told. */
export async function mutate(url, token, document, input) {
  const data = await ask(url, token, document, { input });
  const [field, payload] = Object.entries(data)[0];
  if (payload.userErrors.length > 0) {
    throw new Refusal(field, payload.userErrors);
  }
  return payload;
}

/** A mutation said why it was not done. */
export class Refusal extends Problem {
  constructor(field, userErrors) {
    super(`${field} is refused: ${userErrors.map((error) => error.message).join('; ')}`);
    this.userErrors = userErrors;
    this.codes = userErrors.map((error) => error.code);
  }
}

/**
 * A client for subscriptions, over graphql-transport-ws. Its packages are loaded here, because the first ./mission up
 * installs them.
 *
 * @param {string} url of the endpoint
 * @param {() => Promise<string>} token for each connection
 * @param {object} [options] of graphql-ws
 */
export async function liveClient(url, token, options = {}) {
  const [{ createClient }, { default: WebSocket }] = await Promise.all([import('graphql-ws'), import('ws')]);
  return createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: async () => ({ Authorization: `Bearer ${await token()}` }),
    ...options,
  });
}
