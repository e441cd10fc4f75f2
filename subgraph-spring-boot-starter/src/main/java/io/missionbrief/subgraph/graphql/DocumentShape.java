package io.missionbrief.subgraph.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How deep and how wide a document is, measured before it is validated: validation itself is what a hostile document
 * makes slow. Each fragment is measured once, so the work is linear in the size of the document.
 */
final class DocumentShape {

    private static final Measure NOTHING = new Measure(0, 0, 0);

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Measure> measured = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    private DocumentShape(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /**
     * What was found in a selection, fragments included wherever they are spread.
     *
     * @param depth how many fields lie below one another
     * @param aliases how many fields have an alias
     * @param fields how many fields stand side by side at the top
     */
    record Measure(int depth, long aliases, long fields) {

        private Measure beside(Measure other) {
            return new Measure(Math.max(depth, other.depth), aliases + other.aliases, fields + other.fields);
        }
    }

    /** The largest measures of any operation of the document. */
    static Measure of(Document document) {
        DocumentShape shape = new DocumentShape(document);
        Measure largest = NOTHING;
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            Measure measure = shape.of(operation.getSelectionSet());
            largest = new Measure(
                    Math.max(largest.depth, measure.depth),
                    Math.max(largest.aliases, measure.aliases),
                    Math.max(largest.fields, measure.fields));
        }
        return largest;
    }

    private Measure of(@Nullable SelectionSet selections) {
        Measure sum = NOTHING;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                sum = sum.beside(of(selection));
            }
        }
        return sum;
    }

    private Measure of(Selection<?> selection) {
        return switch (selection) {
            case Field field -> of(field);
            case InlineFragment fragment -> of(fragment.getSelectionSet());
            case FragmentSpread spread -> of(spread);
            default -> NOTHING;
        };
    }

    private Measure of(Field field) {
        long aliases = field.getAlias() == null ? 0 : 1;
        if (isIntrospection(field)) {
            return new Measure(1, aliases, 1);
        }
        Measure below = of(field.getSelectionSet());
        return new Measure(below.depth + 1, below.aliases + aliases, 1);
    }

    /** A cycle of fragments ends here, and is refused by validation. */
    private Measure of(FragmentSpread spread) {
        String name = spread.getName();
        Measure known = measured.get(name);
        FragmentDefinition fragment = fragments.get(name);
        if (known != null || fragment == null || !underWay.add(name)) {
            return known == null ? NOTHING : known;
        }
        Measure measure = of(fragment.getSelectionSet());
        underWay.remove(name);
        measured.put(name, measure);
        return measure;
    }

    /** The engine bounds these itself, and tools send them deeper than any query of the schema's data. */
    static boolean isIntrospection(Field field) {
        return field.getName().equals("__schema") || field.getName().equals("__type");
    }
}
