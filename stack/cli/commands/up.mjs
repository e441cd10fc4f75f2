import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { LOCAL_SUBGRAPHS, offsetsOf } from '../../../schema/subgraph-lists.mjs';
import { AotCache } from '../aot-cache.mjs';
import { buildStack } from '../build.mjs';
import { seed } from '../demo-data.mjs';
import { requireRoom } from '../disk.mjs';
import { inspect } from '../inspect.mjs';
import { launchStack } from '../launch.mjs';
import { stopLeftovers } from '../leftovers.mjs';
import { endpoint, issuer, readRunState, whatRuns } from '../run-state.mjs';
import { logs, root, stackLog } from '../paths.mjs';
import { Problem } from '../problem.mjs';
import { logOfLastStart, whyItEnded } from '../stack-log.mjs';
import { stop } from '../stop.mjs';
import { signToken } from '../token.mjs';
import { startTraining, stopTraining } from '../training.mjs';
import { until } from '../wait.mjs';

export const help = `
usage: ./mission up [--detach] [--port 4000] [--no-demo] [--no-cache]

Builds what is missing and starts everything: PostgreSQL, the subgraphs and the router.

  --detach     returns when all is ready; without it, ctrl-C stops everything
  --port N     the router's port (default 4000); the parts take those above it:
               ${portsOfParts()}
  --no-demo    starts without demo data
  --no-cache   starts without the cache that makes starts faster, and makes none

State, data and logs lie in .mission/, or in the folder that the environment names by MISSION_STATE: with another one
and another --port, a second stack runs beside the first. Run again while it runs, it says so.
`;

export const options = {
  detach: { type: 'boolean', default: false },
  port: { type: 'string' },
  'no-demo': { type: 'boolean', default: false },
  'no-cache': { type: 'boolean', default: false },
};

const READY_LIMIT = 180_000;
const TOO_SLOW = `it was not ready in ${READY_LIMIT / 1000} s; see ${logs}`;

/** How a process ends whose JVM failed, rather than what ran on it. */
const JVM_BROKE = ['SIGABRT', 'SIGSEGV', 'SIGBUS', 'SIGILL'];

/** What the JVM says of a cache that it cannot use; it goes on without. */
const CACHE_REFUSED = '[aot] An error has occurred while processing the AOT cache';

export async function run({ detach, port, 'no-demo': noDemo, 'no-cache': noCache }) {
  const wanted = portOf(port);
  const running = whatRuns();
  if (running?.phase === 'READY' && (await isWhole(running))) {
    console.log(`It is running already: ${endpoint(running)}   (./mission status, ./mission down)`);
    return;
  }
  if (running?.phase === 'STARTING' || running?.phase === 'STOPPING') {
    throw new Problem(`it is ${running.phase.toLowerCase()} just now (process ${running.pid}); look again with ./mission status.`);
  }
  if (running?.phase === 'UNKNOWN') {
    throw new Problem(`process ${running.pid} runs here and does not say how far it is; look again, or stop it by ./mission down.`);
  }
  requireRoom();
  buildStack();
  await stopLeftovers();
  const stack = {};
  if (!detach) {
    stopOnSignal(stack);
  }
  const state = await start(stack, wanted, noCache ? undefined : new AotCache());
  if (!noDemo) {
    await seedOrStop(state, stack.child);
  }
  console.log(await welcome(state));
  if (!noCache && startTraining()) {
    console.error('A cache that makes the next start faster is being made in the background.');
  }
  if (detach) {
    stack.child.unref();
    process.exit(0);
  }
  const [code, signal] = await once(stack.child, 'exit');
  await stopTraining();
  if (code !== 0 && code !== 143 && code !== 130 && signal !== 'SIGTERM') {
    throw new Problem(`${whyItEnded(signal)}. Start it again with ./mission up`);
  }
}

/** Which part listens where, as whoever starts them has it. */
function portsOfParts() {
  const subgraphs = offsetsOf(fs.readFileSync(path.join(root, LOCAL_SUBGRAPHS), 'utf8'));
  return [...subgraphs, ['PostgreSQL', 10]].map(([part, offset]) => `${part} N+${offset}`).join(', ');
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

/**
 * Starts the stack. A cache that the JVM refuses, or that breaks it, goes: it is no reason not to start.
 *
 * @param {{child?: import('node:child_process').ChildProcess}} stack
 * @param {number} port
 * @param {AotCache} [cache]
 */
async function start(stack, port, cache) {
  stack.child = launchStack(port, cache?.file === undefined ? [] : [`-XX:AOTCache=${cache.file}`]);
  try {
    const state = await ready(stack.child);
    if (logOfLastStart().includes(CACHE_REFUSED)) {
      cache?.discard();
    }
    return state;
  } catch (error) {
    if (cache?.file === undefined || !JVM_BROKE.includes(stack.child.signalCode)) {
      throw error;
    }
    fs.appendFileSync(stackLog, `The JVM broke with the AOT cache ${cache.file}; it is deleted\n`);
    cache.discard();
    await stopLeftovers();
    return start(stack, port);
  }
}

async function ready(child) {
  let exited = false;
  child.once('exit', () => (exited = true));
  const state = await until(READY_LIMIT, () => {
    const now = readRunState();
    return exited || now?.phase === 'READY' || now?.phase === 'FAILED' ? (now ?? {}) : undefined;
  });
  if (state?.phase === 'READY') {
    return state;
  }
  await stop(child.pid);
  await stopLeftovers();
  throw new Problem(state === undefined ? TOO_SLOW : (state.reason ?? whyItEnded(child.signalCode)));
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
function stopOnSignal(stack) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      console.error('Stopping ...');
      stack.child?.kill('SIGTERM');
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
  logs       ${path.relative(root, logs)}/

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
