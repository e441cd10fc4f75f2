import { EventEmitter, on } from 'node:events';
import { GraphQLError, parse } from 'graphql';
import { compose } from '../../schema/composition.mjs';
import { StubServer } from './stub-server.mjs';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes"])`;

const PLANS = `${LINK}
type Query {
  plans: [Plan!]
}
type Plan @key(fields: "id") {
  id: ID!
  name: String!
  secretPrice: String
}`;

const LEADS = `${LINK}
type Query {
  leads(count: Int! = 3): [Lead!] @requiresScopes(scopes: [["leads:read"]])
  lead(id: ID!): Lead
  "An error with this code; without one, an error as a broken subgraph raises it."
  failing(code: String): String
}
type Mutation {
  createLead(name: String!, input: LeadInput): Lead
}
input LeadInput {
  email: String!
  ranks: [Int!]
}
type Lead @key(fields: "id") {
  id: ID!
  name: String!
  friend: Lead
}`;

const OFFERS = `${LINK}
type Query {
  offers: [Offer!]
}
type Mutation {
  createOffer(leadId: ID!): Offer
}
type Subscription {
  offerStatusChanged(leadId: ID): OfferStatusChange!
}
type OfferStatusChange {
  status: String!
  version: Int!
  lead: Lead
  offer: Offer
}
type Offer @key(fields: "id") {
  id: ID!
  status: String!
  lead: Lead
  plan: Plan
}
type Lead @key(fields: "id") {
  id: ID!
  offers: [Offer!]
}
type Plan @key(fields: "id", resolvable: false) {
  id: ID!
}`;

/** A lead that nobody may see. */
export const HIDDEN = 'lead-hidden';

/**
 * Subgraphs of plans, leads and offers. What they answer names the tenant of the token, so that an answer given to the
 * wrong one is seen.
 *
 * @param {number[]} ports of plans, leads and offers; 0 for any
 */
export async function startStubSubgraphs(ports = [0, 0, 0]) {
  const changes = new EventEmitter().setMaxListeners(0);
  const [plans, leads, offers] = await Promise.all(
    [plansStub(), leadsStub(), offersStub(changes)].map((stub, index) => stub.start(ports[index])),
  );
  return {
    plans,
    leads,
    offers,
    all: [plans, leads, offers],
    /** A change of status that every subscriber of the tenant sees. */
    change: (tenant, change) => changes.emit('change', { tenant, ...change }),
    supergraph: compose([
      { name: 'leads', url: leads.url, typeDefs: parse(LEADS) },
      { name: 'offers', url: offers.url, typeDefs: parse(OFFERS) },
      { name: 'plans', url: plans.url, typeDefs: parse(PLANS) },
    ]),
  };
}

function plansStub() {
  const plan = (id, tenant) => ({ id, name: `${id} of ${tenant}`, secretPrice: null });
  return new StubServer(PLANS, {
    Query: { plans: (_, __, { tenant }) => [plan('plan-1', tenant), plan('plan-2', tenant)] },
    Plan: { __resolveReference: ({ id }, { tenant }) => plan(id, tenant) },
  });
}

function leadsStub() {
  const lead = (id, tenant) => (id === HIDDEN ? null : { id, name: `${id} of ${tenant}`, friend: { id: HIDDEN } });
  return new StubServer(LEADS, {
    Query: {
      leads: (_, { count }, { tenant }) =>
        Array.from({ length: count }, (_, index) => lead(`lead-${index + 1}`, tenant)),
      lead: (_, { id }, { tenant }) => lead(id, tenant),
      failing: (_, { code }) => {
        throw code
          ? new GraphQLError('Told by the subgraph.', { extensions: { code, field: 'name' } })
          : new GraphQLError('org.postgresql.util.PSQLException: relation "lead" does not exist', {
              extensions: { classification: 'INTERNAL_ERROR', stacktrace: ['at io.missionbrief.leads'] },
            });
      },
    },
    Mutation: { createLead: (_, { name }, { tenant }) => ({ ...lead('lead-9', tenant), name }) },
    Lead: { __resolveReference: ({ id }, { tenant }) => lead(id, tenant), friend: () => null },
  });
}

function offersStub(changes) {
  const offer = (id, leadId) => ({ id, status: 'SENT', lead: { id: leadId }, plan: { id: 'plan-1' } });
  return new StubServer(OFFERS, {
    Query: { offers: () => [offer('offer-1', 'lead-1'), offer('offer-2', HIDDEN)] },
    Mutation: { createOffer: (_, { leadId }) => offer('offer-9', leadId) },
    Subscription: {
      offerStatusChanged: {
        async *subscribe(_, { leadId }, { tenant }) {
          if (leadId === 'none') {
            throw new GraphQLError('Give offerId or leadId.', { extensions: { code: 'BAD_USER_INPUT' } });
          }
          for await (const [change] of on(changes, 'change')) {
            if (change.tenant === tenant) {
              yield { offerStatusChanged: { ...change, lead: { id: leadId }, offer: offer('offer-1', leadId) } };
            }
          }
        },
      },
    },
    Lead: {
      __resolveReference: ({ id }) => ({ id }),
      offers: ({ id }) => [offer(`offer-of-${id}`, id)],
    },
    Offer: { __resolveReference: ({ id }) => offer(id, 'lead-1') },
  });
}
