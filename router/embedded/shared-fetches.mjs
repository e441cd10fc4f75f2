/**
 * Answers one fetch to all who ask the same at the same time. Sharing an answer between two identities would show one
 * tenant another's data, so the key holds everything that a subgraph answers by: its address, the token and the body.
 *
 * @param {string} url
 * @param {import('./caller.mjs').Caller} caller
 * @param {string} body
 */
export function fetchKey(url, caller, body) {
  return JSON.stringify([url, caller.authorization ?? null, body]);
}

/** Fetches of queries that are on their way. */
export class SharedFetches {
  #underway = new Map();
  #writes = 0;
  #keyOf;

  /** @param {typeof fetchKey} keyOf */
  constructor(keyOf = fetchKey) {
    this.#keyOf = keyOf;
  }

  /** A mutation has ended: who asks from now on must see it, and gets no answer that was begun before. */
  written() {
    this.#writes += 1;
  }

  /**
   * @template T
   * @param {{ url: string, caller: import('./caller.mjs').Caller, body: string, signal?: AbortSignal }} request
   *     signal takes this asker away; the fetch goes on while another one waits
   * @param {(signal: AbortSignal) => Promise<T>} fetch
   * @returns {Promise<T>}
   */
  get({ url, caller, body, signal }, fetch) {
    const key = `${this.#writes} ${this.#keyOf(url, caller, body)}`;
    const shared = this.#underway.get(key) ?? this.#begin(key, fetch);
    return shared.join(signal);
  }

  #begin(key, fetch) {
    const abort = new AbortController();
    const leave = () => this.#underway.get(key) === shared && this.#underway.delete(key);
    const shared = new SharedFetch(fetch(abort.signal).finally(leave), () => {
      leave();
      abort.abort();
    });
    this.#underway.set(key, shared);
    return shared;
  }
}

class SharedFetch {
  #answer;
  #abandon;
  #askers = 0;

  constructor(answer, abandon) {
    this.#answer = answer;
    this.#abandon = abandon;
    answer.catch(() => {}); // told to those who wait; nobody may be left
  }

  join(signal) {
    this.#askers += 1;
    if (!signal) {
      return this.#answer;
    }
    return new Promise((resolve, reject) => {
      const gone = () => {
        reject(signal.reason);
        this.#askers -= 1;
        if (this.#askers === 0) {
          this.#abandon();
        }
      };
      signal.addEventListener('abort', gone, { once: true });
      this.#answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', gone));
      if (signal.aborted) {
        gone();
      }
    });
  }
}
