import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { subgraphLists } from '../../../schema/subgraph-lists.mjs';
import { subgraphsOf } from '../../../schema/subgraphs.mjs';
import { servedSdl } from '../new-subgraph/golden-sdl.mjs';
import { withScopes } from '../new-subgraph/scopes.mjs';
import { isLeftOver } from '../new-subgraph/template.mjs';
import { rolesFile, root } from '../paths.mjs';
import { Checkout } from './checkout.mjs';

// The code is not formatted and not built here: Maven is a script that says yes or no. `./mission test new-subgraph` builds.
const tests = ['schema/tests/subgraphs.test.mjs', 'schema/tests/events.test.mjs', 'schema/tests/event-docs.test.mjs', 'schema/tests/roles.test.mjs'];

/** `./mission new subgraph` with a Maven that ends so. */
function make(checkout, args, mavenEnds = 0) {
  const tools = path.join(checkout.folder, 'target');
  fs.mkdirSync(tools, { recursive: true });
  fs.writeFileSync(path.join(tools, 'mvn'), `#!/bin/sh\nexit ${mavenEnds}\n`, { mode: 0o755 });
  return checkout.mission(['new', 'subgraph', ...args], { PATH: `${tools}:${process.env.PATH}`, MISSION_JDK: 'any' });
}

const growing = new Checkout({ after });

const made = [
  ['a new name', 'zebra', [], 4008],
  ['another one', 'yak', ['--concept', 'hoof-print'], 4009],
  ['one that the mission named', 'audit', ['--concept', 'audit-entry'], 4005],
  ['one whose scopes are all there', 'insights', ['--concept', 'insight'], 4007],
];

for (const [what, name, options, port] of made) {
  test(`${what} is made whole: nothing is missing, and nothing of the template is left`, () => {
    const { status, stdout, stderr } = make(growing, [name, ...options]);

    assert.equal(status, 0, stderr);
    assert.match(stdout, new RegExp(`subgraph-${name}/ is made[^]*\\./mission test ${name}[^]*port ${port}`));
    for (const file of tests) {
      const result = growing.test(file);
      assert.equal(result.status, 0, result.stdout);
    }
    const files = growing.files(`subgraph-${name}`);
    assert.ok(files.length > 25, `${files.length} files`);
    assert.deepEqual(
      files.filter((file) => isLeftOver(file) || isLeftOver(growing.read(file))),
      [],
    );
  });
}

