import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const EXAMPLES = fileURLToPath(new URL('./examples/', import.meta.url));

/**
 * The story of the README in its order, then more; each is a tab.
 *
 * @returns {{ name: string, query: string, variables?: string }[]}
 */
export function examples() {
  return readdirSync(EXAMPLES)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => {
      const query = readFileSync(`${EXAMPLES}${file}`, 'utf8');
      return { name: file, query, variables: variablesOf(file) };
    });
}

function variablesOf(file) {
  try {
    return readFileSync(`${EXAMPLES}${file.replace(/\.graphql$/, '.json')}`, 'utf8');
  } catch {
    return undefined; // an operation without variables
  }
}

/**
 * GraphiQL in one page that needs nothing from elsewhere. It is made when first asked for.
 *
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>}
 */
export function graphiqlPage() {
  let page;
  return async (request, response) => {
    page ??= makePage();
    const { body, etag } = await page;
    const headers = {
      etag,
      'cache-control': 'no-cache',
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
    };
    const known = request.headers['if-none-match'] === etag;
    response.writeHead(known ? 304 : 200, headers).end(known ? undefined : body);
  };
}

async function makePage() {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const headers = JSON.stringify({ Authorization: 'Bearer <put the output of ./mission token here>' }, null, 2);
  const html = renderGraphiQL({
    title: 'Mission Brief',
    endpoint: '/graphql',
    subscriptionsProtocol: 'WS',
    defaultHeaders: headers,
    headers,
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: 'headers',
    defaultTabs: examples().map(({ query, variables }) => ({ query, variables, headers })),
  });
  const body = gzipSync(html);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
}
