import assert from 'node:assert/strict';
import { accessSync } from 'node:fs';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { eventually } from '../../conformance/client.mjs';
import { routerUnderTest } from '../../conformance/router-under-test.mjs';

const CANDIDATES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = CANDIDATES.find((path) => path && exists(path));
const skip = executablePath ? false : 'no Chromium here; CHROMIUM can name one';

test('GraphiQL works in a browser that reaches nothing but the router', { skip }, async (t) => {
  const router = await routerUnderTest();
  t.after(router.close);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  t.after(() => browser.close());
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const elsewhere = [];
  await page.route(/^https?:/, (route) => {
    const own = new URL(route.request().url()).host === new URL(router.url).host;
    return own ? route.continue() : elsewhere.push(route.request().url()) && route.abort();
  });

  await t.test('it brings the story, one operation a tab', async () => {
    await page.goto(router.url);
    await page.getByRole('tab', { name: 'CreatePlan' }).waitFor();

    await page.getByRole('tab', { name: 'WatchOffers' }).waitFor();
  });

  await t.test('it asks with the token of its headers', async () => {
    await open(page, router, '{ leads(count: 2) { name offers { plan { name } } } }', 'Bearer tenant-a');
    await page.getByRole('button', { name: /execute/i }).click();

    await eventually(
      async () => /lead-2 of tenant-a/.test(await answerOf(page)),
      () => 'no answer came',
    );
  });

  await t.test('it shows events live, with the token of its headers', async () => {
    await open(
      page,
      router,
      'subscription { offerStatusChanged(leadId: "lead-1") { status lead { name } } }',
      'Bearer tenant-b',
    );
    await page.getByRole('button', { name: /execute/i }).click();
    await eventually(() => router.stubs.offers.connections.some((init) => init.Authorization === 'Bearer tenant-b'));

    await eventually(async () => {
      router.stubs.change('tenant-b', { status: 'ACCEPTED', version: 4 });
      return /ACCEPTED[^]*lead-1 of tenant-b/.test(await answerOf(page));
    });
  });

  assert.deepEqual(elsewhere, []);
});

async function open(page, router, query, token) {
  await page.goto(`${router.url}?query=${encodeURIComponent(query)}`);
  const headers = page.locator('.graphiql-editor-tool .graphiql-editor:visible').first();
  await headers.waitFor();
  await headers.click();
  await page.keyboard.press('Control+A');
  await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify({ Authorization: token }));
  await page.keyboard.press('Control+V'); // typed, the editor would add closing brackets
  await eventually(async () => (await headers.innerText()).includes(token.split(' ')[1]));
}

function answerOf(page) {
  return page
    .locator('.result-window')
    .innerText()
    .then((text) => text.replaceAll('\u00a0', ' '));
}

function exists(path) {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
}
