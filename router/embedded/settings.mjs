import { parseArgs } from 'node:util';

/**
 * What the router is told at its start. Times are milliseconds, sizes bytes.
 *
 * @typedef {object} Settings
 * @property {string} supergraph file of the composed supergraph
 * @property {string} host
 * @property {number} port 0 for any free one
 * @property {number | false} metricsPort where metrics are told, 0 for any free one; false for nowhere
 * @property {Record<string, string>} subgraphs addresses by name; a subgraph without one keeps the supergraph's
 * @property {number} subgraphTimeout for one request to a subgraph; a subscription is only bound while it connects
 * @property {number} subscriptionLife after which a subscription ends, with a reason, so that the client subscribes anew
 * @property {number} subscriptionBuffer events that wait for a slow client before it is cut
 * @property {number} maxSubscriptions of one WebSocket connection, other operations that run included
 * @property {number} maxUserSubscriptions of one user in a workspace, by whatever connections
 * @property {number} maxAllSubscriptions of everybody
 * @property {number} maxTokenSockets WebSocket connections with one token
 * @property {number} maxSockets WebSocket connections of everybody
 * @property {number} initWait until a WebSocket has to send `connection_init`
 * @property {number} socketIdle after which a WebSocket that carries no operation is closed
 * @property {number} maxDepth levels of fields
 * @property {number} maxAliases in one operation, those of fragments counted where they are used
 * @property {number} maxFields in one operation, counted likewise
 * @property {number} maxTokens of a document
 * @property {number} maxDocument characters of a document
 * @property {number} maxBody of a request
 * @property {number} drain how long requests in flight may take to end after SIGTERM
 * @property {boolean} introspection whether clients may ask for the schema
 * @property {boolean} graphiql whether browsers get GraphiQL
 * @property {string[]} corsOrigins that browsers may call from; "*" for all
 * @property {'debug' | 'info' | 'warn' | 'error' | 'silent'} logLevel
 */

const FLAGS = {
  supergraph: { text: 'FILE', help: 'the composed supergraph', parse: String, default: 'schema/supergraph.graphql' },
  host: { text: 'ADDRESS', help: 'address to listen on', parse: String, default: '127.0.0.1' },
  port: { text: 'PORT', help: 'port to listen on, 0 for any', parse: port, default: '4000' },
  'metrics-port': {
    text: 'PORT|off',
    help: 'port of /metrics, which is on no other',
    parse: portOrOff,
    default: 'off',
  },
  subgraph: {
    text: 'NAME=URL',
    help: 'address of a subgraph; may be repeated',
    parse: addresses,
    multiple: true,
    as: 'subgraphs',
  },
  'subgraph-timeout': { text: 'TIME', help: 'longest answer of a subgraph', parse: time, default: '10s' },
  'subscription-life': {
    text: 'TIME',
    help: 'a subscription ends after this and is taken up again',
    parse: time,
    default: '30m',
  },
  'subscription-buffer': { text: 'N', help: 'events that wait for a slow client', parse: count, default: '256' },
  'max-subscriptions': { text: 'N', help: 'operations of one WebSocket at once', parse: count, default: '100' },
  'max-user-subscriptions': {
    text: 'N',
    help: 'subscriptions of one user in a workspace',
    parse: count,
    default: '200',
  },
  'max-all-subscriptions': { text: 'N', help: 'subscriptions of everybody', parse: count, default: '5000' },
  'max-token-sockets': { text: 'N', help: 'WebSockets with one token', parse: count, default: '100' },
  'max-sockets': { text: 'N', help: 'WebSockets of everybody', parse: count, default: '5000' },
  'init-wait': { text: 'TIME', help: 'time for a WebSocket to send connection_init', parse: time, default: '3s' },
  'socket-idle': { text: 'TIME', help: 'a WebSocket that carries nothing is closed', parse: time, default: '2m' },
  'max-depth': { text: 'N', help: 'levels of fields in an operation', parse: count, default: '15' },
  'max-aliases': { text: 'N', help: 'aliases in an operation', parse: count, default: '100' },
  'max-fields': { text: 'N', help: 'fields in an operation', parse: count, default: '2000' },
  'max-tokens': { text: 'N', help: 'tokens in a document', parse: count, default: '5000' },
  'max-document': { text: 'N', help: 'characters in a document', parse: count, default: '100000' },
  'max-body': { text: 'BYTES', help: 'bytes of a request', parse: count, default: '1000000' },
  drain: { text: 'TIME', help: 'time for requests in flight to end on SIGTERM', parse: time, default: '10s' },
  introspection: { text: 'on|off', help: 'whether clients may ask for the schema', parse: onOrOff, default: 'on' },
  graphiql: { text: 'on|off', help: 'GraphiQL for browsers', parse: onOrOff, default: 'on' },
  'cors-origin': {
    text: 'ORIGIN',
    help: 'a web origin that may call; may be repeated; * for all',
    parse: (v) => v,
    multiple: true,
    as: 'corsOrigins',
  },
  'log-level': { text: 'LEVEL', help: 'debug, info, warn, error or silent', parse: level, default: 'info' },
};

