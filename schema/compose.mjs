#!/usr/bin/env node
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compose } from './composition.mjs';
import { differencesOf, write } from './golden-files.mjs';
import { CompositionFailed, describe } from './problems.mjs';
import { readSubgraphs } from './subgraph-sources.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const HELP = `Composes the subgraphs' SDL into schema/supergraph.graphql and schema/supergraph.unlicensed.graphql.

  --check   write nothing; fail when the committed files are not what the subgraphs compose to
  --help    this text`;

/** @returns {number} the exit code: 0 when all is well, 1 when the schema is not, 2 for a wrong call */
export function run(args, { root = path.dirname(HERE), out = console.log, err = console.error } = {}) {
  let options;
  try {
    options = parseArgs({ args, options: { check: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    err(`${error.message}\n\n${HELP}`);
    return 2;
  }
  if (options.help) {
    out(HELP);
    return 0;
  }
  try {
    const { supergraph, unlicensed, hints } = compose(readSubgraphs(root));
    hints.forEach((hint) => out(`hint ${describe(hint)}`));
    const files = { 'schema/supergraph.graphql': supergraph, 'schema/supergraph.unlicensed.graphql': unlicensed };
    return options.check ? check(files, { root, out, err }) : write(files, { root, out });
  } catch (error) {
    if (!(error instanceof CompositionFailed)) {
      throw error;
    }
    err(error.message);
    err(`\n${error.problems.length} problem(s); nothing was written`);
    return 1;
  }
}

function check(files, { root, out, err }) {
  const differences = differencesOf(files, root);
  differences.forEach(({ file, first }) => err(`${file} is not what the subgraphs compose to; first difference:\n${first}`));
  if (differences.length > 0) {
    err('\nRun `./mission schema compose`, review the difference and commit it.');
    return 1;
  }
  out('The supergraph is what the subgraphs compose to.');
  return 0;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  process.exitCode = run(process.argv.slice(2));
}
