import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { subgraphsOf } from '../../../schema/subgraphs.mjs';
import { AotCache } from '../aot-cache.mjs';
import { ask, send } from '../graphql-client.mjs';
import { leadCount } from '../operations.mjs';
import { root } from '../paths.mjs';
import { isAlive, isRunning } from '../run-state.mjs';
import { StackApart } from '../stack-apart.mjs';
import { trainer } from '../training.mjs';
import { until } from '../wait.mjs';
import { tellTheStoryOfImports } from './lead-import-story.mjs';
import { mistakes, prepare } from './mistakes.mjs';

/** What is to be killed, by the part's name: the process that holds it. */
const parts = {
  'the subgraphs': (stack) => runState(stack).pid,
  'the router': (stack) => runState(stack).processes.router,
  PostgreSQL: (stack) => Number.parseInt(read(stack, 'postgres/data/postmaster.pid'), 10),
};

/** An import that was killed shows itself as failed sooner than in half a minute. */
const settings = { MISSION_BRIEF_LEADS_IMPORT_ALIVE_FOR: 'PT15S' };
const stack = new StackApart(fs.mkdtempSync(path.join(os.tmpdir(), 'mission-stack-')), settings);

before(() => stack.up());
after(() => stack.remove());

test('the story is told from a lead to an accepted offer, live', async () => {
  const told = await stack.must('demo');

  assert.match(told, /live: DRAFT -> WITHDRAWN(?:.*\n)+.*live: DRAFT -> SENT.*\n.*live: SENT -> VIEWED.*\n.*live: VIEWED -> ACCEPTED/);
  assert.match(told, /The story is told\.$/);
});

test('up says that it is running already', async () => {
  assert.match(await stack.must('up', '--detach'), /^It is running already: http:/);
});

test('status says of each part that it is up', async () => {
  const status = await stack.status();

  assert.equal(status.up, true);
  assert.deepEqual(Object.keys(status.subgraphs).sort(), subgraphsOf(root));
  assert.ok(Object.values(status.subgraphs).every(({ lag }) => Number.isInteger(lag)));
  assert.match(status.endpoint, /^http:.*\/graphql$/);
  assert.match(status.database.url, /^postgresql:/);
});

test('only the owner can read what names a password', () => {
  const modes = ['.', 'run.json', 'keys/secrets.json', 'keys/jwks.json'].map((file) => fs.statSync(path.join(stack.folder, file)).mode & 0o077);

  assert.deepEqual(modes, [0, 0, 0, 0]);
});

test('each line of the log of the subgraphs says whose it is', () => {
  const lines = read(stack, 'logs/stack.log')
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const services = new Set(lines.map((line) => JSON.parse(line).service.name));

  assert.deepEqual([...services].sort(), ['mission-brief', ...subgraphsOf(root).map((name) => `subgraph-${name}`)]);
});

test('each mistake gets its code and the way out, from the router and from the subgraph, and writes nothing', async (t) => {
  const { endpoint, subgraphs } = await stack.status();
  const made = await prepare(endpoint, await tokens());
  assert.ok(await until(10_000, () => (Date.now() > made.expiresAt.getTime() ? true : undefined)));
  const before = await written(endpoint, made.tokens.manager);
  for (const { mistake, subgraph, token, document, input, code, message } of mistakes(made)) {
    for (const [door, url] of [['the router', endpoint], [`subgraph ${subgraph}`, subgraphs[subgraph].url]]) {
      await t.test(`${mistake}, at ${door}`, async () => {
        const answer = await send(url, token, document, input && { input });

        const told = refusal(answer);
        assert.equal(told.code, code, JSON.stringify(answer));
        assert.match(told.message, message);
        assert.doesNotMatch(JSON.stringify(answer), /exception|\bat io\.|java\.|postgres|jooq|select |insert |127\.0\.0\.1/i);
      });
    }
  }
  assert.deepEqual(await written(endpoint, made.tokens.manager), before);
});

tellTheStoryOfImports(stack);

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

test('down stops every part and leaves a cache for the next start, and up finds the data again', async () => {
  const leads = await countLeads();
  const pids = Object.values(parts).map((pidOf) => pidOf(stack));

  assert.equal(await stack.must('down'), 'Stopped.');

  assert.deepEqual(pids.filter(isAlive), []);
  assert.equal(trainer(), undefined);
  assert.ok(new AotCache().file);
  assert.equal((await stack.status()).up, false);
  await stack.up();
  assert.equal(await countLeads(), leads);
  assert.ok(isRunning(runState(stack).pid, '-XX:AOTCache='));
});

test('a cache that the JVM cannot read is no reason not to start, and goes', async () => {
  const cache = new AotCache();
  const { file } = cache;
  const kept = `${file}.kept`;
  const garbage = file.replace(/-\d+\.aot$/, '-7.aot');
  await stack.must('down');
  fs.renameSync(file, kept);
  fs.writeFileSync(garbage, 'garbage');
  cache.fail('none is to be made in this test');
  try {
    await stack.up();

    assert.equal((await stack.status()).up, true);
    assert.equal(fs.existsSync(garbage), false);
  } finally {
    cache.forgive();
    fs.renameSync(kept, file);
  }
});

/** A refusal's code and words: of `errors`, else of the one payload's `userErrors`. */
function refusal({ data, errors }) {
  if (errors?.length) {
    return { code: errors[0].extensions?.code, message: errors[0].message };
  }
  return Object.values(data ?? {})[0]?.userErrors?.[0] ?? {};
}

async function tokens() {
  const token = (...args) => stack.must('token', '--role', 'MANAGER', ...args);
  const manager = await token('--workspace', '1001');
  return {
    manager,
    stranger: await token('--workspace', '1002'),
    nowhere: await token('--workspace', 'nowhere'),
    reader: await token('--workspace', '1001', '--scopes', 'leads:read'),
    expired: await token('--workspace', '1001', '--expires=-10m'),
    forged: `${manager.slice(0, -8)}AAAAAAAA`,
  };
}

/** How much there is of everything, and where each offer and plan stands. */
function written(url, token) {
  return ask(
    url,
    token,
    `{
      leads(first: 100) { totalCount nodes { id status version } }
      offers(first: 100) { totalCount nodes { id status version } }
      quotes(first: 100) { totalCount nodes { id version } }
      plans(first: 100) { totalCount nodes { id version currentVersion { number } } }
    }`,
  );
}

async function countLeads() {
  const { endpoint } = await stack.status();
  const { leads } = await ask(endpoint, await stack.token('1001', 'MANAGER'), leadCount);
  return leads.totalCount;
}

const read = ({ folder }, file) => fs.readFileSync(path.join(folder, file), 'utf8');
const runState = (of) => JSON.parse(read(of, 'run.json'));
