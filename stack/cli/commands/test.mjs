import fs from 'node:fs';
import path from 'node:path';
import { subgraphsOf } from '../../../schema/subgraphs.mjs';
import { installPackages, markBuilt, requireJdk, runTool } from '../build.mjs';
import { root } from '../paths.mjs';
import { Problem } from '../problem.mjs';

/** Module of Maven, and the package that its tests lie in. */
const javaModules = {
  ...Object.fromEntries(subgraphsOf(root).map((name) => [name, [`subgraph-${name}`, name]])),
  starter: ['subgraph-spring-boot-starter-test', 'subgraph'],
  codegen: ['jooq-codegen', 'jooq'],
  stack: ['stack', 'stack'],
};

const nodeModules = { schema: 'schema', router: 'router', cli: 'stack/cli' };

/** Too long for every run: makes a subgraph in a copy of the checkout, builds it and runs its tests. */
const NEW_SUBGRAPH = 'new-subgraph';

const modules = [...Object.keys(javaModules), ...Object.keys(nodeModules)];

export const help = `
usage: ./mission test [module]

Runs every test. With a module, the tests of that one alone: ${modules.join(', ')}.

  ./mission test ${NEW_SUBGRAPH}    not among them, for it takes a minute: what ./mission new subgraph makes is built and tested
`;

export const options = {};
export const positionals = 1;

export async function run(_values, [module]) {
  if (module === undefined) {
    requireJdk();
    installPackages();
    markBuilt(() => maven(['verify']));
    node(Object.values(nodeModules));
  } else if (Object.hasOwn(javaModules, module)) {
    requireJdk();
    const [artifact, packageName] = javaModules[module];
    maven(['test', '-pl', artifact, '-am', `-Dtest=io/missionbrief/${packageName}/**/*Test`, '-Dsurefire.failIfNoSpecifiedTests=false']);
  } else if (Object.hasOwn(nodeModules, module)) {
    installPackages();
    node([nodeModules[module]]);
  } else if (module === NEW_SUBGRAPH) {
    requireJdk();
    installPackages();
    runTool(process.execPath, ['--test', path.join(root, 'stack/cli/tests/new-subgraph.build.mjs')], 'the test of a new subgraph');
  } else {
    throw new Problem(`there is no module '${module}'. The modules are: ${modules.join(', ')}.`, 2);
  }
}

function maven(args) {
  runTool('mvn', ['--batch-mode', '--no-transfer-progress', ...args], 'the Java tests');
}

function node(folders) {
  const files = folders.flatMap((folder) => testsBelow(path.join(root, folder)));
  runTool(process.execPath, ['--test', '--test-concurrency=1', ...files], 'the Node.js tests');
}

function testsBelow(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.mjs') && !name.includes('node_modules'))
    .map((name) => path.join(folder, name));
}
