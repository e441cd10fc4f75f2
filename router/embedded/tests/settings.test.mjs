import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BadSetting, HELP, readSettings } from '../settings.mjs';

test('without flags there is a setting for everything', () => {
  const settings = readSettings([]);

  assert.equal(settings.port, 4000);
  assert.equal(settings.metricsPort, false);
  assert.equal(settings.subgraphTimeout, 10_000);
  assert.equal(settings.introspection, true);
  assert.deepEqual(settings.subgraphs, {});
  assert.ok(Object.values(settings).every((value) => value !== undefined));
});

test('a flag wins over a variable, a variable over the default', () => {
  const environment = { MISSION_BRIEF_ROUTER_PORT: '4100', MISSION_BRIEF_ROUTER_MAX_DEPTH: '7' };

  const settings = readSettings(['--port', '4200'], environment);

  assert.equal(settings.port, 4200);
  assert.equal(settings.maxDepth, 7);
  assert.equal(settings.maxAliases, 100);
});

test('addresses of subgraphs come one a flag, or as a list in a variable', () => {
  const expected = { leads: 'http://127.0.0.1:4002/graphql', plans: 'http://127.0.0.1:4001/graphql' };
  const pairs = Object.entries(expected).map(([name, url]) => `${name}=${url}`);

  assert.deepEqual(readSettings(pairs.flatMap((pair) => ['--subgraph', pair])).subgraphs, expected);
  assert.deepEqual(readSettings([], { MISSION_BRIEF_ROUTER_SUBGRAPH: pairs.join(', ') }).subgraphs, expected);
});

for (const args of [
  ['--port', '70000'],
  ['--port', 'http'],
  ['--metrics-port', 'on'],
  ['--subgraph', 'leads'],
  ['--subgraph', 'leads=4002'],
  ['--subgraph-timeout', '10'],
  ['--introspection', 'yes'],
  ['--log-level', 'loud'],
  ['--max-depth', 'many'],
]) {
  test(`${args.join(' ')} is refused by name, with what it takes`, () => {
    assert.throws(
      () => readSettings(args),
      (error) => error instanceof BadSetting && error.message.startsWith(args[0]),
    );
  });
}

test('an unknown flag is refused by name', () => {
  assert.throws(() => readSettings(['--prot', '1']), /--prot/);
});

test('help names each flag with its default', () => {
  assert.equal(readSettings(['--help']), undefined);
  assert.match(HELP, /--subscription-life TIME .*\(30m\)/);
});
