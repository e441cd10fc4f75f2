import { mutate, send } from '../graphql-client.mjs';
import * as operations from '../operations.mjs';

const levels = 50;
const aliases = 10_000;

/**
 * What a client can get wrong: who is to answer, what is sent, and the code and words that it gets. A mistake of the
 * business is answered in `userErrors`, any other in `errors`.
 *
 * @param {Awaited<ReturnType<typeof prepare>>} made
 * @returns {{mistake: string, subgraph: string, token?: string, document: string, input?: object, code: string,
 *   message: RegExp}[]}
 */
export function mistakes({ tokens, lead, plan, version, retired, expired, offer }) {
  const leads = '{ leads(first: 1) { nodes { id } } }';
  const quoteOf = (planVersionId) => ({ leadId: lead.id, lines: [{ planVersionId, quantity: 1 }] });
  return [
    { mistake: 'no token', subgraph: 'leads', token: undefined, document: leads, code: 'UNAUTHENTICATED', message: /Bearer/ },
    { mistake: 'a wrong token', subgraph: 'leads', token: tokens.forged, document: leads, code: 'UNAUTHENTICATED', message: /token/ },
    { mistake: 'an expired token', subgraph: 'leads', token: tokens.expired, document: leads, code: 'UNAUTHENTICATED', message: /token/ },
    { mistake: 'an unknown workspace', subgraph: 'leads', token: tokens.nowhere, document: leads, code: 'UNAUTHENTICATED', message: /workspace/ },
    {
      mistake: 'a missing scope', subgraph: 'leads', token: tokens.reader,
      document: operations.createLead, input: { name: 'Nobody', source: 'API' }, code: 'FORBIDDEN', message: /leads:write/,
    },
    { mistake: 'a malformed id', subgraph: 'leads', token: tokens.manager, document: '{ lead(id: "17") { id } }', code: 'BAD_USER_INPUT', message: /id/ },
    {
      mistake: 'a malformed id in an input', subgraph: 'offers', token: tokens.manager,
      document: operations.createOffer, input: { quoteId: '17' }, code: 'BAD_USER_INPUT', message: /quoteId/,
    },
    {
      mistake: 'an illegal step', subgraph: 'leads', token: tokens.manager,
      document: operations.changeLeadStatus, input: { leadId: lead.id, status: 'WON', expectedVersion: lead.version },
      code: 'ILLEGAL_TRANSITION', message: /CONTACTED/,
    },
    {
      mistake: 'a negative price', subgraph: 'plans', token: tokens.manager,
      document: operations.publishPlanVersion,
      input: { planId: plan.id, expectedVersion: plan.version, currency: 'EUR', setup: '0', recurring: '-1.00' },
      code: 'INVALID_VALUE', message: /negative|0 or more|less than/,
    },
    {
      mistake: 'a quote on a retired plan version', subgraph: 'offers', token: tokens.manager,
      document: operations.createQuote, input: quoteOf(retired.id), code: 'RETIRED', message: /retired/i,
    },
    {
      mistake: 'an acceptance after the expiry', subgraph: 'offers', token: tokens.manager,
      document: operations.moveOffer('acceptOffer'), input: { offerId: expired.id, expectedVersion: expired.version },
      code: 'EXPIRED', message: /expired/,
    },
    {
      mistake: 'an old version', subgraph: 'offers', token: tokens.manager,
      document: operations.moveOffer('withdrawOffer'), input: { offerId: offer.id, expectedVersion: offer.version - 1 },
      code: 'STALE_VERSION', message: /Version 1 .* 2/,
    },
    {
      mistake: 'an offer of another workspace', subgraph: 'offers', token: tokens.stranger,
      document: operations.moveOffer('withdrawOffer'), input: { offerId: offer.id, expectedVersion: offer.version },
      code: 'NOT_FOUND', message: /offer/,
    },
    { mistake: 'a query 50 levels deep', subgraph: 'leads', token: tokens.manager, document: deep(lead.id), code: 'QUERY_TOO_COMPLEX', message: /15/ },
    { mistake: '10,000 aliases', subgraph: 'leads', token: tokens.manager, document: manyAliases(), code: 'QUERY_TOO_COMPLEX', message: /at most|allowed/ },
  ];

  function deep(id) {
    const open = 'applications(first: 1) { nodes { lead { '.repeat(levels / 3 + 1);
    return `{ lead(id: "${id}") { ${open} id ${'} } }'.repeat(levels / 3 + 1)} } }`;
  }

  function manyAliases() {
    return `{ ${Array.from({ length: aliases }, (_, number) => `a${number}: __typename`).join(' ')} }`;
  }
}

/** What the mistakes are made on: a lead, a plan with a retired version, an offer that stands, and one that has expired. */
export async function prepare(url, tokens) {
  const { manager } = tokens;
  const product = (await send(url, manager, operations.products)).data.products.nodes.find(({ code }) => code === 'FIBRE');
  await mutate(url, manager, operations.attachProduct, { productId: product.id });
  const { plan: draft } = await mutate(url, manager, operations.createPlan, {
    productId: product.id, code: `MISTAKES-${Date.now()}`, name: 'Mistakes', billingPeriod: 'MONTHLY',
  });
  const publish = async () =>
    (await mutate(url, manager, operations.publishPlanVersion, {
      planId: draft.id, expectedVersion: (await planNow(url, manager, draft.code)).version, currency: 'EUR', setup: '0', recurring: '10.00',
    })).planVersion;
  const retired = await publish();
  const version = await publish();
  const { lead } = await mutate(url, manager, operations.createLead, { name: 'Ada Mistaken', source: 'API' });
  const expiresAt = new Date(Date.now() + 3_000);
  const expired = await sentOffer(url, manager, lead, version, expiresAt);
  const offer = await sentOffer(url, manager, lead, version, new Date(Date.now() + 86_400_000));
  return { tokens, lead, plan: await planNow(url, manager, draft.code), version, retired, expired, expiresAt, offer };
}

const planNow = async (url, token, code) => (await send(url, token, operations.planByCode, { code })).data.plan;

async function sentOffer(url, token, lead, version, expiresAt) {
  const { quote } = await mutate(url, token, operations.createQuote, {
    leadId: lead.id, lines: [{ planVersionId: version.id, quantity: 1 }],
  });
  const { offer } = await mutate(url, token, operations.createOffer, { quoteId: quote.id, expiresAt: expiresAt.toISOString() });
  const sent = await mutate(url, token, operations.moveOffer('sendOffer'), { offerId: offer.id, expectedVersion: offer.version });
  return sent.offer;
}
