/** @returns {value is AsyncIterable<any>} whether a result is a stream of them */
export function isAsyncIterable(value) {
  return typeof value?.[Symbol.asyncIterator] === 'function';
}

/**
 * The same result or stream with each result mapped. Not an async generator: `return` reaches the source at once.
 *
 * @template T, U
 * @param {T | AsyncIterable<T>} result
 * @param {(result: T) => U} map
 */
export function mapResult(result, map) {
  if (!isAsyncIterable(result)) {
    return map(result);
  }
  const iterator = result[Symbol.asyncIterator]();
  const mapped = ({ done, value }) => (done ? { done, value } : { done, value: map(value) });
  return {
    next: () => iterator.next().then(mapped),
    return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
    throw: async (error) => {
      await iterator.return?.();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
