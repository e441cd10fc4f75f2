import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';

const CHUNK = 256 * 1024;

/**
 * Sends a file to the address that an import has been given, piece by piece, as fast as it is taken.
 *
 * @param {{url: string, method: string, headers: {name: string, value: string}[]}} target
 * @param {{path: string, size: number}} file
 * @param {AbortSignal} cut ends it
 * @param {(bytes: number) => void} sent told how much is on its way
 * @returns {Promise<{status?: number, message?: string, broken?: string}>} what was answered, and how it broke when it
 *   did; never rejected, because whether leads were made the import alone can tell
 */
export async function upload(target, file, cut, sent) {
  const request = open(target, file);
  const answer = answerOf(request);
  const source = fs.createReadStream(file.path, { highWaterMark: CHUNK, end: file.size - 1 });
  pipeline(source, counted(sent), request, { signal: cut }).catch(() => {}); // breaks the answer, too
  try {
    return await answer; // a refusal comes before the whole file has gone
  } finally {
    source.destroy();
    request.destroy();
    request.agent.destroy();
  }
}

function open({ url, method, headers }, { size }) {
  const { request, Agent } = url.startsWith('https:') ? https : http;
  return request(url, {
    method,
    // A connection that is not to be closed after the answer: what is sent then would break it before the answer is read.
    agent: new Agent({ keepAlive: true }),
    headers: { ...Object.fromEntries(headers.map(({ name, value }) => [name, value])), 'content-length': size },
  });
}

const counted = (sent) =>
  async function* (chunks) {
    for await (const chunk of chunks) {
      yield chunk;
      sent(chunk.length);
    }
  };

function answerOf(request) {
  return new Promise((resolve) => {
    const broken = (error) => resolve({ broken: error?.code ?? 'ECONNRESET' });
    request.once('error', broken).once('close', broken);
    request.once('response', async (response) => {
      request.off('close', broken);
      resolve({ status: response.statusCode, message: await messageIn(response) });
    });
  });
}

/** What the answer says is wrong, in the form that errors have everywhere; undefined when it says nothing. */
async function messageIn(response) {
  let text = '';
  try {
    for await (const chunk of response.setEncoding('utf8')) {
      text = (text + chunk).slice(0, 10_000);
    }
    return JSON.parse(text).errors?.[0]?.message;
  } catch {
    return undefined;
  }
}
