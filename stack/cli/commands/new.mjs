import { installPackages, requireJdk } from '../build.mjs';
import { makeSubgraph } from '../new-subgraph/make.mjs';
import { SubgraphNames } from '../new-subgraph/names.mjs';
import { Problem } from '../problem.mjs';

export const help = `
usage: ./mission new subgraph NAME [--concept CONCEPT]

Makes the module subgraph-NAME with one concept: its table, schema, queries, mutations, events and tests. Writes its name into
every list that needs it, composes the supergraph, and formats the code. Either all of it is done, or nothing is changed.

  NAME           such as billing: lower-case letters and digits, 2 to 20
  --concept C    what it is about, in the singular, such as invoice or risk-score (default: NAME-item)

examples:
  ./mission new subgraph insights --concept insight
  ./mission test insights
`;

export const options = { concept: { type: 'string' } };
export const positionals = 2;

export async function run({ concept }, [what, name]) {
  if (what !== 'subgraph') {
    throw new Problem(what === undefined ? 'say what: ./mission new subgraph NAME' : `there is no 'new ${what}'. There is: subgraph.`, 2);
  }
  if (name === undefined) {
    throw new Problem('say its name: ./mission new subgraph NAME', 2);
  }
  const names = new SubgraphNames(name, concept ?? `${name}-item`);
  requireJdk();
  installPackages();
  const { port, lists } = await makeSubgraph(names);
  console.log(`
subgraph-${name}/ is made: one concept, ${names.type}, with its table, schema, events and tests.
Its queries are ${names.field} and ${names.fields}; its package and its ids are called ${names.noun}.
Its name is written into ${lists.join(', ')}.

  ./mission test ${name.padEnd(20)} its own tests
  ./mission test schema               that nothing is missing
  ./mission up                        starts it beside the others, on port ${port} when the router is on 4000

What is next: CONTRIBUTING.md, "A subgraph".
`);
}
