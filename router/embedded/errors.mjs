import { GraphQLError, Kind } from 'graphql';

/** The codes a client can meet. */
export const CODES = Object.freeze([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'QUERY_TOO_COMPLEX',
  'SERVICE_UNAVAILABLE',
  'INTERNAL',
]);

/** Why a stream or an operation was ended from this side; the way out is the same for all: send it again. */
export const ENDED = Object.freeze({
  LIFE_OVER: 'The subscription has reached its longest life. Subscribe again.',
  SLOW_SUBSCRIBER: 'The subscriber takes events too slowly. Subscribe again, after the cursor of the last event.',
  ROUTER_STOPPING: 'The router is stopping. Connect and subscribe again.',
  SCHEMA_RELOADED: 'The schema was renewed. Send the operation again.',
});

const ENGINE_CODES = { SCHEMA_RELOAD: 'SCHEMA_RELOADED', SHUTTING_DOWN: 'ROUTER_STOPPING' };
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

const MISTAKEN = /^(?:Variable "\$(\w+)" (?:got invalid value|of )|Field "\w+" argument "(\w+)" of )/;
const PLACE = / at "([^"\\]+)"; /;
const BELOW = /; Field "(\w+)" (?:of required type|is not defined by) /;

const BY_STATUS = {
  401: ['UNAUTHENTICATED', 'The token is missing, wrong or expired. Send a valid one as "Authorization: Bearer ...".'],
  403: ['FORBIDDEN', 'The token does not allow this.'],
  413: ['QUERY_TOO_COMPLEX', 'The request is too large. Send less at once.'],
  429: ['RATE_LIMITED', 'Too many requests. Send fewer of them.'],
};

/** @param {string} code one of CODES */
export function clientError(code, message, extensions = {}) {
  return new GraphQLError(message, { extensions: { ...extensions, code } });
}

/** @param {keyof typeof ENDED} reason */
export function ended(reason) {
  return clientError('SERVICE_UNAVAILABLE', ENDED[reason], { reason });
}

/** A subgraph that gives no answer. Nothing is said of where it runs or what happened to it. */
export function unavailable(subgraph) {
  return clientError(
    'SERVICE_UNAVAILABLE',
    `The subgraph ${subgraph} does not answer at the moment. Try again later.`,
    {
      subgraph,
    },
  );
}

/**
 * The answer of a subgraph that is none: no GraphQL result stands in its body.
 *
 * @param {number | undefined} status of HTTP, undefined where the subgraph gave none
 */
export function errorOfStatus(status, subgraph) {
  const [code, message] = BY_STATUS[status] ?? [];
  return code ? clientError(code, message) : unavailable(subgraph);
}

/**
 * An error of a subgraph with a code of the closed set passes unchanged. Any other one is a fault of the subgraph, and
 * what it says is not for the client.
 *
 * @param {{ message?: string, path?: (string | number)[], extensions?: Record<string, unknown> }} error
 */
export function errorOfSubgraph({ message, path, extensions = {} }, subgraph) {
  return CODES.includes(extensions.code)
    ? new GraphQLError(String(message), { path, extensions })
    : new GraphQLError(`The subgraph ${subgraph} has failed.`, { path, extensions: { code: 'INTERNAL', subgraph } });
}

/**
 * What a client is told of an error, whatever raised it.
 *
 * @param {unknown} error
 * @param {{ requestId: string, introspection: boolean, report: (error: unknown) => void }} circumstances
 *     report is told the errors that nobody foresaw, for the log
 * @returns {GraphQLError}
 */
export function neutral(error, { requestId, introspection, report }) {
  const { code } = error?.extensions ?? {};
  if (CODES.includes(code)) {
    return copyOf(error, error.message, error.extensions);
  }
  if (code in ENGINE_CODES) {
    return ended(ENGINE_CODES[code]);
  }
  if (REQUEST_CODES.has(code) || isOfVariable(error)) {
    return copyOf(error, introspection ? error.message : withoutNames(error.message), {
      code: 'BAD_USER_INPUT',
      ...fieldOf(error.message),
    });
  }
  report(error);
  return new GraphQLError(`Something went wrong here. Tell support the request id ${requestId}.`, {
    path: error?.path,
    extensions: { code: 'INTERNAL', requestId },
  });
}

/** Which argument or variable graphql-js complains about, and where in it, as subgraphs tell it: `input.ids.1`. */
function fieldOf(message) {
  const [, variable, argument] = MISTAKEN.exec(message) ?? [];
  const place = variable && (PLACE.exec(message)?.[1].replace(/\[(\d+)\]/g, '.$1') ?? variable);
  const below = variable && BELOW.exec(message)?.[1];
  const field = [place ?? argument, below].filter(Boolean).join('.');
  return field && { field };
}

/** graphql-js suggests names of the schema; whoever may not ask for the schema does not get them by guessing. */
const withoutNames = (message) => message.replace(/ Did you mean [^]*$/, '');

/** The error without what the engine keeps in it for itself. */
function copyOf({ nodes, source, positions, path }, message, { http: _, ...extensions }) {
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}

/**
 * Whether a variable did not fit its definition: the one fault of a client that the engine finds only while it executes,
 * and gives no code. What else it raises then, such as a null where none may be, is not the client's.
 */
function isOfVariable(error) {
  return error instanceof GraphQLError && error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;
}
