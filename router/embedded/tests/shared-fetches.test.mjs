import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ClientGone, Departure } from '../departure.mjs';
import { SharedFetches, fetchKey } from '../shared-fetches.mjs';

const request = { url: 'http://plans/graphql', caller: { authorization: 'Bearer a' }, body: '{}' };

const answered = (answer) => () => ({ answer: Promise.resolve(answer), cancel() {} });

/** A fetch whose answer the test gives. */
function pending() {
  const fetch = { calls: 0, cancelled: false };
  fetch.answer = new Promise((resolve, reject) => Object.assign(fetch, { resolve, reject }));
  fetch.begin = () => {
    fetch.calls += 1;
    return { answer: fetch.answer, cancel: () => (fetch.cancelled = true) };
  };
  return fetch;
}

test('a request differs by address, token and body, and by the lack of a token', () => {
  const keys = [
    fetchKey('http://a/', { authorization: 'x' }, '{}'),
    fetchKey('http://b/', { authorization: 'x' }, '{}'),
    fetchKey('http://a/', { authorization: 'y' }, '{}'),
    fetchKey('http://a/', { authorization: 'x' }, '{"a":1}'),
    fetchKey('http://a/', {}, '{}'),
    fetchKey('http://a/', { authorization: '' }, '{}'),
    fetchKey('http://a/', { authorization: 'null' }, '{}'),
  ];

  assert.equal(new Set(keys).size, keys.length);
});

test('the request id and the trace do not keep requests apart', () => {
  assert.equal(
    fetchKey('http://a/', { authorization: 'x', requestId: '1', traceparent: '1' }, '{}'),
    fetchKey('http://a/', { authorization: 'x', requestId: '2', traceparent: '2' }, '{}'),
  );
});

test('an answer is not kept after it was given', async () => {
  const shared = new SharedFetches();
  await shared.get(request, undefined, answered('first'));

  assert.equal(await shared.get(request, undefined, answered('second')), 'second');
});

test('a failure is told to all who wait, and the next one fetches anew', async () => {
  const shared = new SharedFetches();
  const fetch = pending();
  const waiting = [shared.get(request, undefined, fetch.begin), shared.get(request, new Departure(), fetch.begin)];
  fetch.reject(new Error('lost'));

  for (const result of await Promise.allSettled(waiting)) {
    assert.equal(result.reason.message, 'lost');
  }
  assert.equal(fetch.calls, 1);
  assert.equal(await shared.get(request, undefined, answered('again')), 'again');
});

test('one who goes does not take the answer from the other', async () => {
  const shared = new SharedFetches();
  const fetch = pending();
  const leaver = new Departure();
  const left = shared.get(request, leaver, fetch.begin);
  const stayed = shared.get(request, new Departure(), fetch.begin);
  leaver.announce();
  fetch.resolve('answer');

  await assert.rejects(left, ClientGone);
  assert.equal(await stayed, 'answer');
  assert.equal(fetch.cancelled, false);
});

test('when all have gone the fetch is abandoned, and nobody joins it any more', async () => {
  const shared = new SharedFetches();
  const fetch = pending();
  const leaver = new Departure();
  const left = shared.get(request, leaver, fetch.begin);
  leaver.announce();

  await assert.rejects(left, ClientGone);
  assert.equal(fetch.cancelled, true);
  assert.equal(await shared.get(request, undefined, answered('anew')), 'anew');
});

test('one who had gone before asks nothing of a subgraph for long', async () => {
  const shared = new SharedFetches();
  const fetch = pending();
  const gone = new Departure();
  gone.announce();

  await assert.rejects(shared.get(request, gone, fetch.begin), ClientGone);
  assert.equal(fetch.cancelled, true);
});
