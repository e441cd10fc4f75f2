package io.missionbrief.plans.event;

/** Every event of this subgraph. Each tells of one object, whose name stands before the dot. */
public enum PlansEvent {
    /** A product can be sold by the workspace, for the first time or again. */
    WORKSPACE_PRODUCT_ATTACHED("WorkspaceProduct.Attached"),
    /** A product is no longer sold by the workspace. */
    WORKSPACE_PRODUCT_DETACHED("WorkspaceProduct.Detached"),
    /** A plan was made. */
    PLAN_NEW("Plan.New"),
    /** Something else was said of a plan. */
    PLAN_UPDATE("Plan.Update"),
    /** A plan has another version for sale; with the first one it became ACTIVE. */
    PLAN_VERSION_PUBLISHED("Plan.VersionPublished"),
    /** A plan is no longer for sale. */
    PLAN_RETIRED("Plan.Retired"),
    /** Prices were published: the state holds all of them. */
    VERSION_PUBLISHED("PlanVersion.Published"),
    /** Prices are no longer for sale, because of newer ones or with their plan. */
    VERSION_RETIRED("PlanVersion.Retired");

    private final String type;

    PlansEvent(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    String objectType() {
        return type.substring(0, type.indexOf('.'));
    }
}
