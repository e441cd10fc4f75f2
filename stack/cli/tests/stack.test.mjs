import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { StackApart } from '../stack-apart.mjs';

/** What is to be killed, by the part's name: the process that holds it. */
const parts = {
  'the subgraphs': (stack) => runState(stack).pid,
  'the router': (stack) => runState(stack).processes.router,
  PostgreSQL: (stack) => Number.parseInt(read(stack, 'postgres/data/postmaster.pid'), 10),
};

const stack = new StackApart(fs.mkdtempSync(path.join(os.tmpdir(), 'mission-stack-')));

before(() => stack.up());
after(() => stack.remove());

test('the story is told from a lead to an accepted offer, live', async () => {
  const told = await stack.must('demo');

  assert.match(told, /live: DRAFT -> SENT.*\n.*live: SENT -> VIEWED.*\n.*live: VIEWED -> ACCEPTED/);
  assert.match(told, /The story is told\.$/);
});

test('up says that it is running already', async () => {
  assert.match(await stack.must('up', '--detach'), /^It is running already: http:/);
});

test('status says of each part that it is up', async () => {
  const status = await stack.status();

  assert.equal(status.up, true);
  assert.deepEqual(Object.keys(status.subgraphs).sort(), ['admin', 'leads', 'offers', 'plans']);
  assert.match(status.endpoint, /^http:.*\/graphql$/);
  assert.match(status.database.url, /^postgresql:/);
});

test('each line of the log of the subgraphs says whose it is', () => {
  const lines = read(stack, 'logs/stack.log')
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const services = new Set(lines.map((line) => JSON.parse(line).service.name));

  assert.deepEqual([...services].sort(), [
    'mission-brief',
    'subgraph-admin',
    'subgraph-leads',
    'subgraph-offers',
    'subgraph-plans',
  ]);
});

for (const [part, pidOf] of Object.entries(parts)) {
  test(`up repairs a stack that has lost ${part} to kill -9, and nothing is lost`, async () => {
    const leads = await countLeads();

    process.kill(pidOf(stack), 'SIGKILL');
    await stack.up();

    assert.equal((await stack.status()).up, true);
    assert.equal(await countLeads(), leads);
    assert.match(await stack.must('demo'), /The story is told\.$/);
    assert.equal(await countLeads(), leads + 1);
  });
}

test('down stops every part, and up finds the data again', async () => {
  const leads = await countLeads();
  const pids = Object.values(parts).map((pidOf) => pidOf(stack));

  assert.equal(await stack.must('down'), 'Stopped.');

  assert.deepEqual(pids.filter(isAlive), []);
  assert.equal((await stack.status()).up, false);
  await stack.up();
  assert.equal(await countLeads(), leads);
});

async function countLeads() {
  const { endpoint } = await stack.status();
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await stack.token('1001', 'MANAGER')}` },
    body: JSON.stringify({ query: '{ leads(first: 1) { totalCount } }' }),
  });
  const { data } = await response.json();
  return data.leads.totalCount;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const read = ({ folder }, file) => fs.readFileSync(path.join(folder, file), 'utf8');
const runState = (of) => JSON.parse(read(of, 'run.json'));
