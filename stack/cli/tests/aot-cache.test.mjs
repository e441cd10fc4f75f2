import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { AotCache, keyOf } from '../aot-cache.mjs';
import { aotFolder } from '../paths.mjs';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'mission-aot-'));
let folder;

beforeEach(() => (folder = fs.mkdtempSync(path.join(scratch, 'folder-'))));
after(() => fs.rmSync(scratch, { recursive: true }));

test('a finished cache is taken over, and those of former builds go', () => {
  write('old-3.aot', 'old');
  write('old.failed', 'why');
  const cache = of('new');

  cache.adopt(write('draft', 'finished'));

  assert.equal(fs.readFileSync(cache.file, 'utf8'), 'finished');
  assert.equal(fs.readdirSync(folder).length, 1);
});

test('a cache of another build is not used', () => {
  of('old').adopt(write('draft', 'finished'));

  assert.equal(of('new').file, undefined);
});

test('a draft, and a cache that was cut, are not used', () => {
  const cache = of('new');
  write('draft', 'half');
  assert.equal(cache.file, undefined);
  cache.adopt(write('draft', 'finished'));

  fs.truncateSync(cache.file, 4);

  assert.equal(cache.file, undefined);
});

test('a failure is kept for its build alone', () => {
  of('new').fail('the JDK said no');

  assert.equal(of('new').failure, 'the JDK said no');
  assert.equal(of('newer').failure, undefined);
});

test('the key changes with the JDK, the jars, their order, and their contents', () => {
  const jdk = path.join(folder, 'jdk');
  write('jdk/release', '25.0.3');
  write('jdk/lib/modules', '');
  const jars = ['a.jar', 'b.jar'].map((name) => write(name, name));
  const times = fs.statSync(jars[0]);
  const key = keyOf(jdk, jars);

  assert.equal(keyOf(jdk, jars), key);
  assert.notEqual(keyOf(jdk, jars.toReversed()), key);
  assert.notEqual(keyOf(jdk, jars.slice(1)), key);
  fs.utimesSync(jars[0], new Date(0), new Date(0));
  assert.notEqual(keyOf(jdk, jars), key);
  fs.utimesSync(jars[0], times.atime, times.mtime);
  write('jdk/release', '25.0.4');
  assert.notEqual(keyOf(jdk, jars), key);
});

test('a jar of this project is known by its contents, whatever its time says', () => {
  const jar = path.join(aotFolder, `../key-${process.pid}.jar`);
  const jdk = path.join(folder, 'jdk');
  write('jdk/release', '25.0.3');
  write('jdk/lib/modules', '');
  const keyOfJar = (contents) => {
    fs.writeFileSync(jar, contents);
    fs.utimesSync(jar, new Date(0), new Date(0));
    return keyOf(jdk, [jar]);
  };
  try {
    assert.notEqual(keyOfJar('one'), keyOfJar('two'));
    assert.equal(keyOfJar('one'), keyOfJar('one'));
  } finally {
    fs.rmSync(jar, { force: true });
  }
});

const of = (key) => new AotCache({ folder, key });

function write(name, contents) {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, contents);
  return file;
}
