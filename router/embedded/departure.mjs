/** Thrown to whatever waited for the sake of a client that has gone. */
export class ClientGone extends Error {}

/**
 * Tells that a client has gone before its answer came. An AbortSignal would do the same at many times the cost, and there
 * is one for each operation.
 */
export class Departure {
  #listeners = new Set();
  #gone = false;

  get gone() {
    return this.#gone;
  }

  announce() {
    this.#gone = true;
    [...this.#listeners].forEach((listener) => listener());
  }

  /** @returns {() => void} stops listening */
  onAnnounced(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
