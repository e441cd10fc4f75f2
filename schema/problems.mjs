/**
 * One thing that keeps the subgraphs from becoming one supergraph, and where to mend it.
 *
 * @typedef {{ message: string, code?: string, places: { subgraph?: string, file: string, line: number }[] }} Problem
 */

/** Thrown with all that is wrong at once, so that one run shows everything there is to mend. */
export class CompositionFailed extends Error {
  /** @param {Problem[]} problems */
  constructor(problems) {
    super(problems.map(describe).join('\n'));
    this.name = 'CompositionFailed';
    this.problems = problems;
  }
}

/** @param {Problem} problem */
export function describe({ message, code, places }) {
  const where = places.map(({ subgraph, file, line }) => `  at ${file}:${line}${subgraph ? ` (${subgraph})` : ''}`);
  return [code ? `${code}: ${message}` : message, ...new Set(where)].join('\n');
}

/**
 * Where the nodes of a syntax tree stand in their files.
 *
 * @param {readonly (import('graphql').ASTNode & { subgraph?: string })[]} [nodes]
 * @returns {Problem['places']}
 */
export function placesOf(nodes = []) {
  return nodes
    .filter((node) => node?.loc)
    .map(({ name, loc, subgraph }) => {
      const { source, startToken } = name?.loc ?? loc; // a definition begins with its description
      return { subgraph, file: source.name, line: startToken.line };
    });
}
