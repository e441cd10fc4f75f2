import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ask } from '../../stack/cli/graphql-client.mjs';
import { Problem } from '../../stack/cli/problem.mjs';
import { summary } from '../statistics.mjs';
import { runTool } from '../tools.mjs';
import { openWorkspace } from '../workspaces.mjs';

export const purpose = 'a page of 20 leads at subgraph-leads, against pgbench -M prepared with the same transaction';

const WORKSPACE = 'bench';
const CONNECTIONS = 32;
const THREADS = os.availableParallelism();
const GOAL = 0.25;
const folder = import.meta.dirname;
const query = `{
  leads(first: 20) { nodes { id reference name status email createdAt } pageInfo { hasNextPage endCursor } }
}`;

/**
 * @param {import('../../stack/cli/stack-apart.mjs').StackApart} stack
 * @param {{seconds: number, rounds: number, warmUp: number}} durations
 * @param {(line: string) => void} tell
 * @returns {Promise<string[]>} lines of the report
 */
export async function measure(stack, { seconds, rounds, warmUp }, tell) {
  await stack.up('--no-demo');
  const { endpoint, subgraphs, database } = await stack.status();
  await openWorkspace(stack, endpoint, WORKSPACE);
  await fill(database.url);
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'mission-bench-'));
  try {
    const token = await stack.token(WORKSPACE, 'MANAGER');
    const url = subgraphs.leads.url;
    await requirePage(url, token);
    const peer = await pgbench(stack, database.url, scratch);
    const ours = wrk(url, token, scratch);
    tell(`warming up for ${warmUp} s ...`);
    await ours(warmUp);
    await peer(Math.min(5, seconds));
    const rates = [];
    for (let round = 1; round <= rounds; round++) {
      const rate = { peer: await peer(seconds), ours: await ours(seconds) };
      tell(`round ${round}: pgbench ${Math.round(rate.peer)}, subgraph ${Math.round(rate.ours)} a second, ratio ${(rate.ours / rate.peer).toFixed(2)}`);
      rates.push(rate);
    }
    await requirePage(url, token);
    return report(rates, seconds);
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
}

function report(rates, seconds) {
  return [
    `ratio            ${summary(rates.map(({ ours, peer }) => ours / peer))}   goal ${GOAL}`,
    `subgraph-leads   ${summary(rates.map(({ ours }) => ours), 0)} requests a second`,
    `pgbench          ${summary(rates.map(({ peer }) => peer), 0)} transactions a second`,
    `medians and ranges of ${rates.length} rounds of ${seconds} s each, ${CONNECTIONS} connections, ${THREADS} processors`,
  ];
}

async function fill(databaseUrl) {
  for (const file of ['data.sql', 'binding.sql']) {
    await runTool('psql', [databaseUrl, '--quiet', '--set=ON_ERROR_STOP=1', `--file=${path.join(folder, file)}`]);
  }
}

/** What is measured has to be the answer: an error would be quicker. */
async function requirePage(url, token) {
  const { leads } = await ask(url, token, query);
  if (leads.nodes.length !== 20 || !leads.pageInfo.hasNextPage) {
    throw new Problem('the subgraph does not answer with the page that is to be measured');
  }
}

/** @returns a function that runs wrk for so many seconds, and gives the requests a second */
function wrk(url, token, scratch) {
  const script = path.join(scratch, 'lead-list.lua');
  fs.writeFileSync(
    script,
    `wrk.method = "POST"
wrk.headers["content-type"] = "application/json"
wrk.headers["authorization"] = "Bearer ${token}"
wrk.body = ${JSON.stringify(JSON.stringify({ query }))}
`,
    { mode: 0o600 },
  );
  return async (seconds) => {
    const output = await runTool('wrk', [`-t${THREADS}`, `-c${CONNECTIONS}`, `-d${seconds}s`, '--timeout', '30s', '-s', script, url]);
    if (/Non-2xx|Socket errors/.test(output)) {
      throw new Problem(`the subgraph refuses requests under load: ${output}`);
    }
    return Number(/Requests\/sec:\s+([\d.]+)/.exec(output)[1]);
  };
}

/** @returns a function that runs pgbench for so many seconds, and gives the transactions a second */
async function pgbench(stack, databaseUrl, scratch) {
  const script = path.join(scratch, 'lead-list.sql');
  const transaction = fs.readFileSync(path.join(folder, 'transaction.sql'), 'utf8');
  fs.writeFileSync(script, `${transaction}${await statementOfTheSubgraph(databaseUrl)};\ncommit;\n`);
  const url = new URL(databaseUrl);
  url.username = 'leads_app';
  url.password = JSON.parse(fs.readFileSync(path.join(stack.folder, 'keys/secrets.json'), 'utf8'))['database.leads_app'];
  return async (seconds) => {
    const output = await runTool('pgbench', [
      '--no-vacuum', '--protocol=prepared', `--client=${CONNECTIONS}`, `--jobs=${THREADS}`, `--time=${seconds}`,
      '--define=bound=0', `--file=${script}`, url.href,
    ]);
    if (!/number of failed transactions: 0 /.test(output)) {
      throw new Problem(`pgbench failed: ${output}`);
    }
    return Number(/tps = ([\d.]+)/.exec(output)[1]);
  };
}

/** The statement that the subgraph has just run for a page. */
async function statementOfTheSubgraph(databaseUrl) {
  const statement = await runTool('psql', [databaseUrl, '--tuples-only', '--no-align'], `
    select query from pg_stat_activity where usename = 'leads_app' and query like '%from "leads"."lead"%fetch next 21 rows only'
    order by state_change desc limit 1;`);
  if (!statement.trim()) {
    throw new Problem('PostgreSQL does not say which statement the subgraph ran: was it changed, or grown beyond track_activity_query_size?');
  }
  return statement.trim();
}
