import { Kind, print } from 'graphql';
import { documentStringMap } from '@envelop/core';
import { noAnswer, post, resultOf } from './subgraph-http.mjs';
import { subscribe } from './subgraph-socket.mjs';

/**
 * How the engine reaches subgraphs: queries and mutations by POST, subscriptions by WebSocket, each with the caller's
 * token and ids. A mutation is sent once, whatever happens to it, and shared with nobody.
 *
 * @param {object} parts
 * @param {import('./settings.mjs').Settings} parts.settings
 * @param {import('./live-streams.mjs').LiveStreams} parts.streams
 * @param {import('./shared-fetches.mjs').SharedFetches} parts.shared
 * @param {import('./metrics.mjs').Metrics} parts.metrics
 * @param {import('./log.mjs').Log} parts.log
 */
export function createTransport({ settings, streams, shared, metrics, log }) {
  return {
    getSubgraphExecutor({ subgraphName, transportEntry }) {
      const url = settings.subgraphs[subgraphName] ?? transportEntry.location;
      return (request) => {
        const { caller } = request.context;
        const payload = payloadOf(request);
        return operationOf(request.document) === 'subscription'
          ? subscribe(
              { subgraph: subgraphName, url, payload, caller, connectTimeout: settings.subgraphTimeout },
              streams,
            )
          : fetchResult(subgraphName, url, request, JSON.stringify(payload));
      };
    },
  };

  async function fetchResult(subgraph, url, request, body) {
    const done = metrics.subgraphRequest(subgraph);
    const { caller } = request.context;
    try {
      const answer = await fetchAnswer(url, request, body);
      const result = resultOf(answer, subgraph);
      done(result.errors?.[0]?.extensions.code ?? 'OK');
      return result;
    } catch (error) {
      done('SERVICE_UNAVAILABLE');
      log.warn('A subgraph gave no answer', { subgraph, url, requestId: caller.requestId, cause: causeOf(error) });
      return noAnswer(subgraph);
    }
  }

  /** What belongs to a mutation is sent by itself and is not aborted when the client goes: it may have been done. */
  async function fetchAnswer(url, { context, operationType, document }, body) {
    const { caller } = context;
    const timeout = () => AbortSignal.timeout(settings.subgraphTimeout);
    if (operationType !== 'query' || operationOf(document) !== 'query') {
      return post(url, body, caller, timeout()).finally(() => shared.written());
    }
    const signal = context.request?.signal;
    return shared.get({ url, caller, body, signal }, (abandoned) =>
      post(url, body, caller, AbortSignal.any([abandoned, timeout()])),
    );
  }
}

function payloadOf({ document, variables, operationName }) {
  return { query: documentStringMap.get(document) ?? print(document), variables, operationName };
}

const operationOf = (document) => document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION).operation;

/** Node's fetch hides the reason in `cause`. */
const causeOf = (error) => error.cause?.code ?? error.cause?.message ?? error.name;
