import { AnsweredErrors, ask, mutate, Refusal } from '../graphql-client.mjs';
import { workspaces } from '../demo-content.mjs';
import { hasDemoData } from '../demo-data.mjs';
import { Problem } from '../problem.mjs';
import { endpoint, issuer } from '../run-state.mjs';
import { signToken } from '../token.mjs';

/** The endpoint, asked by one user of one workspace. */
export class Door {
  #claims;

  /**
   * @param {ReturnType<import('../run-state.mjs').requireReady>} state
   * @param {{workspace: string, user?: string}} who
   */
  constructor(state, { workspace, user }) {
    this.url = endpoint(state);
    this.workspace = workspace;
    this.#claims = { issuer: issuer(state), workspace, user, role: 'MANAGER' };
  }

  /** A fresh token: an import may take longer than one is valid. */
  token() {
    return signToken(this.#claims);
  }

  async ask(document, variables) {
    return this.#told(ask(this.url, await this.token(), document, variables));
  }

  /**
   * @param {string} document
   * @param {object} input
   * @param {(field: string[]) => string | undefined} [placeOf] where a person wrote what the API is not content with
   */
  async mutate(document, input, placeOf = () => undefined) {
    return this.#told(mutate(this.url, await this.token(), document, input), placeOf);
  }

  async #told(answer, placeOf = () => undefined) {
    try {
      return await answer;
    } catch (error) {
      throw this.#problem(error, placeOf);
    }
  }

  #problem(error, placeOf) {
    if (error instanceof Refusal) {
      return new Problem(told(error.userErrors, placeOf));
    }
    if (!(error instanceof AnsweredErrors)) {
      return error;
    }
    if (error.errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')) {
      return new Problem(noWorkspace(this.workspace, hasDemoData()));
    }
    const places = error.errors.map(({ message, extensions }) => ({ message, field: extensions?.field?.split('.') ?? [] }));
    return new Problem(told(places, placeOf));
  }
}

/**
 * Names those of the demo data alone: which others there are is nobody's business.
 *
 * @param {string} workspace that is not there
 * @param {boolean} hasDemoData
 */
export function noWorkspace(workspace, hasDemoData) {
  const [told, demo] = [`there is no workspace '${workspace}' here`, workspaces.map(({ id }) => id).join(' and ')];
  return hasDemoData
    ? `${told}. Those of the demo data are ${demo}.`
    : `${told}, and no demo data. To have it made, with the workspaces ${demo}: ./mission down, then ./mission up.`;
}

function told(mistakes, placeOf) {
  const lines = mistakes.map(({ field, message }) => {
    const place = placeOf(field);
    return place === undefined ? message : `${place}: ${message}`;
  });
  return lines.length === 1 ? lines[0] : `${lines.length} mistakes:${lines.map((line) => `\n  ${line}`).join('')}`;
}
