import { clientError, ended } from './errors.mjs';
import { EventQueue } from './event-queue.mjs';
import { Tally } from './tally.mjs';

/**
 * The last event of a stream that is ended from this side. Its data is empty and not absent: the engine would send the
 * data of the event before once more.
 */
export const lastEvent = (...errors) => ({ data: {}, errors });

/**
 * All subscriptions that run, whatever protocol they came by: each has an end in time and in size, their number is bounded
 * in all and for each identity, and all end together when the router stops.
 */
export class LiveStreams {
  #open = new Map(); // to the identity that is answered for, null before
  #identities = new Tally();
  #limits;

  /**
   * @param {{ subscriptionLife: number, subscriptionBuffer: number, maxAllSubscriptions: number, maxUserSubscriptions: number }} limits
   */
  constructor(limits) {
    this.#limits = limits;
  }

  get size() {
    return this.#open.size;
  }

  /**
   * @param {() => void} onEnd lets go of the subgraph
   * @returns {EventQueue<import('graphql').ExecutionResult>}
   * @throws {import('graphql').GraphQLError} RATE_LIMITED, when there is no room for one more
   */
  open(onEnd) {
    const { subscriptionLife, subscriptionBuffer, maxAllSubscriptions } = this.#limits;
    if (this.size >= maxAllSubscriptions) {
      throw clientError('RATE_LIMITED', 'The router carries as many subscriptions as it can. Try again later.');
    }
    const lifetime = setTimeout(() => queue.finish(lastEvent(ended('LIFE_OVER'))), subscriptionLife).unref();
    const queue = new EventQueue(subscriptionBuffer, () => {
      clearTimeout(lifetime);
      this.#forget(queue);
      onEnd();
    });
    this.#open.set(queue, null);
    return queue;
  }

  /**
   * A subgraph has accepted the token, and answers by that for the identity that it names. Only from now on the stream
   * counts as theirs: a forged token would otherwise use up what another one may have.
   *
   * @param {EventQueue<import('graphql').ExecutionResult>} queue is ended with RATE_LIMITED where the identity has too many
   * @param {string} identity
   */
  accept(queue, identity) {
    const { maxUserSubscriptions: limit } = this.#limits;
    if (this.#open.get(queue) !== null) {
      return;
    }
    if (this.#identities.of(identity) >= limit) {
      const message = `A user has at most ${limit} subscriptions in a workspace at once. End some first.`;
      queue.finish(lastEvent(clientError('RATE_LIMITED', message, { limit })));
      return;
    }
    this.#identities.add(identity);
    this.#open.set(queue, identity);
  }

  /** @param {keyof typeof import('./errors.mjs').ENDED} reason */
  endAll(reason) {
    [...this.#open.keys()].forEach((queue) => queue.finish(lastEvent(ended(reason))));
  }

  #forget(queue) {
    const identity = this.#open.get(queue);
    this.#open.delete(queue);
    if (identity !== null) {
      this.#identities.remove(identity);
    }
  }
}
