import { installPackages, runTool } from '../build.mjs';
import { Problem } from '../problem.mjs';

export const help = `
usage: ./mission schema compose [--check]

Composes the supergraph from the subgraphs' SDL into schema/supergraph.graphql and schema/supergraph.unlicensed.graphql.

  --check   writes nothing, and fails when the files differ from what would be written
`;

export const options = { check: { type: 'boolean', default: false } };
export const positionals = 1;

export async function run({ check }, [action]) {
  if (action !== 'compose') {
    throw new Problem(action === undefined ? 'say what: ./mission schema compose' : `there is no 'schema ${action}'. There is: compose.`, 2);
  }
  installPackages();
  runTool(process.execPath, ['schema/compose.mjs', ...(check ? ['--check'] : [])], 'composition');
}
