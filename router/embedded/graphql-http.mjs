import { callerOf } from './caller.mjs';
import { Departure } from './departure.mjs';
import { clientError } from './errors.mjs';
import { isAsyncIterable } from './result.mjs';
import { streamEncoding, writeStream } from './streaming.mjs';

const STATUS = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  QUERY_TOO_COMPLEX: 400,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL: 500,
};
const RESPONSE_JSON = 'application/graphql-response+json';

/** A request that is no operation; it has a status of its own. */
class BadRequest extends Error {
  constructor(status, message, code = 'BAD_USER_INPUT') {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * GraphQL over HTTP: an operation by POST or GET, answered as JSON or, for a subscription, as a stream.
 *
 * @param {import('./operations.mjs').Operations} operations
 * @param {{ maxBody: number }} settings
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, caller: import('./caller.mjs').Caller) => Promise<void>}
 */
export function graphqlOverHttp(operations, { maxBody }) {
  return async (request, response, caller = callerOf(request.headers)) => {
    const accept = request.headers.accept ?? '';
    try {
      const params = await readParams(request, maxBody);
      const answer = await operations.run(params, { caller, departure: departureOf(response), method: request.method });
      await write(response, answer, accept);
    } catch (error) {
      if (!(error instanceof BadRequest)) {
        throw error;
      }
      writeJson(response, error.status, { errors: [clientError(error.code, error.message)] }, accept);
    }
  };
}

async function write(response, answer, accept) {
  const encoding = streamEncoding(accept);
  if (!isAsyncIterable(answer)) {
    return encoding && !/json/i.test(accept)
      ? writeStream(response, single(answer), encoding)
      : writeJson(response, statusOf(answer, accept), answer, accept);
  }
  if (!encoding) {
    await answer.return();
    throw new BadRequest(406, 'A subscription needs a WebSocket, or "Accept: text/event-stream".');
  }
  return writeStream(response, answer, encoding);
}

/** Clients that only know `application/json` take any status but 200 for a broken connection. */
function statusOf(result, accept) {
  return 'data' in result || !accept.includes(RESPONSE_JSON) ? 200 : STATUS[result.errors[0].extensions.code];
}

function writeJson(response, status, result, accept) {
  const type = accept.includes(RESPONSE_JSON) ? RESPONSE_JSON : 'application/json';
  const body = Buffer.from(JSON.stringify(result));
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'content-length': body.length });
  response.end(body);
}

async function readParams(request, maxBody) {
  if (request.method === 'GET') {
    return paramsOfUrl(new URL(request.url, 'http://router').searchParams);
  }
  if (request.method !== 'POST') {
    throw new BadRequest(405, 'Send operations by POST, or queries by GET.');
  }
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new BadRequest(415, 'Send the operation as "Content-Type: application/json".');
  }
  return json(await readBody(request, maxBody), 'The body');
}

function paramsOfUrl(search) {
  const { query, operationName, variables, extensions } = Object.fromEntries(search);
  return {
    query,
    operationName,
    ...(variables && { variables: json(variables, 'The parameter variables') }),
    ...(extensions && { extensions: json(extensions, 'The parameter extensions') }),
  };
}

async function readBody(request, maxBody) {
  const chunks = [];
  let size = Number(request.headers['content-length'] ?? 0);
  if (size <= maxBody) {
    size = 0;
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > maxBody) {
        break;
      }
      chunks.push(chunk);
    }
  }
  if (size > maxBody) {
    request.resume(); // the rest is read and dropped, so that the client comes to read the answer
    throw new BadRequest(413, `The request is larger than the ${maxBody} bytes that are allowed.`, 'QUERY_TOO_COMPLEX');
  }
  return Buffer.concat(chunks).toString('utf8');
}

function json(text, what) {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest(400, `${what} is not JSON.`);
  }
}

function departureOf(response) {
  const departure = new Departure();
  response.once('close', () => {
    if (!response.writableFinished) {
      departure.announce();
    }
  });
  return departure;
}

async function* single(result) {
  yield result;
}
