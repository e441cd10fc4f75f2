import { ended, neutral } from './errors.mjs';
import { isAsyncIterable, mapResult } from './result.mjs';

const NO_HEADERS = new Headers();

/**
 * Runs operations, whatever protocol they came by, and answers nothing that a client must not see.
 *
 * @typedef {{ query?: string, variables?: object, operationName?: string, extensions?: object }} Params as they came
 * @typedef {import('graphql').ExecutionResult | AsyncIterableIterator<import('graphql').ExecutionResult>} Answer
 */
export class Operations {
  #running = 0;
  #stopping = false;
  #idle = () => {};
  #parts;

  /**
   * @param {object} parts
   * @param {ReturnType<typeof import('./gateway.mjs').createGateway>} parts.gateway
   * @param {boolean} parts.introspection
   * @param {import('./metrics.mjs').Metrics} parts.metrics
   * @param {import('./log.mjs').Log} parts.log
   */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * @param {Params} params
   * @param {{ caller: import('./caller.mjs').Caller, departure?: import('./departure.mjs').Departure, method?: string }} circumstances
   *     by GET nothing can be changed
   * @returns {Promise<Answer>}
   */
  async run(params, { caller, departure, method = 'POST' }) {
    if (this.#stopping) {
      return { errors: [ended('ROUTER_STOPPING')] };
    }
    const done = this.#parts.metrics.operation();
    const observed = { type: 'none', name: undefined };
    this.#running += 1;
    try {
      const answer = this.#neutral(
        await this.#execute(params, { caller, departure, method, observed }),
        caller,
        observed,
      );
      this.#note(answer, observed, caller, done);
      return answer;
    } finally {
      this.#running -= 1;
      if (this.#running === 0) {
        this.#idle();
      }
    }
  }

  /** Takes no more operations. @returns {Promise<void>} when the running ones are done */
  stop() {
    this.#stopping = true;
    return this.#running === 0 ? Promise.resolve() : new Promise((resolve) => (this.#idle = resolve));
  }

  async #execute(params, { caller, departure, method, observed }) {
    const request = { method, url: 'http://router/graphql', headers: NO_HEADERS }; // all that the engine asks for
    try {
      return await this.#parts.gateway.getResultForParams(
        { params, request },
        { caller, departure, observed, headers: {} },
      );
    } catch (error) {
      return { errors: error.errors ?? [error] };
    }
  }

  #neutral(answer, { requestId }, observed) {
    const { introspection, log } = this.#parts;
    const report = (error) =>
      log.error('An operation failed', { requestId, operation: observed.name, error: String(error?.stack ?? error) });
    const neutralResult = ({ data, errors }) => ({
      ...(errors?.length > 0 && {
        errors: takeAll(errors).map((error) => neutral(error, { requestId, introspection, report })),
      }),
      ...(observed.type !== 'none' && { data: data ?? null }),
    });
    return mapResult(answer, neutralResult);
  }

  #note(answer, { type, name }, { requestId, traceparent }, done) {
    const outcome = isAsyncIterable(answer) ? 'OK' : (answer.errors?.[0].extensions.code ?? 'OK');
    done(type, outcome);
    this.#parts.log.info('Operation', { type, operation: name, outcome, requestId, traceId: traceparent.slice(3, 35) });
  }
}

/** Empties the list: for a subscription the engine would send the errors of one event with each later one. */
const takeAll = (errors) => (Object.isFrozen(errors) ? [...errors] : errors.splice(0));
