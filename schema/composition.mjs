import { composeServices } from '@apollo/composition';
import { describedByOwners } from './entities.mjs';
import { differOnlyByLicence, withoutLicensedFeatures } from './licence.mjs';
import { fieldsThatTakeOthersWithThem } from './lost-subgraph.mjs';
import { CompositionFailed, placesOf } from './problems.mjs';

/**
 * Makes one supergraph of the subgraphs, in the two forms that routers need.
 *
 * @param {import('./subgraph-sources.mjs').Subgraph[]} subgraphs
 * @returns {{ supergraph: string, unlicensed: string, hints: import('./problems.mjs').Problem[] }}
 *     supergraph with every directive; unlicensed without those that an Apollo Router needs a licence for; hints about
 *     what composes but is likely a mistake
 * @throws {CompositionFailed} naming file, line and subgraph of each reason
 */
export function compose(subgraphs) {
  const problems = fieldsThatTakeOthersWithThem(subgraphs);
  const described = describedByOwners(subgraphs);
  const { errors, hints = [], supergraphSdl } = composeServices(described);
  problems.push(...(errors ?? []).map(problemOf));
  if (problems.length > 0) {
    throw new CompositionFailed(problems);
  }
  const supergraph = endingWithNewline(supergraphSdl);
  const unlicensed = composeUnlicensed(described);
  if (!differOnlyByLicence(supergraph, unlicensed)) {
    throw new CompositionFailed([
      { message: 'Without @authenticated and @requiresScopes the supergraph differs by more than them', places: [] },
    ]);
  }
  return { supergraph, unlicensed, hints: hints.map(hintOf) };
}

function composeUnlicensed(subgraphs) {
  const { errors, supergraphSdl } = composeServices(subgraphs.map(withoutLicensedFeatures));
  if (errors?.length) {
    throw new CompositionFailed(errors.map(problemOf));
  }
  return endingWithNewline(supergraphSdl);
}

const endingWithNewline = (text) => `${text.trimEnd()}\n`;

function problemOf(error) {
  return { message: error.message, code: error.extensions?.code, places: placesOf(error.nodes) };
}

function hintOf(hint) {
  return { message: hint.message, code: hint.definition.code, places: placesOf(hint.nodes) };
}
