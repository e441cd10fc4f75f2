import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const page = 'docs/dependencies.md';
const plain = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

const modules = readdirSync(root).filter((folder) => existsSync(path.join(root, folder, 'pom.xml')));

/** What a pom names: dependencies, plugins and what the compiler is given. */
function artifactsOf(file) {
  const pom = read(file).replace(/<parent>[^]*?<\/parent>/, '');
  return [...pom.matchAll(/<(?:dependency|plugin|path)>\s*<groupId>(.*?)<\/groupId>\s*<artifactId>(.*?)<\/artifactId>\s*(<version>)?/g)].map(
    ([, group, artifact, version]) => ({ group, artifact, versioned: version !== undefined }),
  );
}

/** The names in the first column: several in a line, and what stands in brackets belongs to the name before. */
const named = new Set(
  read(page)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => line.split('|')[1].replace(/\(.*?\)/g, '').split(/,| with | and /))
    .map(plain),
);

/** Whether the page has an artifact by its name, or by how the name begins: ArchUnit stands for archunit-junit5. */
function isTold(artifact) {
  const words = artifact.replace(/\$\{.*\}/, '').split(/[-_]/).filter(Boolean);
  return words.some((_, place) => named.has(plain(words.slice(0, place + 1).join(''))));
}

/** The house's own modules, and Maven's own plugins. */
const isOwn = ({ group, artifact }) => group === 'io.missionbrief' || artifact.startsWith('maven-');

for (const file of ['pom.xml', ...modules.map((folder) => `${folder}/pom.xml`)]) {
  test(`${file}: each dependency has a line in ${page}`, () => {
    const untold = artifactsOf(file).filter((one) => !isOwn(one) && !isTold(one.artifact));

    assert.deepEqual(
      untold.map(({ artifact }) => artifact),
      [],
      `write a line for ${untold.map(({ artifact }) => artifact)} into ${page}: what for, what else was looked at, licence`,
    );
  });
}

for (const folder of modules) {
  test(`${folder}/pom.xml leaves versions to the parent`, () => {
    const versioned = artifactsOf(`${folder}/pom.xml`).filter(({ group, versioned }) => versioned && group !== 'io.missionbrief');

    assert.deepEqual(
      versioned.map(({ artifact }) => artifact),
      [],
      `${folder}/pom.xml: move the version into <dependencyManagement> of pom.xml, with a property among <properties>`,
    );
  });
}

for (const folder of ['.', ...JSON.parse(read('package.json')).workspaces]) {
  const file = path.join(folder, 'package.json');

  test(`${file}: each package has a line in ${page}`, () => {
    const { dependencies, devDependencies } = JSON.parse(read(file));
    const untold = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !read(page).includes(name));

    assert.deepEqual(untold, [], `write a line for ${untold} into ${page}: what for, what else was looked at, licence`);
  });
}

test(`each line of ${page} says what for, what else was looked at, and the licence`, () => {
  const lines = read(page)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const unfinished = lines.filter((line) => line.split('|').slice(1, -1).length !== 4 || line.split('|').slice(1, -1).some((cell) => cell.trim() === ''));

  assert.deepEqual(unfinished, []);
});

test('the lock file names no registry', () => {
  assert.doesNotMatch(read('package-lock.json'), /"resolved": "http/, 'package-lock.json: run npm in this folder, where .npmrc leaves addresses out');
});
