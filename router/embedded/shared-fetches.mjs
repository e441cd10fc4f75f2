import { ClientGone } from './departure.mjs';

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
   * @param {{ url: string, caller: import('./caller.mjs').Caller, body: string }} request
   * @param {import('./departure.mjs').Departure | undefined} departure takes this asker away; the fetch goes on while
   *     another one waits
   * @param {() => { answer: Promise<T>, cancel: () => void }} begin
   * @returns {Promise<T>}
   * @throws {ClientGone}
   */
  get({ url, caller, body }, departure, begin) {
    const key = `${this.#writes} ${this.#keyOf(url, caller, body)}`;
    const shared = this.#underway.get(key) ?? this.#begin(key, begin);
    return shared.join(departure);
  }

  #begin(key, begin) {
    const { answer, cancel } = begin();
    const leave = () => this.#underway.get(key) === shared && this.#underway.delete(key);
    const shared = new SharedFetch(answer.finally(leave), () => {
      leave();
      cancel();
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

  join(departure) {
    this.#askers += 1;
    if (!departure) {
      return this.#answer;
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(new ClientGone());
        this.#askers -= 1;
        if (this.#askers === 0) {
          this.#abandon();
        }
      };
      const stay = departure.onAnnounced(leave);
      this.#answer.then(resolve, reject).finally(stay);
      if (departure.gone) {
        leave();
      }
    });
  }
}
