import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../main.mjs');

function mission(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const commands = ['up', 'down', 'status', 'import', 'demo', 'token', 'test', 'schema', 'bench', 'new', 'format'];

test('without a command it lists the commands', () => {
  const { status, stdout } = mission();

  assert.equal(status, 0);
  for (const command of commands) {
    assert.match(stdout, new RegExp(`^  ${command} `, 'm'));
  }
});

for (const command of commands) {
  test(`${command} --help says how it is used`, () => {
    const { status, stdout } = mission(command, '--help');

    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`^usage: ./mission ${command}`));
  });
}

test('an unknown command is named, with those that there are', () => {
  const { status, stderr } = mission('upp');

  assert.equal(status, 2);
  assert.match(stderr, /^mission: there is no command 'upp'\. The commands are: up, /);
});

test('an unknown option is named, with the way to the help', () => {
  const { status, stderr } = mission('up', '--prot', '5000');

  assert.equal(status, 2);
  assert.match(stderr, /'--prot'.*\.\/mission up --help/);
});

test('a value that begins with a hyphen is judged as a value', () => {
  const { status, stderr } = mission('new', 'subgraph', 'x1', '--concept', '-x');

  assert.equal(status, 2);
  assert.match(stderr, /^mission: --concept '-x' is not one to three words of lower-case letters and digits, joined by hyphens, .*\.\n$/);
});

test('an option without its value is named in one line', () => {
  for (const rest of [[], ['-h'], ['--detach']]) {
    const { status, stderr } = mission('up', '--port', ...rest);

    assert.equal(status, 2);
    assert.match(stderr, /^mission: --port wants a value, and none follows\. See \.\/mission up --help\.\n$/);
  }
});

test('the help of up names the port of each part', () => {
  assert.match(mission('up', '--help').stdout, /plans N\+1, leads N\+2, offers N\+3, .*admin N\+6, .*PostgreSQL N\+10\n/);
});

test('a port out of range is refused before anything is built', () => {
  const { status, stderr } = mission('up', '--port', '80');

  assert.equal(status, 2);
  assert.match(stderr, /--port '80' is not a number between 1024 and 65000/);
});

test('token wants a workspace and a role', () => {
  const { status, stderr } = mission('token', '--workspace', '1001');

  assert.equal(status, 2);
  assert.match(stderr, /--workspace and --role are needed/);
});

for (const [options, message] of [
  [['--workspace', '1001', '--scopes', 'events:read'], /leave out --workspace, --role and --user/],
  [[], /--service rebuild --scopes events:read/],
]) {
  test(`token for a service refuses ${options.join(' ') || 'no scopes'}`, () => {
    const { status, stderr } = mission('token', '--service', 'rebuild', ...options);

    assert.equal(status, 2);
    assert.match(stderr, message);
  });
}

test('token refuses a time that it cannot read', () => {
  const { status, stderr } = mission('token', '--workspace', '1001', '--role', 'OWNER', '--expires', 'soon');

  assert.equal(status, 2);
  assert.match(stderr, /--expires 'soon' is not a time such as/);
});

test('an unknown module of test is named, with those that there are', () => {
  const { status, stderr } = mission('test', 'nothing');

  assert.equal(status, 2);
  assert.match(stderr, /there is no module 'nothing'\. The modules are: admin, /);
});

test('what is for one module is refused without one', () => {
  assert.match(mission('test', '--golden').stderr, /--golden is for one module/);
  assert.match(mission('test', '--only', 'Plan').stderr, /--only is for one module/);
  assert.match(mission('test', 'stack', '--golden').stderr, /--golden is for a subgraph or the starter, and 'stack' is neither/);
  assert.match(mission('test', 'cli', '--only', 'nothing').stderr, /no file of tests begins with 'nothing'/);
});

test('a test class that is not there is named before anything is built', () => {
  const { status, stdout, stderr } = mission('test', 'plans', '--only', 'PlanLost');

  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /no test class of subgraph-plans begins with 'PlanLost'/);
});

test('an unknown module of format is named', () => {
  const { status, stderr } = mission('format', 'nothing');

  assert.equal(status, 2);
  assert.match(stderr, /there is no module 'nothing'/);
});

test('an unknown scenario of bench is named, with those that there are', () => {
  const { status, stderr } = mission('bench', 'nothing');

  assert.equal(status, 2);
  assert.match(stderr, /there is no scenario 'nothing'\. The scenarios are: lead-list, lead-import, start/);
});

test('bench refuses a number that is none', () => {
  const { status, stderr } = mission('bench', '--rounds', 'many');

  assert.equal(status, 2);
  assert.match(stderr, /--rounds 'many' is not a number between 1 and 3600/);
});
