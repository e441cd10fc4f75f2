import { diskIsFull } from '../disk.mjs';
import { inspect } from '../inspect.mjs';
import { logs } from '../paths.mjs';
import { whatRuns } from '../run-state.mjs';
import { whyItEnded } from '../stack-log.mjs';

export const help = `
usage: ./mission status [--json]

Says of each part whether it is up, where, and how far its live events are behind. Ends with 1 when a part is not up.

  --json   the same for programs, with endpoint, graphiql, issuer, subgraphs.<name>.url and .lag
           (in milliseconds), and database.url
`;

export const options = { json: { type: 'boolean', default: false } };

export async function run({ json }) {
  const state = whatRuns();
  const report = state?.processes === undefined || isOver(state) ? without(state) : await inspect(state);
  console.log(json ? JSON.stringify(report, null, 2) : print(report));
  process.exitCode = report.up ? 0 : 1;
}

const isOver = ({ phase }) => phase === 'FAILED' || phase === 'CRASHED';

/** Where no part can be asked: nothing runs, or what runs says nothing of itself. */
function without(state) {
  const reason = state?.phase === 'CRASHED' ? whyItEnded() : state?.reason;
  return { up: false, phase: state?.phase ?? 'STOPPED', pid: state?.pid, reason };
}

function print(report) {
  if (report.phase === 'UNKNOWN') {
    return `process ${report.pid} runs here and does not say how far it is; look again, or stop it by ./mission down`;
  }
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
    ...advice(report),
  ].join('\n');
}

/** What to do where something is not as it should be. */
function advice({ up, phase, router, subgraphs, database, disk }) {
  if (disk.low) {
    return [`${diskIsFull(disk)}: until then changes fail.`];
  }
  if (up || phase !== 'READY') {
    return [];
  }
  const down = Object.entries({ router, ...subgraphs, database }).filter(([, part]) => !part.up);
  return [`Down: ${down.map(([name]) => name).join(', ')}. ./mission up starts everything anew; ${logs} says more.`];
}
