package io.missionbrief.subgraph.test;

import tools.jackson.databind.JsonNode;

/**
 * The schema that a subgraph serves, as it was last looked at: {@code src/test/resources/golden/<subgraph>.graphqls}. A
 * change of the schema is so a change of a file under review. {@code -Dgolden=write} takes the present schema over.
 */
public final class GoldenSdl {

    private GoldenSdl() {}

    /**
     * Compares what the subgraph serves to a router with the golden file of the module that is tested.
     *
     * @param caller with any valid token
     * @throws AssertionError that shows the first lines that differ, and says how to accept them
     */
    public static void assertUnchanged(GraphQlCaller caller, String subgraph) {
        new GoldenFile(subgraph + ".graphqls").assertUnchanged("schema", served(caller));
    }

    private static String served(GraphQlCaller caller) {
        JsonNode answer = caller.execute("{ _service { sdl } }");
        JsonNode sdl = answer.at("/data/_service/sdl");
        if (!sdl.isString()) {
            throw new AssertionError("The subgraph serves no schema: " + answer);
        }
        return sdl.asString().strip() + "\n";
    }
}
