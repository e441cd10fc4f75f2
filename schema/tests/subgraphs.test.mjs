import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LOCAL_SUBGRAPHS, capitalized, freeOffset, isAwaited, offsetsOf, subgraphLists } from '../subgraph-lists.mjs';
import { sdlFolder, subgraphsOf } from '../subgraphs.mjs';

// What decides is the folder: whoever copies one by hand is told here what is still to be written, and where.
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const subgraphs = subgraphsOf(root);
const offsets = offsetsOf(read(LOCAL_SUBGRAPHS));
const offsetOf = (name) => offsets.get(name) ?? freeOffset(name, offsets.values());

for (const { file, where, names, entry, exempt = () => false } of subgraphLists) {
  const named = names(read(file));

  for (const name of subgraphs.filter((one) => !exempt(one))) {
    test(`${file} names ${name}`, () => {
      assert.ok(
        named.includes(name),
        `${file} does not name subgraph ${name}. Write, ${where}:\n\n${entry({ name, offset: offsetOf(name) })}`,
      );
    });
  }

  test(`${file} names each once, and none that is not there`, () => {
    const surplus = named.filter((name, place) => named.indexOf(name) !== place || !(subgraphs.includes(name) || isAwaited(name)));

    assert.deepEqual(surplus, [], `${file} names ${surplus}, ${where}: there is no such folder, or it stands there twice. Take it out`);
  });
}

for (const name of subgraphs) {
  const folder = `subgraph-${name}`;
  const settings = `${folder}/src/main/resources/${name}.yaml`;
  const parts = {
    [`${folder}/README.md`]: 'what it owns, its entities, its events, how to run it alone',
    [settings]: `its settings, which begin with spring.config.import: classpath:subgraph.yaml`,
    [sdlFolder(name)]: 'its SDL, a file for each concept',
    [`${folder}/src/main/resources/db/${name}`]: 'its migrations, the first of them V001__<table>.sql',
    [`${folder}/src/main/java/io/missionbrief/${name}/${capitalized(name)}Application.java`]: 'its main class',
  };
  for (const [part, what] of Object.entries(parts)) {
    test(`${part} is there`, () => {
      assert.ok(existsSync(path.join(root, part)), `${part} is missing: ${what}. Was it copied, it still has the name of the original`);
    });
  }

  test(`${folder}/pom.xml is its own`, () => {
    const pom = read(`${folder}/pom.xml`);

    assert.ok(pom.includes(`<artifactId>${folder}</artifactId>`), `${folder}/pom.xml: write <artifactId>${folder}</artifactId>`);
    assert.ok(
      pom.includes(`<subgraph>${name}</subgraph>`),
      `${folder}/pom.xml: write <subgraph>${name}</subgraph> among <properties>; the jOOQ classes are made for it`,
    );
  });

  test(`${folder} holds code of its own package only`, () => {
    const strange = sources(`${folder}/src`).filter(([, text]) => packageOf(text) !== name);

    assert.deepEqual(
      strange.map(([file]) => file),
      [],
      `the package of all code in ${folder} begins with io.missionbrief.${name}: move and rename what does not`,
    );
  });

  test(`${folder} keeps the promises of every subgraph by tests`, () => {
    const tests = sources(`${folder}/src/test`).map(([, text]) => text).join('\n');
    const promises = {
      'ArchitectureRules.of(': 'the rules of the house for its code',
      [`TenancyMatrix.of("${name}")`]: 'no row of its tables crosses a workspace',
      'GoldenSdl.assertUnchanged(': 'its schema changes under review',
      'mappings.assertComplete(': 'each field of its schema is one of its code (SchemaMappings)',
      'GoldenEvents.assertUnchanged(': 'its events change under review',
      'EntityTester.of(': 'its entities are answered in place',
    };
    const missing = Object.entries(promises).filter(([call]) => !tests.includes(call));

    assert.equal(missing.length, 0, missing.map(([call, promise]) => `no test of ${folder} calls ${call}...): ${promise}`).join('\n'));
  });

  test(`each event of ${folder} is in its golden file and in its README`, () => {
    const golden = `${folder}/src/test/resources/golden/${name}.events`;
    const types = sources(`${folder}/src/main`).flatMap(([, text]) => [...text.matchAll(/new EventType\("([\w.]+)"\)/g)].map(([, type]) => type));
    const written = existsSync(path.join(root, golden)) ? read(golden) : '';
    const untried = types.filter((type) => !new RegExp(`^${type}: `, 'm').test(written));
    const untold = types.filter((type) => !read(`${folder}/README.md`).includes(`\`${type}\``));

    assert.deepEqual(untried, [], `${golden} lacks ${untried}: let it happen in GoldenEventsTest, then ./mission test ${name} --golden`);
    assert.deepEqual(untold, [], `${folder}/README.md lacks ${untold} in its table of events`);
  });

  test(`${name} listens alone where the stack has it`, () => {
    const port = /MISSION_BRIEF_PORT:(\d+)/.exec(existsSync(path.join(root, settings)) ? read(settings) : '')?.[1];
    const wanted = 4000 + offsetOf(name);

    assert.equal(
      Number(port),
      wanted,
      `${settings} and the constant ${name.toUpperCase()} of LocalSubgraph.java differ. Write into the first:\n\nserver:\n  port: \${MISSION_BRIEF_PORT:${wanted}}\n`,
    );
  });
}

test('no two subgraphs listen on one port', () => {
  assert.equal(new Set(offsets.values()).size, offsets.size, `${LOCAL_SUBGRAPHS} gives a number twice`);
});

const packages = ['.', ...JSON.parse(read('package.json')).workspaces].map((folder) => path.join(folder, 'package.json'));

for (const file of packages) {
  test(`${file} says what all do, and names exact versions`, () => {
    const { license, engines, version, dependencies, devDependencies, overrides } = JSON.parse(read(file));

    assert.deepEqual({ license, engines, version }, { license: 'UNLICENSED', engines: { node: '>=20' }, version: '0.1.0' });
    for (const [name, wanted] of Object.entries({ ...dependencies, ...devDependencies, ...overrides })) {
      assert.match(wanted, /^\d+\.\d+\.\d+$/, name);
    }
  });
}

/** Path and text of all Java below a folder. */
function sources(folder) {
  return readdirSync(path.join(root, folder), { recursive: true })
    .filter((file) => file.endsWith('.java'))
    .map((file) => [path.join(folder, file), read(path.join(folder, file))]);
}

function packageOf(text) {
  return /^package io\.missionbrief\.(\w+)/m.exec(text)?.[1];
}
