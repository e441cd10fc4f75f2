package io.missionbrief.plans.workspaceproduct;

/** What a workspace's products can be sorted by. */
enum WorkspaceProductSortField {
    CREATED_AT
}
