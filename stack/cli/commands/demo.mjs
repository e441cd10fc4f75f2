import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, liveClient, mutate, send } from '../graphql-client.mjs';
import * as operations from '../operations.mjs';
import { stackLog } from '../paths.mjs';
import { Problem } from '../problem.mjs';
import { endpoint, issuer, requireReady } from '../run-state.mjs';
import { signToken } from '../token.mjs';

export const help = `
usage: ./mission demo

Plays the story of a lead that becomes an accepted offer, through the router, and prints each step. A salesperson
watches over WebSocket; each event is printed as it arrives. At the end a user of another workspace looks for all of it.
`;

export const options = {};

const EVENT_LIMIT = 10_000;

/** How long the first event may take before it counts as missed. */
const FIRST_EVENT_LIMIT = 2_000;

export async function run() {
  const state = requireReady();
  const url = endpoint(state);
  const tokenFor = (workspace, role) => signToken({ issuer: issuer(state), workspace, role });
  const manager = await tokenFor('1001', 'MANAGER');
  const agent = await tokenFor('1001', 'AGENT');
  const stranger = await tokenFor('1002', 'OWNER');

  const version = await sellAPlan(url, manager);
  const lead = await receiveALead(url, agent);
  const application = await apply(url, agent, lead, version);
  const quote = await priceAQuote(url, agent, lead, application, version);
  const offer = await decideAnOffer(url, { agent, manager }, lead, quote);
  await showEverything(url, agent, lead);
  await lookFromOutside(url, stranger, lead, offer);
  console.log('\nThe story is told.');
}

async function sellAPlan(url, token) {
  step('A manager of workspace 1001 makes a plan and publishes its price');
  const productId = await anyProduct(url, token);
  await mutate(url, token, operations.attachProduct, { productId });
  const code = `DEMO-${Date.now().toString(36).toUpperCase()}`;
  const { plan } = await mutate(url, token, operations.createPlan, {
    productId,
    code,
    name: 'Fibre 500',
    billingPeriod: 'MONTHLY',
    features: [{ name: 'Speed', value: '500 Mbit/s' }],
  });
  tell(`plan ${plan.code} "${plan.name}" is ${plan.status}`);
  const { planVersion } = await mutate(url, token, operations.publishPlanVersion, {
    planId: plan.id,
    expectedVersion: plan.version,
    currency: 'EUR',
    setup: '49.00',
    recurring: '39.90',
  });
  tell(`version ${planVersion.number}: ${money(planVersion.setup)} once, ${money(planVersion.recurring)} a month; the plan is ${planVersion.plan.status}`);
  return { ...planVersion, planId: plan.id };
}

async function anyProduct(url, token) {
  const { products } = await ask(url, token, operations.products);
  return products.nodes.find((product) => product.code === 'FIBRE').id;
}

async function receiveALead(url, token) {
  step('A lead arrives');
  const { lead } = await mutate(url, token, operations.createLead, {
    name: 'Ada Brightwater',
    email: `ada.${Date.now()}@example.com`,
    phone: '+4930901820',
    source: 'WEBSITE',
    sourceDetail: 'contact form',
  });
  tell(`lead ${lead.reference} "${lead.name}" is ${lead.status}`);
  return lead;
}

async function apply(url, token, lead, version) {
  step('An application is started and submitted');
  const { application } = await mutate(url, token, operations.createApplication, {
    leadId: lead.id,
    requestedPlanId: version.planId,
    answers: { household: 3 },
  });
  tell(`application ${application.reference} is ${application.status}`);
  const submitted = await mutate(url, token, operations.submitApplication, {
    applicationId: application.id,
    expectedVersion: application.version,
  });
  tell(`it is ${submitted.application.status}`);
  return application;
}

async function priceAQuote(url, token, lead, application, version) {
  step('A quote is priced from the plan version');
  const { quote } = await mutate(url, token, operations.createQuote, {
    leadId: lead.id,
    applicationId: application.id,
    lines: [{ planVersionId: version.id, quantity: 2, discountPercent: '5', taxPercent: '19' }],
  });
  for (const { description, amount } of quote.currentRevision.lines[0].explanation) {
    tell(`  ${description.padEnd(28)} ${money(amount)}`);
  }
  const { totals } = quote.currentRevision;
  tell(`quote ${quote.reference}: ${money(totals.setupTotal)} once, ${money(totals.recurringTotal)} a month`);
  return quote;
}

