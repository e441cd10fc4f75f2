import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventQueue } from '../event-queue.mjs';

const queue = (limit = 2, onEnd = () => {}) => new EventQueue(limit, onEnd);

test('events come in the order in which they were offered', async () => {
  const events = queue();
  const waiting = events.next();
  events.offer(1);
  events.offer(2);

  assert.deepEqual(
    [await waiting, await events.next()],
    [
      { value: 1, done: false },
      { value: 2, done: false },
    ],
  );
});

test('no more events wait than there is room for', () => {
  const events = queue(2);

  assert.deepEqual([events.offer(1), events.offer(2), events.offer(3)], [true, true, false]);
});

test('what waits and the last event still come after the end', async () => {
  const events = queue();
  events.offer(1);
  events.finish(2);
  events.offer(3);

  assert.deepEqual(
    [await events.next(), await events.next(), await events.next()],
    [
      { value: 1, done: false },
      { value: 2, done: false },
      { value: undefined, done: true },
    ],
  );
});

test('whoever leaves while waiting is released at once, and the source is let go of once', async () => {
  let ends = 0;
  const events = queue(2, () => (ends += 1));
  const waiting = events.next();
  await events.return();
  await events.return();
  events.finish();

  assert.deepEqual(await waiting, { value: undefined, done: true });
  assert.equal(ends, 1);
});
