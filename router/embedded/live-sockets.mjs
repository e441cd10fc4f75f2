import { Tally } from './tally.mjs';
import { expiryOf } from './token.mjs';

const LONGEST_TIMER = 2 ** 31 - 1;

/** With which code and words a socket is closed from this side; the words say the way out. */
const CLOSED = Object.freeze({
  ALL_TAKEN: [1013, 'The router has as many connections as it can carry. Try again later.'],
  TOKEN_TAKEN: [1013, 'This token has as many connections as are allowed. Close some, or use one for all operations.'],
  EXPIRED: [4401, 'The token has expired. Connect again with a new one.'],
  IDLE: [1000, 'Nothing runs here. Connect again when needed.'],
});

/** All WebSockets of clients: bounded in all, for each token, by the token's time and by what they are used for. */
export class LiveSockets {
  #open = new Map();
  #tokens = new Tally();
  #limits;

  /** @param {{ maxSockets: number, maxTokenSockets: number, socketIdle: number }} limits */
  constructor(limits) {
    this.#limits = limits;
  }

  get size() {
    return this.#open.size;
  }

  /**
   * @param {import('ws').WebSocket} socket
   * @returns {boolean} whether there was room; if not, it is being closed
   */
  admit(socket) {
    if (this.size >= this.#limits.maxSockets) {
      socket.close(...CLOSED.ALL_TAKEN);
      return false;
    }
    const live = new LiveSocket(socket);
    this.#open.set(socket, live);
    socket.once('close', () => {
      this.#open.delete(socket);
      this.#tokens.remove(live.token);
      live.stop();
    });
    return true;
  }

  /**
   * A client has told its token, and may begin.
   *
   * @param {import('ws').WebSocket} socket
   * @param {string | undefined} token
   * @param {() => boolean} busy whether an operation runs
   */
  begin(socket, token, busy) {
    const live = this.#open.get(socket);
    if (token !== undefined && this.#tokens.of(token) >= this.#limits.maxTokenSockets) {
      socket.close(...CLOSED.TOKEN_TAKEN);
      return;
    }
    live.token = token;
    this.#tokens.add(token);
    live.closeWhenIdle(this.#limits.socketIdle, busy);
    live.use(token);
  }

  /** An operation begins, with the token of its own that a client with a renewed one sends. */
  use(socket, token) {
    this.#open.get(socket)?.use(token);
  }
}

class LiveSocket {
  /** The one of `connection_init`. */
  token = undefined;
  #socket;
  #usedLately = false;
  #expiry = -Infinity;
  #expiring;
  #idling;

  constructor(socket) {
    this.#socket = socket;
  }

  use(token) {
    this.#usedLately = true;
    this.#expiry = Math.max(this.#expiry, expiryOf(token));
    this.#closeWhenExpired();
  }

  closeWhenIdle(limit, busy) {
    this.#idling = setInterval(() => {
      if (!this.#usedLately && !busy()) {
        this.#socket.close(...CLOSED.IDLE);
      }
      this.#usedLately = false;
    }, limit).unref();
  }

  stop() {
    clearTimeout(this.#expiring);
    clearInterval(this.#idling);
  }

  #closeWhenExpired() {
    clearTimeout(this.#expiring);
    const left = this.#expiry - Date.now();
    if (left <= 0) {
      this.#socket.close(...CLOSED.EXPIRED);
    } else if (left < Infinity) {
      this.#expiring = setTimeout(() => this.#closeWhenExpired(), Math.min(left, LONGEST_TIMER)).unref();
    }
  }
}
