import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, visit } from 'graphql';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** Scopes, or all of a resource, that roles hold before a field asks for them, each with what will ask. */
const awaited = {
  'analytics:read': 'subgraph-analytics',
  'analytics:write': 'subgraph-analytics',
  'analytics:export': 'subgraph-analytics',
  'audit:read': 'subgraph-audit',
  'audit:write': 'subgraph-audit',
  'audit:export': 'subgraph-audit',
  'audit:verify': 'subgraph-audit',
  'insights:read': 'subgraph-insights',
  'insights:write': 'subgraph-insights',
  api_keys: 'keys of machines, in subgraph-admin',
  roles: "a workspace's own roles, in subgraph-admin",
  security_events: 'the security events of subgraph-admin',
  dead_letters: 'the dead letters that subgraph-admin collects',
  system: 'the system overview of subgraph-admin',
  'admin:check_in': 'adminCheckIn',
  'workspaces:suspend': 'suspending a workspace',
  'leads:merge': 'merging duplicates of leads',
  'catalogue:write': 'editing the catalogue',
};

const rolesFile = 'subgraph-admin/src/main/resources/roles.json';
const held = new Set(Object.values(JSON.parse(read(rolesFile))).flat());
const asked = scopesOf(read('schema/supergraph.graphql'));

test('some role holds each scope that the supergraph asks for', () => {
  const missing = [...asked].filter((scope) => !held.has(scope));

  assert.deepEqual(missing, [], `write ${missing} into ${rolesFile}, at each role that shall hold it: nobody may use those fields`);
});

test('each scope that a role holds is asked for, or awaited for a reason', () => {
  const promised = [...held].filter((scope) => !(scope in awaited) && !(scope.split(':')[0] in awaited));

  const unasked = promised.filter((scope) => !asked.has(scope));

  assert.deepEqual(unasked, [], `no field asks for ${unasked}: take it out of ${rolesFile}, or say in this file what will ask`);
});

test('nothing is awaited any longer that is asked for', () => {
  const resources = [...asked].map((scope) => scope.split(':')[0]);
  const come = Object.keys(awaited).filter((one) => asked.has(one) || resources.includes(one));

  assert.deepEqual(come, [], `a field asks for ${come} now: take it out of 'awaited' in this file`);
});

function scopesOf(supergraph) {
  const scopes = new Set();
  visit(parse(supergraph), {
    Directive(directive) {
      if (directive.name.value === 'requiresScopes') {
        visit(directive, { StringValue: ({ value }) => void scopes.add(value) });
      }
    },
  });
  return scopes;
}
