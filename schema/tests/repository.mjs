import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../compose.mjs';
import { SHARED_SDL, sdlFolder } from '../subgraphs.mjs';

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@requiresScopes"])`;

export const PLANS = `type Query { plans: [Plan!] @requiresScopes(scopes: [["plans:read"]]) }
"A plan, told by its owner."
type Plan @key(fields: "id") {
  id: ID!
  name: String!
  code: String!
}
`;

/** Where they lie. */
export const PLANS_FILE = `${sdlFolder('plans')}/plan.graphqls`;
const OFFERS_FILE = `${sdlFolder('offers')}/offer.graphqls`;

export const OFFERS = `type Query { offers: [Offer!] }
type Offer @key(fields: "id") {
  id: ID!
  plan: Plan
}
"A plan, told by a neighbour."
type Plan @key(fields: "id", resolvable: false) { id: ID! }
`;

/** A repository of two subgraphs in a folder of its own, which goes when the test ends. */
export function repository(test, { plans = PLANS, offers = OFFERS } = {}) {
  const root = mkdtempSync(path.join(tmpdir(), 'compose-'));
  test.after(() => rmSync(root, { recursive: true }));
  const put = (file, text) => {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  put(`${SHARED_SDL}/federation.graphqls`, FEDERATION);
  put(PLANS_FILE, plans);
  put(OFFERS_FILE, offers);
  put('subgraph-plans/pom.xml', '');
  put('subgraph-offers/pom.xml', '');
  mkdirSync(path.join(root, 'schema'));
  return {
    put,
    read: (file) => readFileSync(path.join(root, file), 'utf8'),
    compose(...args) {
      const lines = [];
      const say = (line) => lines.push(line);
      return { code: run(args, { root, out: say, err: say }), output: () => lines.join('\n') };
    },
  };
}
