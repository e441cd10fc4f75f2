import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ask } from '../graphql-client.mjs';
import * as operations from '../operations.mjs';
import { root } from '../paths.mjs';
import { until } from '../wait.mjs';

const examples = path.join(root, 'stack/examples');
const sample = path.join(examples, 'sample-leads.csv');
const mapping = path.join(examples, 'sample-leads.mapping.yaml');
const main = path.join(root, 'stack/cli/main.mjs');

/** Ten times what is committed at once, and in bytes more than a connection holds by itself: so a cut comes in the middle. */
const MANY = 10_000;
const NOTE = 'note '.repeat(300);

/**
 * What imports do on a real stack.
 *
 * @param {import('../stack-apart.mjs').StackApart} stack that is up, with demo data
 */
export function tellTheStoryOfImports(stack) {
  const importLeads = (file, ...options) => stack.run('import', 'leads', file, '--workspace', '1002', ...options);
  const inFolder = (name) => path.join(stack.folder, name);

  test('a dirty file becomes leads, and a report of what became none', async () => {
    const before = await countLeads(stack);
    const report = inFolder('report.csv');

    const { status, stdout, stderr } = await importLeads(sample, '--mapping', mapping, '--report', report);

    assert.equal(status, 0, stderr);
    assert.match(stdout, /^Completed: 23 lines in \d+\.\d s\.\n\n {2}19 {2}created\n {3}2 {2}duplicates\n {3}2 {2}rejected\n/);
    assert.match(stdout, /15 {2}E-mail +katrin\.holm\(at\)example\.com +INVALID_VALUE/);
    assert.equal((await countLeads(stack)) - before, 19);
    const lines = fs.readFileSync(report, 'utf8').trim().split('\r\n');
    assert.deepEqual(
      lines.slice(1).map((line) => line.replace(/^(\d+),([^,]*),.*?,([A-Z_]+),.*$/, '$1 $2 $3')),
      ['14  DUPLICATE', '15 E-mail INVALID_VALUE', '15 Phone INVALID_VALUE', '17 Company FORMULA', '21  DUPLICATE'],
    );
    assert.match(lines[4], /,"'=HYPERLINK\(""http/);
    const id = /import ([0-9a-f-]{36})$/m.exec(stderr)[1];
    assert.equal(await stack.must('import', 'report', id, '--workspace', '1002'), lines.join('\r\n'));
  });

  test('the same file again adds nothing, and says so', async () => {
    const before = await countLeads(stack);

    const { status, stdout } = await importLeads(sample, '--mapping', mapping);

    assert.equal(status, 0);
    assert.match(stdout, /It adds nothing: 21 lines are there already, 2 lines are rejected\./);
    assert.equal(await countLeads(stack), before);
  });

  test('an import that is cut in the middle goes on where it stood, with the same file alone', async () => {
    const file = inFolder('many.csv');
    const own = inFolder('many.yaml');
    fs.writeFileSync(file, `Id,Note\n${Array.from({ length: MANY }, (_, number) => `M-${number},${NOTE}\n`).join('')}`);
    fs.writeFileSync(own, 'fields: { externalReference: Id, sourceDetail: { constant: many } }');

    const stopped = await inTheMiddle(stack, file, own, (command) => command.kill('SIGINT'));

    assert.equal(stopped.status, 130, stopped.stderr);
    const [, command, id] = /^mission: stopped\..*\n {2}\.\/mission (import leads .* --continue (\S+))$/m.exec(stopped.stderr);
    fs.writeFileSync(inFolder('other.csv'), 'Id,Note\nO-1,another file\n');
    const other = await importLeads(inFolder('other.csv'), '--continue', id);
    assert.equal(other.status, 1);
    assert.match(other.stderr, /the import failed.*\(OTHER_FILE\)/);
    const { status, stdout, stderr } = await stack.run(...command.split(' '));
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^Completed: 10,000 lines in .*\n\n {2}10,000 {2}created\n {7}0 {2}duplicates/);
    assert.equal(await countLeads(stack, { sourceDetail: ['many'] }), MANY);
    const again = await stack.run(...command.split(' '));
    assert.deepEqual([again.status, again.stdout], [0, 'This import is completed already: nothing is left to do.\n']);
  });

  test('an import whose server is killed fails at its last committed line, and goes on with nothing lost and nothing twice', async () => {
    const file = inFolder('killed.csv');
    const own = inFolder('killed.yaml');
    const leads = Array.from({ length: MANY }, (_, number) => `K-${number},Kim ${number}`);
    fs.writeFileSync(file, `Id,Name,Note\n${leads.map((lead) => `${lead},${NOTE}\n`).join('')}`);
    fs.writeFileSync(own, 'fields: { externalReference: Id, name: Name, sourceDetail: { constant: killed } }');
    const { pid } = await stack.status();

    const broken = await inTheMiddle(stack, file, own, () => process.kill(pid, 'SIGKILL'));

    assert.equal(broken.status, 1, broken.stderr);
    const told = /^mission: nothing is heard of the import any more: .* Every line that is committed stays\. \.\/mission up starts .* go on with:\n {2}\.\/mission (import leads .* --continue (\S+))\n$/m;
    assert.match(broken.stderr, told);
    const [, command, id] = told.exec(broken.stderr);
    await stack.up();
    const { failure, lastCommittedLine, created } = await failedImport(stack, id);
    assert.equal(failure.code, 'INTERRUPTED');
    assert.ok(created > 0 && created < MANY, `${created} leads`);
    assert.equal(lastCommittedLine, created + 1);
    assert.equal(await countLeads(stack, { sourceDetail: ['killed'] }), created);
    const { status, stdout, stderr } = await stack.run(...command.split(' '));
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^Completed: 10,000 lines in .*\n\n {2}10,000 {2}created\n {7}0 {2}duplicates\n {7}0 {2}rejected$/m);
    const there = await leadsOf(stack, 'killed');
    assert.deepEqual(there.map(({ externalReference, name }) => `${externalReference},${name}`).sort(), leads.toSorted());
    assert.deepEqual(await toldAsNew(stack, there), there.map((lead) => lead.id).sort());
    assert.match((await importLeads(file, '--mapping', own)).stdout, /It adds nothing: all 10,000 lines are there already\./);
    assert.equal(await countLeads(stack, { sourceDetail: ['killed'] }), MANY);
  });

  test('a value that the API does not know is told by its place in the mapping', async () => {
    const own = inFolder('wrong.yaml');
    fs.writeFileSync(own, 'fields:\n  email: E-mail\n  status: { column: Stage, values: { Customer: WONN } }\n');

    const { status, stderr } = await importLeads(sample, '--mapping', own);

    assert.equal(status, 1);
    assert.match(stderr, /^mission: line 3, fields\.status\.values\.Customer: .*WON/);
  });

  test('an import that is not there is not continued', async () => {
    const { status, stderr } = await importLeads(sample, '--continue', '01a1ffa8-f35f-723d-a17a-541999496bf0');

    assert.equal(status, 1);
    assert.match(stderr, /^mission: workspace 1002 has no import 01a1ffa8-/);
  });

  test('a workspace that is not there is named', async () => {
    const { status, stderr } = await stack.run('import', 'leads', sample, '--workspace', 'nowhere', '--mapping', mapping);

    assert.equal(status, 1);
    assert.match(stderr, /^mission: there is no workspace 'nowhere' here\. Those of the demo data are 1001 and 1002\.$/m);
  });
}

