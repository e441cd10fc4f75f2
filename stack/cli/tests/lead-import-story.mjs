import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ask } from '../graphql-client.mjs';
import { root } from '../paths.mjs';
import { until } from '../wait.mjs';

const examples = path.join(root, 'stack/examples');
const sample = path.join(examples, 'sample-leads.csv');
const mapping = path.join(examples, 'sample-leads.mapping.yaml');
const main = path.join(root, 'stack/cli/main.mjs');

/** Long lines, together more than a connection holds by itself: so a cut comes in the middle. */
const MANY = 4_000;
const NOTE = 'note '.repeat(600);

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
    assert.match(stdout, /It adds nothing: 21 lines are there already, 2 are rejected\./);
    assert.equal(await countLeads(stack), before);
  });

  test('an import that is cut in the middle goes on where it stood, with the same file alone', async () => {
    const file = inFolder('many.csv');
    const own = inFolder('many.yaml');
    fs.writeFileSync(file, `Id,Note\n${Array.from({ length: MANY }, (_, number) => `M-${number},${NOTE}\n`).join('')}`);
    fs.writeFileSync(own, 'fields: { externalReference: Id, sourceDetail: { constant: many } }');

    const stopped = await stopInTheMiddle(stack, file, own);

    assert.equal(stopped.status, 130, stopped.stderr);
    const [, command, id] = /^mission: stopped\..*\n {2}\.\/mission (import leads .* --continue (\S+))$/m.exec(stopped.stderr);
    fs.writeFileSync(inFolder('other.csv'), 'Id,Note\nO-1,another file\n');
    const other = await importLeads(inFolder('other.csv'), '--continue', id);
    assert.equal(other.status, 1);
    assert.match(other.stderr, /the import failed.*\(OTHER_FILE\)/);
    const { status, stdout, stderr } = await stack.run(...command.split(' '));
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^Completed: 4,000 lines in .*\n\n {2}4,000 {2}created\n {6}0 {2}duplicates/);
    assert.equal(await countLeads(stack, { sourceDetail: ['many'] }), MANY);
    const again = await stack.run(...command.split(' '));
    assert.deepEqual([again.status, again.stdout], [0, 'This import is completed already: nothing is left to do.\n']);
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
    assert.match(stderr, /^mission: there is no workspace 'nowhere' here\./);
  });
}

/** Presses ctrl-C as soon as some lines are committed, and gives how that ended. */
async function stopInTheMiddle(stack, file, mappingFile) {
  const child = spawn(process.execPath, [main, 'import', 'leads', file, '--workspace', '1002', '--mapping', mappingFile], {
    env: { ...process.env, MISSION_STATE: stack.folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const ended = new Promise((resolve) => child.once('exit', (status) => resolve({ status, stderr })));
  const { endpoint } = await stack.status();
  const token = await stack.token('1002', 'MANAGER');
  const newest = '{ leadImports(first: 1) { nodes { fileName linesRead } } }';
  const begun = await until(20_000, async () => {
    const [{ fileName, linesRead }] = (await ask(endpoint, token, newest)).leadImports.nodes;
    return fileName === 'many.csv' && linesRead > 0 ? true : undefined;
  });
  assert.ok(begun, 'no line was committed');
  child.kill('SIGINT');
  return ended;
}

async function countLeads(stack, filter = {}) {
  const { endpoint } = await stack.status();
  const query = 'query Count($filter: LeadFilter) { leads(first: 1, filter: $filter) { totalCount } }';
  const { leads } = await ask(endpoint, await stack.token('1002', 'MANAGER'), query, { filter });
  return leads.totalCount;
}
