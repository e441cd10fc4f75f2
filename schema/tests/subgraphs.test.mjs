import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

// A subgraph stands in many lists, each in the language of whoever reads it. What decides is the folder.
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const sdlOf = (name) => `subgraph-${name}/src/main/resources/graphql/${name}`;
const subgraphs = readdirSync(root)
  .map((folder) => /^subgraph-(\w+)$/.exec(folder)?.[1])
  .filter((name) => name && existsSync(path.join(root, sdlOf(name))))
  .sort();

const found = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);
const section = (text, from, to) => text.split(from)[1].split(to)[0];
/** What stands below a key of a YAML file, one level deeper. */
const keysBelow = (text, key) => {
  const [, indent, block] = new RegExp(`^( *)${key}:\\n((?: *(?:#.*)?\\n|\\1 .*\\n)*)`, 'm').exec(text);
  return found(block, new RegExp(`^${indent}  ([\\w-]+):`, 'gm'));
};

const stack = read('stack/src/main/java/io/missionbrief/stack/LocalSubgraph.java');
const offsets = new Map(
  [...stack.matchAll(/^ {4}([A-Z]+)\(\w+Application\.class, (\d+)\)[,;]$/gm)].map(([, name, offset]) => [
    name.toLowerCase(),
    Number(offset),
  ]),
);
const parent = read('pom.xml');
const inPoms = /<artifactId>subgraph-(\w+)<\/artifactId>/g;

const lists = {
  'pom.xml, modules': found(parent, /<module>subgraph-(\w+)<\/module>/g),
  'pom.xml, dependencyManagement': found(section(parent, '<dependencyManagement>', '</dependencyManagement>'), inPoms),
  'stack/pom.xml': found(read('stack/pom.xml'), inPoms),
  'LocalSubgraph.java': [...offsets.keys()],
  'schema/manifest.json': Object.keys(JSON.parse(read('schema/manifest.json')).subgraphs),
  'router/apollo-router.yaml': keysBelow(read('router/apollo-router.yaml'), 'override_subgraph_url'),
  'router/hive-router.yaml': keysBelow(read('router/hive-router.yaml'), 'override_subgraph_urls'),
  'router/README.md': found(read('router/README.md'), /--subgraph (\w+)=/g),
  'stack/cli/commands/test.mjs': found(read('stack/cli/commands/test.mjs'), /\['subgraph-(\w+)', '\w+'\]/g),
};

for (const [where, names] of Object.entries(lists)) {
  test(`${where} lists every subgraph, and no other`, () => {
    assert.deepEqual([...names].sort(), subgraphs);
  });
}

test('every subgraph but the issuer may ask it for tokens: admin.yaml', () => {
  const clients = keysBelow(read('subgraph-admin/src/main/resources/admin.yaml'), 'clients');

  assert.deepEqual(
    clients.map((client) => client.replace('subgraph-', '')).sort(),
    subgraphs.filter((name) => name !== 'admin'),
  );
});

test('the database knows every subgraph: bootstrap.sql', () => {
  const [, known] = /everything constant text := '([\w,]+)'/.exec(
    read('subgraph-spring-boot-starter/src/main/resources/db/bootstrap.sql'),
  );

  assert.deepEqual(
    subgraphs.filter((name) => !known.split(',').includes(name)),
    [],
  );
});

for (const name of subgraphs) {
  test(`${name} listens alone where the stack and the router's README have it`, () => {
    const [, alone] = /MISSION_BRIEF_PORT:(\d+)/.exec(read(`subgraph-${name}/src/main/resources/${name}.yaml`)) ?? [];
    const [, told] = new RegExp(`--subgraph ${name}=http://127.0.0.1:(\\d+)/`).exec(read('router/README.md')) ?? [];

    assert.deepEqual({ alone: Number(alone), told: Number(told) }, { alone: 4000 + offsets.get(name), told: Number(alone) });
  });

  test(`the schema of ${name} is read from its folder`, () => {
    assert.equal(JSON.parse(read('schema/manifest.json')).subgraphs[name], sdlOf(name));
  });
}

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
