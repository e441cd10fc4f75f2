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
  'local-broker': ['local-broker', 'broker'],
  stack: ['stack', 'stack'],
};

const nodeModules = { schema: 'schema', router: 'router', cli: 'stack/cli' };

/** Too long for every run: makes a subgraph in a copy of the checkout, builds it and runs its tests. */
const NEW_SUBGRAPH = 'new-subgraph';

const modules = [...Object.keys(javaModules), ...Object.keys(nodeModules)];

export const help = `
usage: ./mission test [module] [--only NAME] [--golden]

Runs every test. With a module, the tests of that one alone: ${modules.join(', ')}.

  --only NAME   of the module only the test classes, or the files of tests, whose names begin so, such as PlanList
  --golden      of a subgraph: takes over its schema, its events and the doors between its packages as they are now into the
                golden files, docs/doors.md and docs/events, and composes the supergraph; look at the difference before it is committed

  ./mission test ${NEW_SUBGRAPH}    not among them, for it takes a minute: what ./mission new subgraph makes is built and tested
`;

export const options = { only: { type: 'string', default: '' }, golden: { type: 'boolean', default: false } };
export const positionals = 1;

export async function run({ only, golden }, [module]) {
  if ((only !== '' || golden) && module === undefined) {
    throw new Problem(`${golden ? '--golden' : '--only'} is for one module: say which, such as ./mission test plans.`, 2);
  }
  if (golden && module !== 'starter' && !subgraphsOf(root).includes(module)) {
    throw new Problem(`--golden is for a subgraph or the starter, and '${module}' is neither.`, 2);
  }
  if (module === undefined) {
    requireJdk();
    installPackages();
    markBuilt(() => maven(['verify']));
    node(Object.values(nodeModules));
  } else if (golden) {
    writeGoldenFiles(module);
  } else if (Object.hasOwn(javaModules, module)) {
    requireTests(module, only);
    requireJdk();
    ofModule(module, [`${only.replace(/Test$/, '')}*Test`]);
  } else if (Object.hasOwn(nodeModules, module)) {
    installPackages();
    node([nodeModules[module]], only);
  } else if (module === NEW_SUBGRAPH) {
    requireJdk();
    installPackages();
    runTool(process.execPath, ['--test', path.join(root, 'stack/cli/tests/new-subgraph.build.mjs')], 'the test of a new subgraph');
  } else {
    throw new Problem(`there is no module '${module}'. The modules are: ${modules.join(', ')}.`, 2);
  }
}

/** Maven says nothing when no class has the name. */
function requireTests(module, only) {
  const [artifact] = javaModules[module];
  const files = fs.readdirSync(path.join(root, artifact, 'src/test/java'), { recursive: true }).map((file) => path.basename(file));
  if (!files.some((file) => file.startsWith(only.replace(/Test$/, '')) && file.endsWith('Test.java'))) {
    throw new Problem(`no test class of ${artifact} begins with '${only}'.`, 2);
  }
}

function writeGoldenFiles(module) {
  requireJdk();
  installPackages();
  ofModule(module, module === 'starter' ? ['*ArchitectureTest'] : ['Golden*Test', 'ArchitectureTest'], '-Dgolden=write');
  runTool(process.execPath, ['schema/compose.mjs'], 'composition');
  runTool(process.execPath, ['schema/event-docs.mjs'], 'making the pages of events');
  console.log('Written. Look at the difference: git diff docs schema **/golden');
}

/** Of a Java module the test classes with names of these forms. */
function ofModule(module, classes, ...more) {
  const [artifact, packageName] = javaModules[module];
  maven(['test', '-pl', artifact, '-am', `-Dtest=${classes.map((name) => `io/missionbrief/${packageName}/**/${name}`)}`, '-Dsurefire.failIfNoSpecifiedTests=false', ...more]);
}

function maven(args) {
  runTool('mvn', ['--batch-mode', '--no-transfer-progress', ...args], 'the Java tests');
}

function node(folders, only = '') {
  const files = folders.flatMap((folder) => testsBelow(path.join(root, folder))).filter((file) => path.basename(file).startsWith(only));
  if (files.length === 0) {
    throw new Problem(`no file of tests begins with '${only}'.`, 2);
  }
  runTool(process.execPath, ['--test', '--test-concurrency=1', ...files], 'the Node.js tests');
}

function testsBelow(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.mjs') && !name.includes('node_modules'))
    .map((name) => path.join(folder, name));
}
