import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../compose.mjs';

test('the committed supergraph is what the subgraphs compose to', () => {
  const lines = [];

  const code = run(['--check'], { out: () => {}, err: (line) => lines.push(line) });

  assert.equal(code, 0, lines.join('\n'));
});
