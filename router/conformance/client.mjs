import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export const TENANT_A = 'Bearer tenant-a';
export const TENANT_B = 'Bearer tenant-b';

/** Sends an operation by POST and returns the result, with the response beside it. */
export async function ask(url, query, { token = TENANT_A, variables, headers } = {}) {
  const response = await post(url, { query, variables }, { token, headers });
  return { ...(await response.json()), response };
}

export function post(url, body, { token = TENANT_A, headers, signal } = {}) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: token }), ...headers },
    body: typeof body === 'string' || body instanceof ReadableStream ? body : JSON.stringify(body),
    duplex: 'half',
    signal,
  });
}

/** @returns the codes of a result's errors */
export const codesOf = ({ errors = [] }) => errors.map(({ extensions }) => extensions?.code);

/** A subscriber over graphql-transport-ws that keeps what came. */
export class Subscriber {
  #client;
  #events;

  constructor(url, { token = TENANT_A, params } = {}) {
    this.#client = createClient({
      url: url.replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { ...(token && { Authorization: token }), ...params },
      retryAttempts: 0,
    });
  }

  subscribe(query, variables, extensions) {
    this.#events = this.#client.iterate({ query, variables, extensions });
    return this;
  }

  /** @returns the next result; errors that end the subscription before it began count as one; undefined at its end */
  async next(limit = 20_000) {
    const { done, value } = await within(limit, this.#events.next().catch(asResult));
    return done ? undefined : value;
  }

  async end() {
    await this.#events?.return();
    await this.#client.dispose();
  }
}

const asResult = (cause) => ({ done: false, value: Array.isArray(cause) ? { errors: cause } : { closed: cause } });

/** A stream over HTTP as text, which is read piece by piece. */
export class HttpStream {
  text = '';

  static async open(url, query, { accept, variables, token }) {
    const stream = new HttpStream();
    stream.abort = new AbortController();
    stream.response = await post(
      url,
      { query, variables },
      { token, headers: { accept }, signal: stream.abort.signal },
    );
    stream.reading = stream.#read();
    return stream;
  }

  async #read() {
    try {
      for await (const chunk of this.response.body) {
        this.text += Buffer.from(chunk).toString();
      }
    } catch (error) {
      if (error.name !== 'AbortError') {
        throw error;
      }
    }
  }

  /** Waits until the pattern is there. */
  until(pattern) {
    return eventually(() => pattern.test(this.text) || undefined, `no ${pattern} in ${this.text}`);
  }
}

/** @returns the first result of the probe that is not undefined */
export async function eventually(probe, otherwise = 'it never came', limit = 20_000) {
  const end = Date.now() + limit;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== false) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(typeof otherwise === 'function' ? otherwise() : otherwise);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function within(limit, promise) {
  let timer;
  const late = new Promise(
    (_, reject) => (timer = setTimeout(() => reject(new Error(`nothing within ${limit} ms`)), limit)),
  );
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
