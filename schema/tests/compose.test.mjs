import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OFFERS, PLANS, PLANS_FILE, repository } from './repository.mjs';

const LICENSED = 'schema/supergraph.graphql';
const UNLICENSED = 'schema/supergraph.unlicensed.graphql';

test('writes one supergraph that routes each subgraph to its name', (t) => {
  const { compose, read } = repository(t);

  assert.equal(compose().code, 0);

  assert.match(read(LICENSED), /PLANS @join__graph\(name: "plans", url: "http:\/\/plans\/graphql"\)/);
  assert.match(read(LICENSED), /OFFERS @join__graph\(name: "offers", url: "http:\/\/offers\/graphql"\)/);
});

test('writes the same text again', (t) => {
  const { compose, read } = repository(t);
  compose();
  const first = read(LICENSED);

  assert.match(compose().output(), /supergraph.graphql is up to date/);
  assert.equal(read(LICENSED), first);
});

test('leaves out of the unlicensed supergraph the scopes and nothing else', (t) => {
  const { compose, read } = repository(t);
  compose();

  assert.match(read(LICENSED), /@requiresScopes\(scopes: \[\["plans:read"\]\]\)/);
  assert.doesNotMatch(read(UNLICENSED), /requiresScopes/);
  assert.match(read(UNLICENSED), /plans: \[Plan!\]/);
});

test('lets the owner of an entity describe it', (t) => {
  const { compose, read } = repository(t);
  compose();

  assert.match(read(LICENSED), /told by its owner/);
  assert.doesNotMatch(read(LICENSED), /told by a neighbour/);
});

test('--check is content with what was composed', (t) => {
  const { compose } = repository(t);
  compose();

  assert.equal(compose('--check').code, 0);
});

test('--check fails on a difference, shows it and changes nothing', (t) => {
  const { compose, put, read } = repository(t);
  compose();
  const committed = read(LICENSED);
  put(PLANS_FILE, PLANS.replace('name: String!', 'title: String!'));

  const { code, output } = compose('--check');

  assert.equal(code, 1);
  assert.match(output(), /- {3}name: String![^]*\+ {3}title: String!/);
  assert.match(output(), /mission schema compose/);
  assert.equal(read(LICENSED), committed);
});

const mistakes = [
  ['a syntax error', { plans: `${PLANS}\ntype {` }, /plans\/plan\.graphqls:9 \(plans\)/],
  [
    'an unknown type',
    { offers: OFFERS.replace('plan: Plan', 'plan: Plann') },
    /Plann[^]*offers\/offer\.graphqls:4 \(offers\)/,
  ],
  [
    'a field that two subgraphs give other types',
    {
      offers: OFFERS.replace(
        'Plan @key(fields: "id", resolvable: false) { id: ID! }',
        'Plan @key(fields: "id") { id: ID! name: Int @shareable }',
      ),
    },
    /Plan\.name[^]*offers\/offer\.graphqls:7 \(offers\)[^]*plans\/plan\.graphqls:5 \(plans\)/,
  ],
];
for (const [name, sources, message] of mistakes) {
  test(`names subgraph, file and line of ${name}, and writes nothing`, (t) => {
    const { compose, put, read } = repository(t, sources);

    const { code, output } = compose();

    assert.equal(code, 1);
    assert.match(output(), message);
    assert.throws(() => read(LICENSED), { code: 'ENOENT' });
  });
}

const greedy = [
  ['a root field', { plans: PLANS.replace('[Plan!]', '[Plan!]!') }, /Query\.plans .* stand beside it/],
  [
    'a reference to a foreign entity',
    { offers: OFFERS.replace('plan: Plan', 'plan: Plan!') },
    /Offer\.plan .* refers to an entity of plans/,
  ],
  [
    'a field added to a foreign entity',
    { offers: OFFERS.replace(', resolvable: false) { id: ID! }', ') { id: ID! offers: [Offer!]! }') },
    /Plan\.offers .* offers adds it to an entity of plans/,
  ],
];
for (const [name, sources, message] of greedy) {
  test(`refuses ${name} that would take others with it when its subgraph is lost`, (t) => {
    const { code, output } = repository(t, sources).compose();

    assert.equal(code, 1);
    assert.match(output(), message);
  });
}

test('an unknown option is answered with the help', (t) => {
  const { code, output } = repository(t).compose('--chek');

  assert.equal(code, 2);
  assert.match(output(), /--check/);
});

test('names the subgraph whose folder holds no SDL', (t) => {
  const { compose, put } = repository(t);
  put('subgraph-audit/pom.xml', '');

  assert.match(
    compose().output(),
    /holds no \.graphqls file\n {2}at subgraph-audit\/src\/main\/resources\/graphql\/audit:1 \(audit\)/,
  );
});

test('passes over what a build has left of a subgraph that is not there', (t) => {
  const { compose, put } = repository(t);
  put('subgraph-audit/target/classes/audit.yaml', '');

  assert.equal(compose().code, 0);
});
