import { diskSpace } from './disk.mjs';
import { runningPostmaster } from './leftovers.mjs';
import { endpoint, issuer } from './run-state.mjs';

const PROBE_LIMIT = 3_000;

/**
 * Asks each part of a running stack whether it is up.
 *
 * @param {ReturnType<import('./run-state.mjs').readRunState>} state
 */
export async function inspect(state) {
  const subgraphs = Object.fromEntries(
    await Promise.all(
      Object.entries(state.subgraphPorts).map(async ([name, port]) => [
        name,
        { url: `http://127.0.0.1:${port}/graphql`, ...(await probe(port)) },
      ]),
    ),
  );
  const router = await probe(state.port);
  const database = { up: runningPostmaster() !== undefined, url: state.databaseUrl };
  return {
    up: [router, database, ...Object.values(subgraphs)].every((part) => part.up),
    phase: state.phase,
    version: state.version,
    pid: state.pid,
    endpoint: endpoint(state),
    graphiql: endpoint(state),
    issuer: issuer(state),
    router,
    subgraphs,
    database,
    disk: diskSpace(),
  };
}

/** @returns {Promise<{ up: boolean, lag?: number }>} with how far the part's live events are behind, in milliseconds */
async function probe(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(PROBE_LIMIT) });
    const health = await response.json();
    return { up: response.ok, lag: health.components?.events?.details?.lagMillis };
  } catch {
    return { up: false };
  }
}
