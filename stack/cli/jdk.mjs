import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const WANTED = '25';
const MOST_NAMED = 3;

/** Where systems and version managers put JDKs: a folder, what the JDK's own begins with, and what follows it. */
const PLACES = [
  ['/usr/lib/jvm', '', ''],
  ['/opt/java', '', ''],
  ['/opt', 'jdk', ''],
  [path.join(os.homedir(), '.jdks'), '', ''],
  [path.join(os.homedir(), '.sdkman/candidates/java'), '', ''],
  ['/Library/Java/JavaVirtualMachines', '', 'Contents/Home'],
];

/**
 * Looks for a JDK 25, which may lie beside an older default one: what the environment names first, then where JDKs lie.
 *
 * @param {{MISSION_JDK?: string, JAVA_HOME?: string, PATH?: string}} [environment]
 * @param {string[][]} [places]
 * @returns {{home?: string, missing?: string}} its folder, or what to do where there is none
 */
export function findJdk(environment = process.env, places = PLACES) {
  const { MISSION_JDK: told, JAVA_HOME: named } = environment;
  const found = [told, named, onPath(environment.PATH ?? ''), ...places.flatMap(([folder, begin, end]) => jdksIn(folder, begin, end))]
    .filter((home) => home)
    .map((home) => ({ home, version: versionOf(home), compiles: fs.existsSync(path.join(home, 'bin/javac')) }));
  const jdk = found.find(({ version, compiles }) => isWanted(version) && compiles);
  return jdk ? { home: jdk.home } : { missing: tell(found, named) };
}

function tell(found, named) {
  const known = found.filter(({ home, version }, index) => (version || home === named) && found.findIndex((other) => other.home === home) === index);
  const seen = known.slice(0, MOST_NAMED).map((candidate) => describe(candidate, named));
  const what = seen.length === 0 ? 'no Java was found' : `there is ${seen.join(', ')}`;
  return `JDK ${WANTED} is missing: ${what}. Install one (any vendor) and set JAVA_HOME to its folder.`;
}

function describe({ home, version, compiles }, named) {
  const place = home === named ? `JAVA_HOME=${home}` : home;
  if (version === undefined) {
    return `${place}, which is no JDK`;
  }
  return isWanted(version) && !compiles ? `${place}, a runtime without a compiler (javac)` : `${place}, version ${version}`;
}

const isWanted = (version) => version !== undefined && version.split(/[.+-]/)[0] === WANTED;

function versionOf(home) {
  try {
    return /^JAVA_VERSION="([^"]+)"/m.exec(fs.readFileSync(path.join(home, 'release'), 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

/** The JDK of the `java` that a shell would start. */
function onPath(folders) {
  for (const folder of folders.split(path.delimiter)) {
    try {
      return path.dirname(path.dirname(fs.realpathSync(path.join(folder, 'java'))));
    } catch {
      // none in this one
    }
  }
  return undefined;
}

function jdksIn(folder, begin, end) {
  try {
    return fs
      .readdirSync(folder)
      .filter((name) => name.includes(begin))
      .sort()
      .map((name) => path.join(folder, name, end));
  } catch {
    return [];
  }
}
