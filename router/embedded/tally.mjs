/** How many of something each key has. Keys that have none take no room. */
export class Tally {
  #counts = new Map();

  of(key) {
    return this.#counts.get(key) ?? 0;
  }

  add(key) {
    this.#counts.set(key, this.of(key) + 1);
  }

  remove(key) {
    const left = this.of(key) - 1;
    left > 0 ? this.#counts.set(key, left) : this.#counts.delete(key);
  }
}
