import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GraphQLError, buildSchema, executeSync, parse } from 'graphql';
import { neutral } from '../errors.mjs';

const schema = buildSchema('type Query { name: String!, lead(id: Int): String }');

/** @returns what a client is told of the error, and what the log is told */
function told(error) {
  const reported = [];
  const { message, extensions } = neutral(error, {
    requestId: 'request-1',
    introspection: true,
    report: (unforeseen) => reported.push(unforeseen),
  });
  return { message, extensions, reported };
}

const errorOf = (query, variableValues) => executeSync({ schema, document: parse(query), variableValues }).errors[0];

test('a null where none may be is the fault of this side, and told without its words', () => {
  const error = errorOf('{ name }');
  assert.match(error.message, /Cannot return null for non-nullable field Query\.name/);

  const { message, extensions, reported } = told(error);

  assert.deepEqual(extensions, { code: 'INTERNAL', requestId: 'request-1' });
  assert.doesNotMatch(message, /Query|null/);
  assert.deepEqual(reported, [error]);
});

test('an error that the engine raises about itself is neither told nor the fault of the client', () => {
  const { message, extensions } = told(new GraphQLError('Cannot read entity at plan node 7'));

  assert.equal(extensions.code, 'INTERNAL');
  assert.doesNotMatch(message, /plan node/);
});

test('a variable that does not fit is the fault of the client, and told by its name', () => {
  const { message, extensions, reported } = told(errorOf('query ($id: Int) { lead(id: $id) }', { id: 'one' }));

  assert.deepEqual(extensions, { code: 'BAD_USER_INPUT', field: 'id' });
  assert.match(message, /Int cannot represent/);
  assert.deepEqual(reported, []);
});
