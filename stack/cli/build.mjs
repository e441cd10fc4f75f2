import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findJdk } from './jdk.mjs';
import { root } from './paths.mjs';
import { Problem } from './problem.mjs';

const target = path.join(root, 'stack/target');
const classpathFile = path.join(target, 'classpath');
const marker = path.join(target, 'built');

let jdk;

/** The folder of a JDK 25. */
export function requireJdk() {
  jdk ??= findJdk();
  if (jdk.missing) {
    throw new Problem(jdk.missing);
  }
  return jdk.home;
}

/** Runs a build tool in the project's root, its output going to the terminal. */
export function runTool(command, args, what) {
  const env = command === 'mvn' ? { ...process.env, JAVA_HOME: requireJdk() } : process.env;
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  if (result.error?.code === 'ENOENT') {
    throw new Problem(`${command} is missing: install it and put it on the PATH.`);
  }
  if (result.status !== 0) {
    throw new Problem(`${what} failed; the lines above say why.`, result.status ?? 1);
  }
}

/** Installs the Node.js packages when the lock file has changed since they were installed. */
export function installPackages() {
  const installed = modified(path.join(root, 'node_modules/.package-lock.json'));
  if (installed < modified(path.join(root, 'package-lock.json'))) {
    console.error('Installing Node.js packages ...');
    runTool('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'npm ci');
  }
}

/** Builds the Java modules when a source has changed since the last build. */
export function buildStack() {
  requireJdk();
  installPackages();
  if (fs.existsSync(classpathFile) && newestSource() < modified(marker)) {
    return;
  }
  console.error('Building (a minute or two the first time) ...');
  markBuilt(() =>
    runTool(
      'mvn',
      ['--quiet', '--batch-mode', '--threads', '2', '-DskipTests', '-Dspotless.check.skip', '-Dspring-boot.repackage.skip', '-pl', 'stack', '-am', 'package'],
      'the build',
    ),
  );
}

/** Notes that a build of all modules was done, as of its start: what changes meanwhile may not be in it. */
export function markBuilt(build) {
  const startedAt = new Date();
  build();
  fs.writeFileSync(marker, '');
  fs.utimesSync(marker, startedAt, startedAt);
}

/** The class path of the built stack, jar by jar, as an AOT cache wants it. */
export const classpath = () => [ownJar(), ...fs.readFileSync(classpathFile, 'utf8').trim().split(path.delimiter)];

function ownJar() {
  const name = fs.readdirSync(target).find((file) => /^stack-[\d.]+(-SNAPSHOT)?\.jar$/.test(file));
  return path.join(target, name ?? 'stack.jar');
}

function newestSource() {
  const modules = fs.readdirSync(root).filter((name) => fs.existsSync(path.join(root, name, 'pom.xml')));
  const files = [path.join(root, 'pom.xml')];
  for (const module of modules) {
    files.push(path.join(root, module, 'pom.xml'), ...filesBelow(path.join(root, module, 'src/main')));
  }
  return Math.max(...files.map(modified));
}

function filesBelow(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

function modified(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1;
}
