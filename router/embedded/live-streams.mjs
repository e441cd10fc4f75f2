import { ended } from './errors.mjs';
import { EventQueue } from './event-queue.mjs';

/**
 * The last event of a stream that is ended from this side. Its data is empty and not absent: the engine would send the
 * data of the event before once more.
 */
export const lastEvent = (...errors) => ({ data: {}, errors });

/** All subscriptions that run: each has an end in time and in size, and all end together when the router stops. */
export class LiveStreams {
  #open = new Set();

  /** @param {{ subscriptionLife: number, subscriptionBuffer: number }} limits */
  constructor({ subscriptionLife, subscriptionBuffer }) {
    this.life = subscriptionLife;
    this.buffer = subscriptionBuffer;
  }

  get size() {
    return this.#open.size;
  }

  /**
   * @param {() => void} onEnd lets go of the subgraph
   * @returns {EventQueue<import('graphql').ExecutionResult>}
   */
  open(onEnd) {
    const lifetime = setTimeout(() => queue.finish(lastEvent(ended('LIFE_OVER'))), this.life).unref();
    const queue = new EventQueue(this.buffer, () => {
      clearTimeout(lifetime);
      this.#open.delete(queue);
      onEnd();
    });
    this.#open.add(queue);
    return queue;
  }

  /** @param {keyof typeof import('./errors.mjs').ENDED} reason */
  endAll(reason) {
    [...this.#open].forEach((queue) => queue.finish(lastEvent(ended(reason))));
  }
}
