import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { getOperationAST } from 'graphql';
import { exceeded, parseWithin } from './limits.mjs';

const TERMINATION = ['SIGINT', 'SIGTERM', 'exit'];

/**
 * The engine: plans an operation over the supergraph and puts the subgraphs' answers together.
 *
 * @param {object} parts
 * @param {import('./settings.mjs').Settings} parts.settings
 * @param {() => string} parts.supergraph its SDL at the moment
 * @param {ReturnType<typeof import('./transport.mjs').createTransport>} parts.transport
 */
export function createGateway({ settings, supergraph, transport }) {
  return keepingOurSignals(() =>
    createGatewayRuntime({
      supergraph,
      unifiedGraphHandler,
      transports: { http: transport },
      gracefulSchemaReload: { drainTimeout: settings.subgraphTimeout + 1 },
      __experimental__batchExecution: false, // the plan batches already; merging again changes documents by timing
      logging: 'error',
      landingPage: false,
      graphiql: false,
      cors: false,
      maskedErrors: false,
      requestId: false,
      subgraphErrors: false,
      plugins: () => [limits(settings), observed()],
    }),
  );
}

/** The engine would abort all operations in flight at once when the process is told to stop. */
function keepingOurSignals(create) {
  const before = new Map(TERMINATION.map((event) => [event, new Set(process.listeners(event))]));
  const created = create();
  for (const [event, ours] of before) {
    process
      .listeners(event)
      .filter((listener) => !ours.has(listener))
      .forEach((listener) => process.removeListener(event, listener));
  }
  return created;
}

function limits(settings) {
  const judged = new WeakMap();
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => parseWithin(settings, source, options));
    },
    onValidate({ params: { documentAST }, setResult }) {
      if (!judged.has(documentAST)) {
        judged.set(documentAST, exceeded(documentAST, settings));
      }
      const error = judged.get(documentAST);
      if (error) {
        setResult([error]);
      }
    },
  };
}

/** Notes in the context which operation was executed, for logs and metrics. */
function observed() {
  const note = ({ args: { contextValue, document, operationName } }) => {
    const { operation, name } = getOperationAST(document, operationName);
    Object.assign(contextValue.observed, { type: operation, name: name?.value });
  };
  return { onExecute: note, onSubscribe: note };
}
