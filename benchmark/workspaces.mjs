import { mutate } from '../stack/cli/graphql-client.mjs';
import { createWorkspace } from '../stack/cli/operations.mjs';

/**
 * Opens a workspace to measure in.
 *
 * @param {import('../stack/cli/stack-apart.mjs').StackApart} stack
 * @param {string} endpoint
 * @param {string} workspaceId
 */
export async function openWorkspace(stack, endpoint, workspaceId) {
  await mutate(endpoint, await stack.token('207732', 'PLATFORM_OPERATOR'), createWorkspace, {
    workspaceId,
    name: 'Benchmark',
    owner: { name: 'Bench', email: `${workspaceId}@example.com` },
  });
}
