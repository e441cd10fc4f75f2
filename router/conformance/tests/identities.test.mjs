import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SharedFetches } from '../../embedded/shared-fetches.mjs';
import { TENANT_A, TENANT_B, ask, eventually } from '../client.mjs';
import { embeddedOnly, routerUnderTest } from '../router-under-test.mjs';

const QUERY = '{ plans { name } }';

/** The same query by two tenants at the same instant: the subgraph answers only when both are under way. */
async function askAtTheSameInstant(router, tokens) {
  const { plans } = router.stubs;
  plans.requests.length = 0;
  let release;
  const released = new Promise((resolve) => (release = resolve));
  plans.intercept = () => released.then(() => false);
  const answers = tokens.map((token) => ask(router.url, QUERY, { token }));
  await eventually(() => plans.requests.length > 0);
  await Promise.race([
    eventually(() => plans.requests.length === tokens.length, undefined, 500).catch(() => {}),
    Promise.all(answers),
  ]);
  release();
  return (await Promise.all(answers)).map(({ data }) => data.plans[0].name);
}

async function everyoneGetsTheirOwn(router) {
  const tokens = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? TENANT_A : TENANT_B));
  const names = await askAtTheSameInstant(router, tokens);
  names.forEach((name, index) => assert.equal(name, index % 2 === 0 ? 'plan-1 of tenant-a' : 'plan-1 of tenant-b'));
}

describe('two identities', () => {
  it('never share an answer', async (t) => {
    const router = await routerUnderTest();
    t.after(router.close);

    await everyoneGetsTheirOwn(router);
  });

  it('would share it if the token were not part of what is compared: the test sees it', embeddedOnly, async (t) => {
    const shared = new SharedFetches((url, _, body) => `${url} ${body}`);
    const leaking = await routerUnderTest({ shared });
    t.after(leaking.close);

    await assert.rejects(everyoneGetsTheirOwn(leaking), { name: 'AssertionError' });
  });
});

describe('one identity', embeddedOnly, () => {
  it('shares one fetch for the same query at the same instant', async (t) => {
    const router = await routerUnderTest();
    t.after(router.close);

    const names = await askAtTheSameInstant(router, [TENANT_A, TENANT_A, TENANT_A]);

    assert.deepEqual(names, Array(3).fill('plan-1 of tenant-a'));
    assert.equal(router.stubs.plans.requests.length, 1);
  });

  it('sees after its mutation nothing that was asked for before', async (t) => {
    const router = await routerUnderTest();
    t.after(router.close);
    const { leads } = router.stubs;
    let release;
    const released = new Promise((resolve) => (release = resolve));
    leads.intercept = ({ query }) => (query.includes('createLead') ? false : released.then(() => false));
    const before = ask(router.url, '{ leads { name } }');
    await eventually(() => leads.requests.length === 1);

    await ask(router.url, 'mutation { createLead(name: "Ada") { name } }');
    const afterwards = ask(router.url, '{ leads { name } }');
    await eventually(() => leads.requests.length === 3, 'the second query joined the one before the mutation');
    release();

    await Promise.all([before, afterwards]);
  });
});
