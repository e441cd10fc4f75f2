import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { runTool } from '../build.mjs';
import { send } from '../graphql-client.mjs';
import { findJdk } from '../jdk.mjs';
import { createLead } from '../operations.mjs';
import { root } from '../paths.mjs';
import { isAlive } from '../run-state.mjs';
import { StackApart } from '../stack-apart.mjs';
import { until } from '../wait.mjs';

const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'mission-failures-')));
const MEBIBYTE = 1024 * 1024;
const KILL_LIMIT = 60_000;

after(() => fs.rmSync(scratch, { recursive: true, force: true }));

// --- what has to be on the machine

test('a Node.js that is missing or too old is told before anything else', () => {
  const withNode = folder('bin');
  for (const [version, told] of [[undefined, /^mission: Node\.js is missing\. Install/], ['v18.20.4', /^mission: Node\.js v18\.20\.4 is too old\. Install/]]) {
    if (version !== undefined) {
      fs.writeFileSync(path.join(withNode, 'node'), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
    }
    const { status, stderr } = spawnSync('/bin/bash', [path.join(root, 'mission'), 'status'], { env: { PATH: withNode }, encoding: 'utf8' });

    assert.equal(status, 1);
    assertOneLine(stderr, told);
  }
});

test('a JDK 25 is found beside an older one that JAVA_HOME names', () => {
  const places = folder('jvm');
  const old = jdk(folder('old'), '17.0.11');
  const wanted = jdk(path.join(places, 'jdk-25'), '25.0.3');

  assert.deepEqual(findJdk({ JAVA_HOME: old }, [[places, '', '']]), { home: wanted });
});

test('a missing JDK 25 is told with what there is instead', () => {
  const old = jdk(folder('jdk-17'), '17.0.11');
  const runtime = jdk(folder('jre-25'), '25.0.3', { compiles: false });

  assert.match(findJdk({}, []).missing, /^JDK 25 is missing: no Java was found\. Install one .* JAVA_HOME/);
  assert.match(findJdk({ JAVA_HOME: old }, []).missing, /there is JAVA_HOME=.*jdk-17.*, version 17\.0\.11\. Install/);
  assert.match(findJdk({ JAVA_HOME: runtime }, []).missing, /jre-25.*, a runtime without a compiler \(javac\)\. Install/);
  assert.match(findJdk({ JAVA_HOME: path.join(scratch, 'nowhere') }, []).missing, /JAVA_HOME=.*nowhere, which is no JDK/);
});

test('Maven or npm that is missing is named', () => {
  const { PATH } = process.env;
  process.env.PATH = folder('nothing');
  try {
    assert.throws(() => runTool('mvn', ['--version'], 'the build'), /^Error: mvn is missing: install it/);
    assert.throws(() => runTool('npm', ['--version'], 'npm ci'), /^Error: npm is missing: install it/);
  } finally {
    process.env.PATH = PATH;
  }
});

// --- the folder of the state

test('a folder that cannot be written is named before anything is started', async (t) => {
  fs.writeFileSync(path.join(scratch, 'file'), '');
  await refuses(new StackApart(path.join(scratch, 'file/below')), /cannot be written \(ENOTDIR\)\. Mend its rights, or name another folder/);
  await t.test('a file system that is read-only', (t) => {
    const disk = mount(t, 'ro,size=1m');
    return disk && refuses(new StackApart(path.join(disk, 'state')), /cannot be written \(EROFS\)/);
  });
});

test('a disk with too little room is told before anything is started', (t) => {
  const disk = mount(t, 'size=20m');
  return disk && refuses(new StackApart(path.join(disk, 'state')), /the disk is full: 20 MiB are free where .* lies\. Free some space \(a start needs 300 MiB\), or name/);
});

for (const [what, text] of [
  ['damaged', '{"pid": 1, "pha'],
  ['of another version', JSON.stringify({ pid: process.pid, state: 'running' })],
]) {
  test(`a run.json that is ${what} counts as none`, async () => {
    const stack = stackWith({ 'run.json': text });

    const { status, stdout, stderr } = await stack.run('status');

    assert.equal(status, 1);
    assert.equal(stdout.trim(), 'not running. Start it with ./mission up');
    assert.equal(stderr, '');
    assert.equal(await stack.must('down'), 'Nothing was running.');
  });
}

test('a stack that was killed, or ran out of memory, is told of as such', async () => {
  const gone = spawnSync('true').pid;
  const runFile = JSON.stringify({ pid: gone, phase: 'READY', port: 1, version: '1', processes: {}, subgraphPorts: {} });
  const killed = stackWith({ 'run.json': runFile, 'logs/stack.log': '# start now\n' });
  const outOfMemory = stackWith({ 'run.json': runFile, 'logs/stack.log': '# start now\nTerminating due to java.lang.OutOfMemoryError: Java heap space\n' });

  assert.match((await killed.run('status')).stdout, /^not running: the process of the subgraphs has gone; see .*stack\.log\. Start it with \.\/mission up\n$/);
  assert.match((await outOfMemory.run('status')).stdout, /^not running: the subgraphs ran out of memory; see /);
  assert.equal((await outOfMemory.status()).phase, 'CRASHED');
});

test('a stack that runs without a run.json is found: up leaves it alone, and down stops it', async () => {
  const stack = stackWith({ 'run.json': 'damaged' });
  const program = ['-e', 'setInterval(() => {}, 1000)', 'io.missionbrief.stack.Stack', root, stack.folder, '1'];
  const running = spawn(process.execPath, program, { stdio: 'ignore' });

  assert.match((await stack.run('status')).stdout, new RegExp(`^process ${running.pid} runs here and does not say how far it is`));
  assertOneLine((await stack.run('up', '--detach')).stderr, new RegExp(`^mission: process ${running.pid} runs here`));
  assert.equal(await stack.must('down'), 'Stopped.');
  assert.equal(isAlive(running.pid), false);
});

// --- the parts

for (const [part, offset] of [['the router', 0], ['subgraph offers', 3], ['PostgreSQL', 10]]) {
  test(`a port of ${part} that is used is named, with who has it`, async () => {
    const stack = new StackApart(folder(`port-${offset}`));
    const port = await stack.choosePort();
    const other = net.createServer().listen(port + offset, '127.0.0.1');
    try {
      await refuses(stack, new RegExp(`port ${port + offset} for ${part} is used by .*; stop that one, or choose other ports by \\./mission up --port N`));
    } finally {
      other.close();
    }
  });
}

test('a subgraph that does not start is named, with the cause', async () => {
  const stack = new StackApart(folder('subgraph'), { MISSION_BRIEF_LEADS_IMPORT_BATCH: '-1' });

  await refuses(stack, /subgraph leads did not start \(mission-brief\.leads\.import-batch is out of range: .*\); see .*stack\.log/);
});

test('too little memory is told', async () => {
  const stack = new StackApart(folder('memory'), { _JAVA_OPTIONS: '-Xmx24m' });

  await refuses(stack, /the subgraphs ran out of memory; see .*stack\.log/);
});

for (const [part, pidOf, told] of [
  ['the subgraphs', ({ pid }) => pid, /the process of the subgraphs was ended by SIGKILL; see/],
  ['the router', ({ processes }) => processes?.router, /the router ended with 137 before it was ready; see .*router\.log, then \.\/mission up/],
  ['PostgreSQL', (_, stack) => postmasterOf(stack), /PostgreSQL ended during the start; see .*postgres\.log, then \.\/mission up/],
  ['PostgreSQL that is up already', ({ databaseUrl }, stack) => databaseUrl && postmasterOf(stack), /PostgreSQL ended during the start; see .*postgres\.log, then \.\/mission up/],
]) {
  test(`${part} killed during the start: it is told, and nothing is left`, async () => {
    const stack = new StackApart(folder(`killed-${part.replaceAll(' ', '-')}`));
    const failing = refuses(stack, told);
    const pid = await until(KILL_LIMIT, () => pidOf(read(stack, 'run.json') ?? {}, stack));
    process.kill(pid, 'SIGKILL');

    await failing;
  });
}

test('a disk that fills up: changes are refused by name, status tells it, and with room all goes on', async (t) => {
  const disk = mount(t, 'size=420m');
  if (!disk) {
    return;
  }
  const stack = new StackApart(path.join(disk, 'state'));
  t.after(() => stack.remove());
  await stack.up();
  const { endpoint } = await stack.status();
  const token = await stack.token('1001', 'OWNER');
  const change = () => send(endpoint, token, createLead, { input: { name: 'Ada', source: 'API' } });
  fill(path.join(disk, 'filler'));

  const refused = await until(60_000, async () => (await change()).errors?.[0]);

  assert.equal(refused.extensions.code, 'SERVICE_UNAVAILABLE', JSON.stringify(refused));
  assert.match((await stack.run('status')).stdout, /\nthe disk is full: \d+ MiB are free where .* lies\. Free some space: until then changes fail\.\n$/);
  fs.rmSync(path.join(disk, 'filler'));
  await stack.up();
  assert.equal((await stack.status()).up, true);
  assert.equal((await change()).errors, undefined);
});

/** A start that ends with one line, and leaves nothing running. */
async function refuses(stack, told) {
  const port = stack.port ?? (await stack.choosePort());
  const { status, stderr } = await stack.run('up', '--detach', '--no-demo', '--port', String(port));

  assert.equal(status, 1, stderr);
  assertOneLine(stderr, told);
  assert.deepEqual(processesIn(stack.folder), []);
}

/** Beside what a build says of its progress. */
function assertOneLine(text, told) {
  const failure = text.replaceAll(/^(Installing|Building) .* \.\.\.\n/gm, '');
  assert.match(failure, told);
  assert.match(failure, /^mission: .+\n$/);
}

function processesIn(place) {
  return fs.existsSync('/proc/self')
    ? fs.readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && pid !== String(process.pid) && commandOf(pid).includes(place))
    : [];
}

function commandOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function stackWith(files) {
  const stack = new StackApart(folder(`state-${Math.random().toString(36).slice(2)}`));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(stack.folder, name)), { recursive: true });
    fs.writeFileSync(path.join(stack.folder, name), text);
  }
  return stack;
}

function jdk(home, version, { compiles = true } = {}) {
  fs.mkdirSync(path.join(home, 'bin'), { recursive: true });
  fs.writeFileSync(path.join(home, 'release'), `JAVA_VERSION="${version}"\n`);
  if (compiles) {
    fs.writeFileSync(path.join(home, 'bin/javac'), '');
  }
  return home;
}

function folder(name) {
  const made = path.join(scratch, name);
  fs.mkdirSync(made, { recursive: true });
  return made;
}

/** A small disk of its own; undefined, and the test skipped, where this user may not mount one. */
function mount(t, options) {
  const place = folder(`disk-${options.replaceAll(/\W/g, '-')}`);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place]).status !== 0) {
    t.skip('this user may not mount a disk');
    return undefined;
  }
  t.after(() => spawnSync('umount', ['--lazy', place]));
  return place;
}

/** Writes until nothing more fits. */
function fill(file) {
  const block = Buffer.alloc(MEBIBYTE);
  const handle = fs.openSync(file, 'w');
  try {
    for (;;) {
      fs.writeSync(handle, block);
    }
  } catch (error) {
    assert.equal(error.code, 'ENOSPC');
  } finally {
    fs.closeSync(handle);
  }
}

function postmasterOf(stack) {
  const pid = Number.parseInt(readText(stack, 'postgres/data/postmaster.pid'), 10);
  return pid > 0 ? pid : undefined;
}

function read(stack, file) {
  const text = readText(stack, file);
  return text === '' ? undefined : JSON.parse(text);
}

function readText(stack, file) {
  try {
    return fs.readFileSync(path.join(stack.folder, file), 'utf8');
  } catch {
    return '';
  }
}