/**
 * Starts an import, acts as soon as some of its lines are committed, and gives how the command ended.
 *
 * @param {import('../stack-apart.mjs').StackApart} stack
 * @param {string} file larger than what is committed at once
 * @param {string} mappingFile
 * @param {(command: import('node:child_process').ChildProcess) => void | Promise<void>} act
 */
async function inTheMiddle(stack, file, mappingFile, act) {
  const { endpoint } = await stack.status();
  const token = await stack.token('1002', 'MANAGER');
  const child = spawn(process.execPath, [main, 'import', 'leads', file, '--workspace', '1002', '--mapping', mappingFile], {
    env: { ...process.env, MISSION_STATE: stack.folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const ended = new Promise((resolve) => child.once('close', (status) => resolve({ status, stderr })));
  const newest = '{ leadImports(first: 1) { nodes { fileName linesRead } } }';
  const begun = await until(20_000, async () => {
    const [last] = (await ask(endpoint, token, newest)).leadImports.nodes;
    return last?.fileName === path.basename(file) && last.linesRead > 0 ? true : undefined;
  });
  assert.ok(begun, 'no line was committed');
  await act(child);
  return ended;
}

/** An import that has failed; waited for while its upload is not yet known to be dead. */
async function failedImport(stack, id) {
  const { endpoint } = await stack.status();
  const token = await stack.token('1002', 'MANAGER');
  return until(60_000, async () => {
    const { leadImport } = await ask(endpoint, token, operations.leadImport, { id });
    return leadImport.status === 'FAILED' ? leadImport : undefined;
  });
}

/** Each lead with a source detail. */
async function leadsOf(stack, sourceDetail) {
  const { endpoint } = await stack.status();
  const token = await stack.token('1002', 'MANAGER');
  const query = `query Leads($filter: LeadFilter, $after: Cursor) {
    leads(first: 100, after: $after, filter: $filter) { nodes { id externalReference name } pageInfo { hasNextPage endCursor } }
  }`;
  const found = [];
  for (let after = null, more = true; more; ) {
    const { leads } = await ask(endpoint, token, query, { filter: { sourceDetail: [sourceDetail] }, after });
    found.push(...leads.nodes);
    ({ endCursor: after, hasNextPage: more } = leads.pageInfo);
  }
  return found;
}

/** Which of the leads an event tells of as new, each as often as it is told, sorted; from the log of subgraph-leads. */
async function toldAsNew(stack, leads) {
  const { subgraphs } = await stack.status();
  const token = await stack.must('token', '--service', 'test', '--scopes', 'events:read');
  const ids = new Set(leads.map((lead) => lead.id));
  const told = [];
  for (let address = new URL('/events?type=Lead.New', subgraphs.leads.url), events = [null]; events.length > 0; ) {
    const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(answer.status, 200);
    events = await answer.json();
    told.push(...events.map((event) => event.subject).filter((id) => ids.has(id)));
    address = new URL(/^<(.+)>; rel="next"$/.exec(answer.headers.get('link'))[1], address);
  }
  return told.sort();
}

async function countLeads(stack, filter = {}) {
  const { endpoint } = await stack.status();
  const query = 'query Count($filter: LeadFilter) { leads(first: 1, filter: $filter) { totalCount } }';
  const { leads } = await ask(endpoint, await stack.token('1002', 'MANAGER'), query, { filter });
  return leads.totalCount;
}
