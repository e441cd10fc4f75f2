import { Kind, parse, print, visit } from 'graphql';

/** What an Apollo Router without a GraphOS licence refuses to start with. The subgraphs enforce all of it themselves. */
const LICENSED = new Set(['authenticated', 'requiresScopes', 'policy']);
const LICENSED_SCALARS = new Set([
  'requiresScopes__Scope',
  'federation__Scope',
  'policy__Policy',
  'federation__Policy',
]);

const isLicensed = (node) => LICENSED.has(node.name.value.replace(/^federation__/, ''));

/**
 * The same subgraph without the directives that need a licence.
 *
 * @param {import('./subgraph-sources.mjs').Subgraph} subgraph
 * @returns {import('./subgraph-sources.mjs').Subgraph}
 */
export function withoutLicensedFeatures(subgraph) {
  return {
    ...subgraph,
    typeDefs: visit(subgraph.typeDefs, {
      Directive: (node) =>
        isLicensed(node) ? null : node.name.value === 'link' ? withoutLicensedImports(node) : undefined,
    }),
  };
}

/**
 * Whether two supergraphs differ by nothing but the features that need a licence.
 *
 * @param {string} licensed
 * @param {string} unlicensed
 */
export function differOnlyByLicence(licensed, unlicensed) {
  return print(strippedSupergraph(licensed)) === print(parse(unlicensed, { noLocation: true }));
}

function strippedSupergraph(sdl) {
  return visit(parse(sdl, { noLocation: true }), {
    Directive: (node) => (isLicensed(node) || linksLicensedFeature(node) ? null : undefined),
    DirectiveDefinition: (node) => (isLicensed(node) ? null : undefined),
    ScalarTypeDefinition: (node) => (LICENSED_SCALARS.has(node.name.value) ? null : undefined),
  });
}

function linksLicensedFeature(directive) {
  const url = directive.name.value === 'link' && directive.arguments.find((argument) => argument.name.value === 'url');
  return url && [...LICENSED].some((feature) => url.value.value.includes(`/${feature}/`));
}

function withoutLicensedImports(link) {
  return visit(link, {
    ListValue: (list) => ({ ...list, values: list.values.filter((value) => !importsLicensedFeature(value)) }),
  });
}

function importsLicensedFeature(value) {
  const name =
    value.kind === Kind.OBJECT ? value.fields.find((field) => field.name.value === 'name')?.value.value : value.value;
  return LICENSED.has(name?.replace(/^@/, ''));
}
