import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { subgraphsOf } from '../subgraphs.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** For each module those that it may depend on, `tests` for its tests alone. `subgraph-name` stands for every subgraph. */
const doors = {
  'jooq-codegen': { 'subgraph-spring-boot-starter-test': 'tests' },
  'local-broker': {},
  'subgraph-spring-boot-starter': {},
  'subgraph-spring-boot-starter-test': { 'subgraph-spring-boot-starter': '', 'local-broker': '' },
  'subgraph-name': { 'subgraph-spring-boot-starter': '', 'subgraph-spring-boot-starter-test': 'tests' },
  stack: { 'subgraph-name': '', 'local-broker': '', 'subgraph-spring-boot-starter-test': 'tests' },
};

const subgraphs = subgraphsOf(root).map((name) => `subgraph-${name}`);
const kindOf = (module) => (subgraphs.includes(module) ? 'subgraph-name' : module);
const modules = [...read('pom.xml').matchAll(/<module>(.+)<\/module>/g)].map(([, module]) => module);

for (const module of modules) {
  test(`${module} depends on the modules that it may`, () => {
    const pom = read(`${module}/pom.xml`).replace(/<parent>[^]*?<\/parent>/, '').replace(/<build>[^]*<\/build>/, '');
    const found = [...pom.matchAll(/<dependency>\s*<groupId>io\.missionbrief<\/groupId>([^]*?)<\/dependency>/g)].map(([, text]) => [
      kindOf(/<artifactId>(.+)<\/artifactId>/.exec(text)[1]),
      /<scope>test<\/scope>/.test(text) ? 'tests' : '',
    ]);

    for (const [other, when] of found) {
      const allowed = doors[kindOf(module)]?.[other];
      assert.ok(
        allowed !== undefined && (allowed === when || when === 'tests'),
        `${module}/pom.xml: there is no door to ${other}${allowed === 'tests' ? ' but for tests (<scope>test</scope>)' : ''}, see docs/doors.md`,
      );
    }
  });
}

test('the picture of the modules in docs/doors.md is this one', () => {
  const [, picture] = /<!-- doors: modules -->\n```mermaid\n([^]*?)```/.exec(read('docs/doors.md'));
  const names = new Map([...picture.matchAll(/^ {4}(\w+)\["([\w-]+).*"\]$/gm)].map(([, id, name]) => [id, name]));
  const drawn = [...picture.matchAll(/^ {4}(\w+) (-->|-\. tests \.->) (\w+)$/gm)].map(
    ([, from, arrow, to]) => `${names.get(from)} ${arrow} ${names.get(to)}`,
  );
  const allowed = Object.entries(doors).flatMap(([from, others]) =>
    Object.entries(others).map(([to, when]) => `${from} ${when === '' ? '-->' : '-. tests .->'} ${to}`),
  );

  assert.deepEqual([...names.values()].sort(), Object.keys(doors).sort());
  assert.deepEqual(drawn.sort(), allowed.sort());
});
