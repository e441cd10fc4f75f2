import fs from 'node:fs';
import path from 'node:path';
import { requireJdk, runTool } from '../build.mjs';
import { root } from '../paths.mjs';
import { Problem } from '../problem.mjs';

export const help = `
usage: ./mission format [module]

Formats the Java code, as the build wants it: that of all modules, or of one, such as plans or subgraph-plans.
`;

export const options = {};
export const positionals = 1;

export async function run(_values, [module]) {
  const only = module === undefined ? [] : ['-pl', folderOf(module)];
  requireJdk();
  runTool('mvn', ['--quiet', '--batch-mode', '--no-transfer-progress', ...only, 'spotless:apply'], 'formatting');
}

function folderOf(module) {
  const found = [module, `subgraph-${module}`].find((folder) => fs.existsSync(path.join(root, folder, 'pom.xml')));
  if (found === undefined) {
    throw new Problem(`there is no module '${module}': name a folder with a pom.xml, or a subgraph.`, 2);
  }
  return found;
}
