import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildStack, classpath, requireJdk } from '../build.mjs';
import { seed } from '../demo-data.mjs';
import { inspect } from '../inspect.mjs';
import { stopLeftovers } from '../leftovers.mjs';
import { endpoint, issuer, readRunState } from '../run-state.mjs';
import { root, runFile, stackLog, state as stateFolder } from '../paths.mjs';
import { Problem } from '../problem.mjs';
import { stop } from '../stop.mjs';
import { signToken } from '../token.mjs';
import { until } from '../wait.mjs';

export const help = `
usage: ./mission up [--detach] [--port 4000] [--no-demo]

Builds what is missing and starts everything: PostgreSQL, the subgraphs and the router.

  --detach     returns when all is ready; without it, ctrl-C stops everything
  --port N     the router's port (default 4000); the parts use N+1 to N+10
  --no-demo    starts without demo data

State, data and logs lie in .mission/, or in the folder that the environment names by MISSION_STATE: with another one
and another --port, a second stack runs beside the first. Run again while it runs, it says so.
`;

export const options = {
  detach: { type: 'boolean', default: false },
  port: { type: 'string' },
  'no-demo': { type: 'boolean', default: false },
};

const READY_LIMIT = 180_000;

export async function run({ detach, port, 'no-demo': noDemo }) {
  const wanted = portOf(port);
  const running = readRunState();
  if (running?.phase === 'READY' && (await isWhole(running))) {
    console.log(`It is running already: ${endpoint(running)}   (./mission status, ./mission down)`);
    return;
  }
  if (running?.phase === 'STARTING' || running?.phase === 'STOPPING') {
    throw new Problem(`it is ${running.phase.toLowerCase()} just now (process ${running.pid}); look again with ./mission status.`);
  }
  buildStack();
  await stopLeftovers();
  const child = launch(wanted);
  if (!detach) {
    stopOnSignal(child);
  }
  const state = await ready(child);
  if (!noDemo) {
    await seedOrStop(state, child);
  }
  console.log(await welcome(state));
  if (detach) {
    child.unref();
    process.exit(0);
  }
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0 && code !== null && code !== 143 && code !== 130) {
    throw new Problem(`the stack ended by itself (${code}); see ${stackLog}. Start it again with ./mission up`);
  }
}

function portOf(text) {
  const port = Number(text ?? 4000);
  if (!Number.isInteger(port) || port < 1024 || port > 65_000) {
    throw new Problem(`--port '${text}' is not a number between 1024 and 65000.`, 2);
  }
  return port;
}

/** Whether every part answers. What is left of a stack that has lost one is stopped, for all to start anew. */
async function isWhole(running) {
  const { up, router, database, subgraphs } = await inspect(running);
  if (up) {
    return true;
  }
  const lost = Object.entries({ router, database, ...subgraphs }).filter(([, part]) => !part.up);
  console.error(`Down: ${lost.map(([name]) => name).join(', ')}. Starting everything anew ...`);
  await stop(running.pid);
  return false;
}

function launch(port) {
  fs.rmSync(runFile, { force: true });
  fs.mkdirSync(path.dirname(stackLog), { recursive: true });
  const output = fs.openSync(stackLog, 'a');
  const child = spawn(
    path.join(requireJdk(), 'bin/java'),
    ['-XX:+UseSerialGC', '-Xmx768m', '--enable-native-access=ALL-UNNAMED', '-cp', classpath(), 'io.missionbrief.stack.Stack', root, stateFolder, String(port)],
    { cwd: root, detached: true, stdio: ['ignore', output, output] },
  );
  fs.closeSync(output);
  return child;
}

async function ready(child) {
  let exited = false;
  child.once('exit', () => (exited = true));
  const state = await until(READY_LIMIT, () => {
    const now = readRunState();
    return exited || now?.phase === 'READY' || now?.phase === 'FAILED' ? (now ?? { phase: 'FAILED' }) : undefined;
  });
  if (state?.phase === 'READY') {
    return state;
  }
  await stop(child.pid);
  throw new Problem(state?.reason ?? `it did not start; the last lines of ${stackLog} say why.`);
}

async function seedOrStop(state, child) {
  try {
    await seed(state);
  } catch (error) {
    await stop(child.pid);
    throw error instanceof Problem ? new Problem(`the demo data could not be made: ${error.message}`) : error;
  }
}

/** Ctrl-C reaches this process alone, because the stack has a process group of its own: so it is told in order. */
function stopOnSignal(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      console.error('Stopping ...');
      child.kill('SIGTERM');
    });
  }
}

async function welcome(state) {
  const token = await signToken({ issuer: issuer(state), workspace: '1001', role: 'MANAGER', expires: '12h' });
  const url = endpoint(state);
  return `
Mission Brief is up.

  endpoint   ${url}
  GraphiQL   ${url}   (in a browser; put the token into the headers)
  issuer     ${issuer(state)}
  logs       ${path.relative(root, path.dirname(stackLog))}/

A token for a manager of workspace 1001, valid for 12 hours:

${token}

Three things to try:

  ./mission demo                                    a lead becomes an accepted offer, live
  curl -s ${url} -H 'content-type: application/json' \\
    -H "authorization: Bearer $(./mission token --workspace 1001 --role MANAGER)" \\
    -d '{"query":"{ leads(first: 3) { nodes { reference name status } } }"}'
  ./mission status                                  what runs, and where
`;
}
