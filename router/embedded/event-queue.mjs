/**
 * Events between a subgraph and a slow or quick client: an async iterator of bounded length that is filled from outside.
 * It is not an async generator: `return` has to reach the subgraph while `next` still waits.
 *
 * @template T
 */
export class EventQueue {
  #events = [];
  #waiting = [];
  #finished = false;
  #limit;
  #onEnd;

  /**
   * @param {number} limit events that may wait; one more and `offer` refuses
   * @param {() => void} onEnd called once, whoever ends it
   */
  constructor(limit, onEnd) {
    this.#limit = limit;
    this.#onEnd = onEnd;
  }

  /**
   * @param {T} event
   * @returns {boolean} false when there is no more room, and the event is dropped
   */
  offer(event) {
    if (this.#finished) {
      return true;
    }
    if (this.#waiting.length > 0) {
      this.#waiting.shift()({ value: event, done: false });
      return true;
    }
    return this.#events.length < this.#limit && this.#events.push(event) > 0;
  }

  /**
   * No event follows what waits already, but for the last one.
   *
   * @param {T} [last]
   */
  finish(last) {
    if (this.#finished) {
      return;
    }
    if (last !== undefined && this.#waiting.length > 0) {
      this.offer(last);
    } else if (last !== undefined) {
      this.#events.push(last);
    }
    this.#end();
  }

  /** @returns {Promise<IteratorResult<T, undefined>>} */
  next() {
    if (this.#events.length > 0) {
      return Promise.resolve({ value: this.#events.shift(), done: false });
    }
    return this.#finished
      ? Promise.resolve({ value: undefined, done: true })
      : new Promise((resolve) => this.#waiting.push(resolve));
  }

  return() {
    this.#events = [];
    this.#end();
    return Promise.resolve({ value: undefined, done: true });
  }

  throw() {
    return this.return();
  }

  [Symbol.asyncIterator]() {
    return this;
  }

  #end() {
    if (this.#finished) {
      return;
    }
    this.#finished = true;
    this.#waiting.splice(0).forEach((resolve) => resolve({ value: undefined, done: true }));
    this.#onEnd();
  }
}
