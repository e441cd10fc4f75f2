import { inspect } from '../inspect.mjs';
import { readRunState } from '../run-state.mjs';

export const help = `
usage: ./mission status [--json]

Says of each part whether it is up, where, and how far its live events are behind. Ends with 1 when a part is not up.

  --json   the same for programs, with endpoint, graphiql, issuer, subgraphs.<name>.url and .lag
           (in milliseconds), and database.url
`;

export const options = { json: { type: 'boolean', default: false } };

export async function run({ json }) {
  const state = readRunState();
  const report = state === undefined || state.phase === 'FAILED' ? stopped(state) : await inspect(state);
  console.log(json ? JSON.stringify(report, null, 2) : print(report));
  process.exitCode = report.up ? 0 : 1;
}

const stopped = (state) => ({ up: false, phase: state?.phase ?? 'STOPPED', reason: state?.reason });

function print(report) {
  if (report.router === undefined) {
    return `not running${report.reason ? `: ${report.reason}` : ''}. Start it with ./mission up`;
  }
  const lag = ({ lag }) => (lag === undefined ? '' : `   lag ${lag} ms`);
  const line = (name, part, url) => `  ${part.up ? 'up  ' : 'DOWN'}  ${name.padEnd(10)} ${url}${lag(part)}`;
  return [
    `version ${report.version}, process ${report.pid}, ${report.phase.toLowerCase()}`,
    line('router', report.router, report.endpoint),
    ...Object.entries(report.subgraphs).map(([name, part]) => line(name, part, part.url)),
    line('database', report.database, report.database.url ?? ''),
    `        issuer     ${report.issuer}`,
  ].join('\n');
}
