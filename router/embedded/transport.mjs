import { Kind, print } from 'graphql';
import { documentStringMap } from '@envelop/core';
import { ClientGone } from './departure.mjs';
import { endpointOf, noAnswer, post, resultOf } from './subgraph-http.mjs';
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
      const endpoint = endpointOf(settings.subgraphs[subgraphName] ?? transportEntry.location);
      const { url } = endpoint;
      return (request) => {
        const { caller } = request.context;
        const payload = payloadOf(request);
        return operationOf(request.document) === 'subscription'
          ? subscribe(
              { subgraph: subgraphName, url, payload, caller, connectTimeout: settings.subgraphTimeout },
              streams,
            )
          : fetchResult(subgraphName, endpoint, request, JSON.stringify(payload));
      };
    },
  };

  async function fetchResult(subgraph, endpoint, request, body) {
    const done = metrics.subgraphRequest(subgraph);
    const { caller } = request.context;
    try {
      const answer = await fetchAnswer(endpoint, request, body);
      const result = resultOf(answer, subgraph);
      done(result.errors?.[0]?.extensions.code ?? 'OK');
      return result;
    } catch (error) {
      done(error instanceof ClientGone ? 'CLIENT_GONE' : 'SERVICE_UNAVAILABLE');
      if (!(error instanceof ClientGone)) {
        log.warn('A subgraph gave no answer', {
          subgraph,
          url: endpoint.url,
          requestId: caller.requestId,
          cause: error.code ?? error.message,
        });
      }
      return noAnswer(subgraph);
    }
  }

  /** What belongs to a mutation is sent by itself and is not cancelled when the client goes: it may have been done. */
  function fetchAnswer(endpoint, { context: { caller, departure }, operationType, document }, body) {
    const send = () => post(endpoint, body, caller, settings.subgraphTimeout);
    return operationType === 'query' && operationOf(document) === 'query'
      ? shared.get({ url: endpoint.url, caller, body }, departure, send)
      : send().answer.finally(() => shared.written());
  }
}

function payloadOf({ document, variables, operationName }) {
  return { query: documentStringMap.get(document) ?? print(document), variables, operationName };
}

const operationOf = (document) => document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION).operation;
