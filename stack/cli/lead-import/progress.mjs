import { count, counted } from './terminal.mjs';

const PLAIN_EVERY = 5_000;

/**
 * Tells how an import goes: on a terminal in one line that is written over, elsewhere in a line now and then.
 */
export class Progress {
  #stream;
  #now;
  #size;
  #beganAt;
  #writtenAt;
  #sent = 0;
  #step = { linesRead: 0, created: 0, duplicates: 0, rejected: 0 };
  #before;

  /**
   * @param {{write: (text: string) => void, isTTY?: boolean, columns?: number}} stream
   * @param {{size: number}} file
   * @param {{linesRead: number}} before the import as it is found: what was read then does not count for the speed
   * @param {() => number} now milliseconds
   */
  constructor(stream, { size }, before, now = () => performance.now()) {
    this.#stream = stream;
    this.#size = size;
    this.#now = now;
    this.#before = before.linesRead;
    this.#step = before;
    this.#beganAt = now();
    this.#writtenAt = now();
  }

  sent(bytes) {
    this.#sent += bytes;
    this.#write();
  }

  step(step) {
    this.#step = step;
    this.#write();
  }

  /** Milliseconds since the beginning. */
  get elapsed() {
    return this.#now() - this.#beganAt;
  }

  /** Lines a second since the beginning. */
  get speed() {
    return ((this.#step.linesRead - this.#before) * 1000) / Math.max(this.elapsed, 1);
  }

  /** Leaves the terminal as it was found. */
  end() {
    if (this.#stream.isTTY) {
      this.#stream.write('\r\u001B[K');
    }
  }

  #write() {
    if (this.#stream.isTTY) {
      this.#stream.write(`\r${this.#line().slice(0, (this.#stream.columns ?? 80) - 1)}\u001B[K`);
    } else if (this.#now() - this.#writtenAt >= PLAIN_EVERY) {
      this.#writtenAt = this.#now();
      this.#stream.write(`${this.#line()}\n`);
    }
  }

  #line() {
    const { linesRead, created, duplicates, rejected } = this.#step;
    const share = Math.floor((100 * this.#sent) / this.#size);
    return (
      `  ${share} % sent, ${counted(linesRead, 'line')}, ${count(this.speed)} a second: ` +
      `${count(created)} created, ${counted(duplicates, 'duplicate')}, ${count(rejected)} rejected`
    );
  }
}