test('the supergraph is composed of all that were made', () => {
  const result = growing.test('schema/tests/golden.test.mjs');

  assert.equal(result.status, 0, result.stdout);
  assert.match(growing.read('schema/supergraph.graphql'), /hoofPrints\([^]*zebraItems\(/);
});

test('what a subgraph lacks is told with what to write, and where', async (t) => {
  const checkout = new Checkout(t);
  const original = checkout.contents();
  make(checkout, ['zebra']);
  const without = (file, testFile) => {
    const whole = checkout.read(file);
    checkout.write(file, original[file]);
    const { status, stdout } = checkout.test(testFile);
    checkout.write(file, whole);
    assert.notEqual(status, 0);
    return words(stdout);
  };

  for (const { file, where, entry } of subgraphLists) {
    await t.test(`its name in ${file}`, () => {
      const told = without(file, 'schema/tests/subgraphs.test.mjs');

      assert.ok(told.includes(words(`${file} does not name subgraph zebra. Write, ${where}`)), told);
      assert.ok(told.includes(words(entry({ name: 'zebra', offset: 8 }))), told);
    });
  }

  await t.test('its scopes in roles.json', () => {
    const told = without('subgraph-admin/src/main/resources/roles.json', 'schema/tests/roles.test.mjs');

    assert.match(told, /write (zebra:read,zebra:write|zebra:write,zebra:read) into .*roles\.json/);
  });

  await t.test('its part of the supergraph', () => {
    assert.match(without('schema/supergraph.graphql', 'schema/tests/golden.test.mjs'), /\.\/mission schema compose/);
  });
});

test('who may write what others may read is decided as for the other objects', () => {
  const roles = JSON.parse(withScopes(fs.readFileSync(rolesFile, 'utf8'), 'zebra'));
  const holders = (scope) => Object.keys(roles).filter((role) => roles[role].includes(scope));

  assert.deepEqual(holders('zebra:write'), ['OWNER', 'MANAGER', 'AGENT', 'PLATFORM_OPERATOR']);
  assert.deepEqual(holders('zebra:read'), Object.keys(roles));
});

test('a folder that was copied by hand is told what is still of the original', (t) => {
  const checkout = new Checkout(t);
  fs.cpSync(path.join(checkout.folder, 'subgraph-plans'), path.join(checkout.folder, 'subgraph-copied'), { recursive: true });

  const { stdout } = checkout.test('schema/tests/subgraphs.test.mjs');

  for (const message of [
    /pom\.xml does not name subgraph copied/,
    /subgraph-copied\/pom\.xml: write <artifactId>subgraph-copied<\/artifactId>/,
    /subgraph-copied\/src\/main\/resources\/copied\.yaml is missing/,
    /graphql\/copied is missing: its SDL/,
    /begins with io\.missionbrief\.copied: move and rename/,
    /TenancyMatrix\.of\("copied"\)/,
    /port: \$\{MISSION_BRIEF_PORT:4008\}/,
  ]) {
    assert.match(stdout, message);
  }
});

const untouched = new Checkout({ after });
const contents = untouched.contents();

const refused = [
  ['no name', [], /say its name/],
  ['a name with capitals', ['Billing'], /'Billing' cannot be a subgraph's name: it is a lower-case letter/],
  ['a name with a hyphen', ['my-billing'], /'my-billing' cannot be/],
  ['a name of 21 letters', ['a'.repeat(21)], /cannot be/],
  ['a name that is used', ['leads'], /there is a subgraph leads already, in subgraph-leads\//],
  ['a name of the house', ['starter'], /'starter' means something else/],
  ['a word of SQL', ['order'], /'order' means something else/],
  ['a beginning of roles that PostgreSQL keeps for itself', ['pg'], /'pg' means something else/],
  ['a concept in a folder that is not committed', ['billing', '--concept', 'sales-target'], /target\/ is not committed/],
  ['a concept in the plural', ['billing', '--concept', 'invoices'], /'invoices' seems to be many/],
  ['a name whose scopes are something else', ['quotes'], /roles hold scopes quotes:\.\.\. for something else/],
  ['a concept that is none', ['billing', '--concept', 'My Invoice'], /--concept 'My Invoice' is not one to three words/],
  ['a concept that is a type', ['billing', '--concept', 'lead'], /the supergraph has a type Lead, the supergraph has a field lead/],
  ['a concept that hides a class', ['billing', '--concept', 'outcome'], /Outcome is a class that the code uses/],
  ['a concept that is a word of Java', ['billing', '--concept', 'my-package'], /'package' is a word of Java/],
  ['a concept that is a word of SQL', ['billing', '--concept', 'user'], /'user' is a word of SQL/],
  ['a concept that is a table of all', ['billing', '--concept', 'event-log'], /every subgraph has a table event_log/],
];

for (const [what, args, message] of refused) {
  test(`${what} is refused, and nothing changes`, () => {
    const { status, stderr } = make(untouched, args);

    assert.equal(status, 2);
    assert.match(stderr, /^mission: /);
    assert.match(stderr, message);
    assert.deepEqual(untouched.contents(), contents);
  });
}

test('when the last step fails, everything is as it was', () => {
  const { status, stderr } = make(untouched, ['zebra'], 1);

  assert.equal(status, 1);
  assert.match(stderr, /formatting the code failed.*Nothing was changed\./);
  assert.deepEqual(untouched.contents(), contents);
});

test('a list that cannot be read is named, and nothing changes', (t) => {
  const checkout = new Checkout(t);
  checkout.write('pom.xml', checkout.read('pom.xml').replace('<module>stack</module>', '<!-- no stack -->'));
  const broken = checkout.contents();

  const { status, stderr } = make(checkout, ['zebra']);

  assert.equal(status, 1);
  assert.match(stderr, /pom\.xml could not be read: there is no '<module>stack<\/module>', among <modules>\. Nothing was changed\./);
  assert.deepEqual(checkout.contents(), broken);
});

for (const name of subgraphsOf(root)) {
  test(`the golden schema of ${name} is made of its own definitions and those of all`, () => {
    const goldens = Object.fromEntries(
      subgraphsOf(root).map((one) => [one, fs.readFileSync(path.join(root, `subgraph-${one}/src/test/resources/golden/${one}.graphqls`), 'utf8')]),
    );
    const definitions = goldens[name].trimEnd().split('\n\n');
    const own = definitions.filter((definition) => !Object.values(goldens).every((golden) => golden.includes(definition)));

    assert.equal(servedSdl(own.reverse().join('\n\n'), Object.values(goldens)), goldens[name]);
  });
}

/** A text without the form that a reporter gives it. */
const words = (text) => text.replace(/\\n|\s+/g, ' ').replaceAll('\\', '');
