package io.missionbrief.subgraph.graphql;

import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;

/** How many values the longest list has that stands in a document. */
final class LongestList extends NodeVisitorStub {

    private int values;

    private LongestList() {}

    static int in(Document document) {
        LongestList longest = new LongestList();
        new NodeTraverser().preOrder(longest, document);
        return longest.values;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public TraversalControl visitArrayValue(ArrayValue list, TraverserContext<Node> context) {
        values = Math.max(values, list.getValues().size());
        return TraversalControl.CONTINUE;
    }
}
