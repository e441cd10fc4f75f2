import fs from 'node:fs';
import { journeyOf, leadOf, workspaces } from './demo-content.mjs';
import { ask, mutate, Refusal } from './graphql-client.mjs';
import * as operations from './operations.mjs';
import { usersFile } from './paths.mjs';
import { endpoint, issuer } from './run-state.mjs';
import { signToken } from './token.mjs';

const PLATFORM = '207732';

/**
 * Fills a new installation through the router. Done once: what an interrupted run has made already is found again by
 * the idempotency keys of its calls.
 *
 * @param {number} [most] leads of a workspace
 */
export async function seed(state, most = Infinity) {
  if (hasDemoData()) {
    return;
  }
  console.error('Making demo data ...');
  const users = {};
  for (const workspace of workspaces) {
    await createWorkspace(state, workspace);
    users[workspace.id] = await addPeople(state, workspace);
    await new Funnel(state, workspace, users[workspace.id]).fill(most);
  }
  fs.writeFileSync(`${usersFile}.new`, JSON.stringify(users, null, 2));
  fs.renameSync(`${usersFile}.new`, usersFile);
}

/** Whether all of it was made. */
export const hasDemoData = () => fs.existsSync(usersFile);

async function createWorkspace(state, { id, name, people: [[owner, email]] }) {
  const token = await tokenOf(state, PLATFORM, 'PLATFORM_OPERATOR');
  await once(() =>
    mutate(endpoint(state), token, operations.createWorkspace, {
      workspaceId: id,
      name,
      owner: { name: owner, email },
      idempotencyKey: `demo-workspace-${id}`,
    }),
  );
}

/** @returns {Promise<Record<string, string>>} role to user id */
async function addPeople(state, { id, people }) {
  const token = await tokenOf(state, id, 'OWNER');
  for (const [name, email, role] of people.slice(1)) {
    await once(() =>
      mutate(endpoint(state), token, operations.addMember, {
        person: { name, email },
        role,
        idempotencyKey: `demo-member-${email}`,
      }),
    );
  }
  const { members } = await ask(endpoint(state), token, operations.members);
  for (const invited of members.nodes.filter((member) => member.status === 'INVITED')) {
    await accept(state, id, invited);
  }
  return Object.fromEntries(members.nodes.map((member) => [member.role.name, member.user.id]));
}

/** Accepts an invitation as the person who was invited. */
async function accept(state, workspace, { id, version, role, user }) {
  const token = await tokenOf(state, workspace, role.name, user.id);
  await mutate(endpoint(state), token, operations.acceptMembership, { membershipId: id, expectedVersion: version });
}

/** Plans, leads and what becomes of them in one workspace. */
class Funnel {
  constructor(state, workspace, users) {
    this.state = state;
    this.workspace = workspace;
    this.users = users;
  }

  async fill(most) {
    this.token = await tokenOf(this.state, this.workspace.id, 'OWNER', this.users.OWNER);
    this.products = await this.productIds();
    const versions = [];
    for (const plan of this.workspace.plans) {
      versions.push(await this.sell(plan));
    }
    for (let number = 0; number < Math.min(most, this.workspace.leads); number++) {
      await this.follow(number, versions[number % versions.length]);
    }
  }

  async productIds() {
    const { products } = await ask(endpoint(this.state), this.token, operations.products);
    return new Map(products.nodes.map((product) => [product.code, product.id]));
  }

  async sell({ product, code, name, setup, recurring }) {
    const productId = this.products.get(product);
    await this.mutate(operations.attachProduct, `product-${product}`, { productId });
    const { plan } = await this.mutate(operations.createPlan, `plan-${code}`, { productId, code, name, billingPeriod: 'MONTHLY' });
    const { planVersion } = await this.mutate(operations.publishPlanVersion, `version-${code}`, {
      planId: plan.id,
      expectedVersion: 1,
      currency: this.workspace.currency,
      setup,
      recurring,
    });
    return { id: planVersion.id, planId: plan.id };
  }

  async follow(number, version) {
    const { lead } = await this.mutate(operations.createLead, `lead-${number}`, {
      ...leadOf(this.workspace, number),
      ownerId: number % 2 === 0 ? this.users.AGENT : undefined,
    });
    const journey = journeyOf(number);
    const steps = { NEW: [], CONTACTED: ['CONTACTED'], QUALIFIED: ['CONTACTED', 'QUALIFIED'], OFFERED: ['CONTACTED', 'QUALIFIED'] }[journey];
    for (const [index, status] of steps.entries()) {
      await this.mutate(operations.changeLeadStatus, `lead-${number}-${status}`, { leadId: lead.id, expectedVersion: index + 1, status });
    }
    if (journey === 'OFFERED') {
      await this.offer(number, lead, version);
    }
  }

  async offer(number, lead, version) {
    const { application } = await this.mutate(operations.createApplication, `application-${number}`, {
      leadId: lead.id,
      requestedPlanId: version.planId,
      answers: { units: number % 3 + 1 },
    });
    await this.mutate(operations.submitApplication, `application-${number}-submit`, { applicationId: application.id, expectedVersion: 1 });
    const { quote } = await this.mutate(operations.createQuote, `quote-${number}`, {
      leadId: lead.id,
      applicationId: application.id,
      lines: [{ planVersionId: version.id, quantity: (number % 3) + 1, discountPercent: '5', taxPercent: '19' }],
    });
    const { offer } = await this.mutate(operations.createOffer, `offer-${number}`, { quoteId: quote.id });
    await this.mutate(operations.moveOffer('sendOffer'), `offer-${number}-send`, { offerId: offer.id, expectedVersion: 1 });
  }

  mutate(document, key, input) {
    return mutate(endpoint(this.state), this.token, document, { ...input, idempotencyKey: `demo-${key}` });
  }
}

/** Runs a change that an interrupted run may have made before. */
async function once(change) {
  try {
    await change();
  } catch (error) {
    if (!(error instanceof Refusal) || !error.codes.includes('ALREADY_EXISTS')) {
      throw error;
    }
  }
}

const tokenOf = (state, workspace, role, user) => signToken({ issuer: issuer(state), workspace, role, user, expires: '1h' });
