import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ask, codesOf, eventually } from '../../conformance/client.mjs';

const MAIN = fileURLToPath(new URL('../main.mjs', import.meta.url));
const SUPERGRAPH = fileURLToPath(new URL('../../../schema/supergraph.graphql', import.meta.url));

/** The router as a process of its own, over the real supergraph. */
function launch(t, ...args) {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += chunk));
  child.stderr.on('data', (chunk) => (said.err += chunk));
  return { child, said, ended: once(child, 'close').then(([code]) => code) };
}

const URL_LINE = /"url":"([^"]+)"/;

test('serves until it is told to stop, and then ends well', async (t) => {
  const { child, said, ended } = launch(t, '--supergraph', SUPERGRAPH, '--port', '0');
  await eventually(
    () => URL_LINE.test(said.out),
    () => said.err,
    20_000,
  );
  const url = URL_LINE.exec(said.out)[1];

  assert.equal((await ask(url, '{ __typename }')).data.__typename, 'Query');
  assert.deepEqual(
    codesOf(await ask(url, '{ plans { totalCount } leads { totalCount } }')),
    Array(2).fill('SERVICE_UNAVAILABLE'),
  );
  child.kill('SIGTERM');

  assert.equal(await ended, 0);
  assert.equal(said.err, '');
});

test('a taken port is one line that says what to do', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  t.after(() => other.close());
  await once(other, 'listening');
  const { port } = other.address();

  const { said, ended } = launch(t, '--supergraph', SUPERGRAPH, '--port', String(port));

  assert.equal(await ended, 4);
  assert.equal(said.err, `Port ${port} is taken by another program. Stop it, or give another one with --port.\n`);
});

test('a taken port of metrics is named by its flag', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  t.after(() => other.close());
  await once(other, 'listening');
  const port = String(other.address().port);

  const { said, ended } = launch(t, '--supergraph', SUPERGRAPH, '--port', '0', '--metrics-port', port);

  assert.equal(await ended, 4);
  assert.match(said.err, /give another one with --metrics-port\.\n$/);
});

for (const [name, args, code, message] of [
  [
    'a missing supergraph',
    ['--supergraph', '/nowhere/supergraph.graphql'],
    3,
    /^\/nowhere\/supergraph.graphql cannot be read \(ENOENT\)[^\n]*\n$/,
  ],
  ['a file that is none', ['--supergraph', MAIN], 3, /^[^\n]*main\.mjs is not a supergraph:[^\n]*\n$/],
  ['an unknown flag', ['--prot', '1'], 2, /--prot/],
  [
    'an unknown subgraph',
    ['--supergraph', SUPERGRAPH, '--subgraph', 'lead=http://127.0.0.1:1/'],
    2,
    /--subgraph lead: .* knows admin, leads, offers, plans/,
  ],
]) {
  test(`${name} is told, with an exit code of its own`, async (t) => {
    const { said, ended } = launch(t, ...args);

    assert.equal(await ended, code);
    assert.match(said.err, message);
  });
}