/** A flag or variable that cannot be used; its message names it and what it takes. */
export class BadSetting extends Error {}

/**
 * Reads flags, then variables of the environment (`MISSION_BRIEF_ROUTER_PORT` for `--port`; a repeated one takes a list
 * separated by commas), then the defaults.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Settings | undefined} undefined when only help was asked for
 * @throws {BadSetting}
 */
export function readSettings(args, environment = {}) {
  const given = readFlags(args);
  if (given.help) {
    return undefined;
  }
  return Object.fromEntries(
    Object.entries(FLAGS).map(([flag, definition]) => {
      const text = given[flag] ?? fromEnvironment(environment, flag, definition) ?? definition.default ?? [];
      return [definition.as ?? camelCase(flag), parsed(flag, definition, text)];
    }),
  );
}

export const HELP = `The supergraph on one machine.

${Object.entries(FLAGS)
  .map(
    ([flag, { text, help, default: value }]) =>
      `  ${`--${flag} ${text}`.padEnd(28)} ${help}${value ? ` (${value})` : ''}`,
  )
  .join('\n')}

Each can be given as a variable too: --max-depth as MISSION_BRIEF_ROUTER_MAX_DEPTH. TIME is like 500ms, 10s or 30m.
The WebSocket of a subgraph is its address with /ws at its end.`;

function readFlags(args) {
  const options = Object.fromEntries(
    Object.entries(FLAGS).map(([flag, { multiple = false }]) => [flag, { type: 'string', multiple }]),
  );
  try {
    return parseArgs({ args, options: { ...options, help: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new BadSetting(error.message);
  }
}

function fromEnvironment(environment, flag, { multiple }) {
  const value = environment[`MISSION_BRIEF_ROUTER_${flag.toUpperCase().replaceAll('-', '_')}`];
  return multiple ? value?.split(',').map((item) => item.trim()) : value;
}

function parsed(flag, { parse, text: form }, text) {
  const value = parse(text);
  if (value === undefined || Number.isNaN(value)) {
    throw new BadSetting(`--${flag} ${text}: give it as ${form}`);
  }
  return value;
}

const camelCase = (flag) => flag.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

function port(text) {
  const number = count(text);
  return number <= 65_535 ? number : undefined;
}

function portOrOff(text) {
  return text === 'off' ? false : port(text);
}

function count(text) {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function time(text) {
  const [, number, unit] = /^(\d+)(ms|s|m|h)$/.exec(text) ?? [];
  return unit && Number(number) * { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }[unit];
}

function onOrOff(text) {
  return { on: true, off: false }[text];
}

function level(text) {
  return ['debug', 'info', 'warn', 'error', 'silent'].includes(text) ? text : undefined;
}

function addresses(texts) {
  const pairs = texts.map((text) => /^([^=]+)=(https?:\/\/.+)$/.exec(text));
  return pairs.every(Boolean) ? Object.fromEntries(pairs.map(([, name, url]) => [name, url])) : undefined;
}
