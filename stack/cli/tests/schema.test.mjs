import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, test } from 'node:test';
import { Checkout } from './checkout.mjs';

const PLAN = 'subgraph-plans/src/main/resources/events/plans/Plan.json';

const checkout = new Checkout({ after });
const git = (...args) => execFileSync('git', ['-c', 'user.name=ann', '-c', 'user.email=ann@example.org', ...args], { cwd: checkout.folder });
git('init', '--quiet');
git('add', PLAN);
git('commit', '--quiet', '--message', 'Describe plans');

test('schema check finds nothing in what was committed', () => {
  const { status, stdout, stderr } = checkout.mission(['schema', 'check']);

  assert.equal(status, 0, stderr);
  assert.match(stdout, /Events keep what they said at HEAD\./);
});

test('schema check names what consumers would lose', () => {
  const plan = JSON.parse(checkout.read(PLAN));
  delete plan.properties.code;
  plan.required = plan.required.filter((name) => name !== 'code');
  checkout.write(PLAN, JSON.stringify(plan));

  const stale = checkout.mission(['schema', 'check']);
  const made = checkout.mission(['schema', 'events']);
  const { status, stderr } = checkout.mission(['schema', 'check', '--against', 'HEAD']);

  assert.equal(stale.status, 1);
  assert.match(stale.stderr, /docs\/events\/plans\.md is not what the schemas of events say[^]*\.\/mission schema events/);
  assert.equal(made.status, 0, made.stderr);
  assert.equal(status, 1);
  assert.ok(stderr.includes(`events do not keep what they said at HEAD (docs/events/README.md says what they promise):\n${PLAN}: /code is gone\n`), stderr);
});

const wrong = {
  'schema check --against nowhere': /git cannot read the revision 'nowhere': /,
  'schema check --against=--output=x': /git cannot read the revision '--output=x': /,
  'schema compose --against HEAD': /--against belongs to 'schema check', not to 'schema compose'/,
  'schema publish': /there is no 'schema publish'\. There is: compose, events, check\./,
  schema: /say what: \.\/mission schema compose\. There is: compose, events, check\./,
};

for (const [call, message] of Object.entries(wrong)) {
  test(`${call} says what is wrong`, () => {
    const { status, stderr } = checkout.mission(call.split(' '));

    assert.equal(status, 2, stderr);
    assert.match(stderr, message);
  });
}
