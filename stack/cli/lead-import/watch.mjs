import { liveClient } from '../graphql-client.mjs';
import * as operations from '../operations.mjs';

/** How often it looks whether anything was heard. */
const INTERVAL = 250;

/** After so long without news the import is asked. */
const SILENCE_LIMIT = 1_000;

/** After so long without any answer it is given up. */
const DEAF_LIMIT = 20_000;

/**
 * @typedef {{status: string, linesRead: number, created: number, duplicates: number, rejected: number,
 *   lastCommittedLine: number, version: number, failure?: {code: string, line?: number, message: string}}} Step
 */

/** Follows an import: by the subscription, and by asking while that is silent or broken. */
export class Watch {
  #door;
  #importId;
  #tell;
  #latest;
  #heardAt = Date.now();
  #answeredAt = Date.now();
  #client;
  #timer;
  #end;
  #giveUp;

  /**
   * @param {import('./door.mjs').Door} door
   * @param {{id: string} & Step} leadImport as it is now; only what comes after this version is told
   * @param {(step: Step) => void} tell
   */
  constructor(door, leadImport, tell) {
    this.#door = door;
    this.#importId = leadImport.id;
    this.#latest = leadImport;
    this.#tell = tell;
    /** The step with which the import ends; rejected when nothing is heard of it any more. */
    this.ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#giveUp = reject;
    });
    this.ended.catch(() => {}); // told to whoever waits for it
  }

  get latest() {
    return this.#latest;
  }

  async begin() {
    this.#timer = setInterval(() => this.#askWhenSilent(), INTERVAL);
    await this.#subscribe();
  }

  /** Asks how the import stands, and gives it, whether or not that is new. */
  async ask() {
    const { leadImport } = await this.#door.ask(operations.leadImport, { id: this.#importId });
    this.#answeredAt = Date.now();
    this.#take(leadImport);
    return this.#latest;
  }

  close() {
    clearInterval(this.#timer);
    this.#client?.dispose();
  }

  async #subscribe() {
    this.#client = await liveClient(this.#door.url, () => this.#door.token());
    const query = { query: operations.leadImportProgressed, variables: { importId: this.#importId } };
    const asking = () => {}; // a stream that ends or breaks is no loss: the import is asked
    this.#client.subscribe(query, { next: ({ data }) => this.#take(data?.leadImportProgressed), error: asking, complete: asking });
  }

  async #askWhenSilent() {
    if (Date.now() - this.#heardAt < SILENCE_LIMIT) {
      return;
    }
    this.#heardAt = Date.now();
    try {
      await this.ask();
    } catch (error) {
      if (Date.now() - this.#answeredAt > DEAF_LIMIT) {
        this.#giveUp(error);
      }
    }
  }

  /** @param {Step | undefined} step what was heard: of one that is known, or older, nothing is told */
  #take(step) {
    if (!step || step.version <= this.#latest.version) {
      return;
    }
    this.#heardAt = Date.now();
    this.#latest = { ...this.#latest, ...step };
    this.#tell(this.#latest);
    if (step.status === 'COMPLETED' || step.status === 'FAILED') {
      this.#end(this.#latest);
    }
  }
}
