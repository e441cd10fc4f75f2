import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Checkout } from './checkout.mjs';

// Run by `./mission test new-subgraph` alone: it builds with Maven, in a copy of the checkout.
test('a subgraph that was just made builds, keeps the format and passes its own tests, without one edit', (t) => {
  const checkout = new Checkout(t, { built: true });

  const made = checkout.mission(['new', 'subgraph', 'zebra', '--concept', 'hoof-print']);
  assert.equal(made.status, 0, made.stderr);

  const tested = checkout.mission(['test', 'zebra']);
  assert.equal(tested.status, 0, tested.stdout.split('\n').slice(-80).join('\n') + tested.stderr);
  assert.match(tested.stdout, /Tests run: [3-9]\d, Failures: 0, Errors: 0, Skipped: 0/);
});
