import { endpoint, issuer, readRunState } from '../run-state.mjs';

export const help = `
usage: ./mission status [--json]

Says of each part whether it is up, and where. Ends with 1 when a part is not.

  --json   the same for programs, with endpoint, graphiql, issuer, subgraphs.<name>.url and database.url
`;

export const options = { json: { type: 'boolean', default: false } };

const PROBE_LIMIT = 3_000;

export async function run({ json }) {
  const state = readRunState();
  const report = state === undefined || state.phase === 'FAILED' ? stopped(state) : await inspect(state);
  console.log(json ? JSON.stringify(report, null, 2) : print(report));
  process.exitCode = report.up ? 0 : 1;
}

const stopped = (state) => ({ up: false, phase: state?.phase ?? 'STOPPED', reason: state?.reason });

async function inspect(state) {
  const subgraphs = {};
  await Promise.all(
    Object.entries(state.subgraphPorts).map(async ([name, port]) => {
      subgraphs[name] = { url: `http://127.0.0.1:${port}/graphql`, ...(await probe(port)) };
    }),
  );
  const router = await probe(state.port);
  const all = [router, ...Object.values(subgraphs)];
  return {
    up: all.every((part) => part.up),
    phase: state.phase,
    version: state.version,
    pid: state.pid,
    endpoint: endpoint(state),
    graphiql: endpoint(state),
    issuer: issuer(state),
    router,
    subgraphs,
    database: { url: state.databaseUrl },
  };
}

async function probe(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(PROBE_LIMIT) });
    return { up: response.ok };
  } catch {
    return { up: false };
  }
}

function print(report) {
  if (report.router === undefined) {
    return `not running${report.reason ? `: ${report.reason}` : ''}. Start it with ./mission up`;
  }
  const line = (name, part, url) => `  ${part.up ? 'up  ' : 'DOWN'}  ${name.padEnd(10)} ${url}`;
  return [
    `version ${report.version}, process ${report.pid}, ${report.phase.toLowerCase()}`,
    line('router', report.router, report.endpoint),
    ...Object.entries(report.subgraphs).map(([name, part]) => line(name, part, part.url)),
    `        database   ${report.database.url ?? 'not up yet'}`,
    `        issuer     ${report.issuer}`,
  ].join('\n');
}