async function decideAnOffer(url, { agent, manager }, lead, quote) {
  step('A salesperson watches; a first offer is withdrawn, a second one sent, seen and accepted');
  const events = await subscribe(url, agent, lead.id);
  try {
    await withdrawAnOffer(url, manager, quote, events);
    let offer = await makeAnOffer(url, agent, quote);
    for (const [field, status] of [['sendOffer', 'SENT'], ['markOfferViewed', 'VIEWED'], ['acceptOffer', 'ACCEPTED']]) {
      offer = await moveAnOffer(url, agent, offer, field);
      expectEvent(await events.of(offer, EVENT_LIMIT), offer, status);
    }
    return offer;
  } finally {
    await events.close();
  }
}

/**
 * Withdraws an offer and sees the event. The protocol does not say when a subscription stands: when the event came too
 * early for it, it is done once more.
 */
async function withdrawAnOffer(url, token, quote, events) {
  for (const deadline = Date.now() + EVENT_LIMIT; Date.now() < deadline; ) {
    const offer = await moveAnOffer(url, token, await makeAnOffer(url, token, quote), 'withdrawOffer');
    const event = await events.of(offer, FIRST_EVENT_LIMIT);
    if (event) {
      expectEvent(event, offer, 'WITHDRAWN');
      return;
    }
  }
  throw missed();
}

async function makeAnOffer(url, token, quote) {
  const { offer } = await mutate(url, token, operations.createOffer, { quoteId: quote.id, terms: '24 months' });
  tell(`offer ${offer.reference} is ${offer.status}`);
  return offer;
}

async function moveAnOffer(url, token, offer, field) {
  const moved = await mutate(url, token, operations.moveOffer(field), { offerId: offer.id, expectedVersion: offer.version });
  return { ...offer, ...moved.offer };
}

const missed = () => new Problem(`no live event came in ${EVENT_LIMIT / 1000} s; see ${path.dirname(stackLog)}`);

function expectEvent(event, offer, status) {
  if (event === undefined) {
    throw missed();
  }
  const plans = event.offer.lines.map((line) => line.plan?.code);
  tell(`live: ${event.previousStatus} -> ${event.status}, version ${event.version}, to ${event.lead?.name}, plans ${plans.join(', ')}`);
  if (event.status !== status || event.version !== offer.version || !event.lead || !plans.every(Boolean)) {
    throw new Problem(`the event should tell of ${status} at version ${offer.version}, but it says ${JSON.stringify(event)}`);
  }
}

/** Subscribes over graphql-transport-ws to what becomes of the offers to a lead. */
async function subscribe(url, token, leadId) {
  const client = await liveClient(url, async () => token, { retryAttempts: 0 });
  const events = client.iterate({ query: operations.offerStatusChanged, variables: { leadId } });
  const next = () => {
    const event = events.next();
    event.catch(() => {}); // told to whoever waits for it
    return event;
  };
  let pending = next();
  return {
    /** The next event of this offer, those of others before it passed over; undefined when none comes in time. */
    async of({ reference }, limit) {
      const late = pause(limit, undefined, { ref: false });
      for (;;) {
        const arrived = await Promise.race([pending, late]);
        if (arrived === undefined) {
          return undefined;
        }
        pending = next();
        const event = eventIn(arrived);
        if (event.offer.reference === reference) {
          return event;
        }
      }
    },
    close: () => client.dispose(),
  };
}

function eventIn({ value, done }) {
  if (done || value.errors) {
    throw new Problem(`the subscription ended: ${value?.errors?.map((error) => error.message).join('; ') ?? 'without a reason'}`);
  }
  return value.data.offerStatusChanged;
}

async function showEverything(url, token, lead) {
  step('One query, three subgraphs: the lead with its application, offers and plans');
  const { lead: whole } = await ask(url, token, operations.wholeStory, { id: lead.id });
  console.log(indent(JSON.stringify(whole, null, 2)));
}

async function lookFromOutside(url, token, lead, offer) {
  step('A user of workspace 1002 sees none of it');
  const { lead: seen } = await ask(url, token, operations.wholeStory, { id: lead.id });
  const { data } = await send(url, token, operations.moveOffer('withdrawOffer'), {
    input: { offerId: offer.id, expectedVersion: 4 },
  });
  const codes = data.withdrawOffer.userErrors.map((error) => error.code);
  if (seen !== null || codes.join() !== 'NOT_FOUND') {
    throw new Problem(`workspace 1002 saw something: ${JSON.stringify({ seen, codes })}`);
  }
  tell('the query answers null, the mutation NOT_FOUND');
}

const step = (title) => console.log(`\n* ${title}`);
const tell = (line) => console.log(`    ${line}`);
const money = ({ amount, currency }) => `${amount} ${currency}`;
const indent = (text) => text.replaceAll(/^/gm, '    ');
