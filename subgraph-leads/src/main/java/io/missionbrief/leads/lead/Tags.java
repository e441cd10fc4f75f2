package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.mutation.InputCheck;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The tags of a lead: each once whatever the capitals, in lower case and alphabetical order. */
record Tags(Set<String> values) {

    static final int MAXIMUM = 50;
    private static final int MAXIMUM_LENGTH = 50;

    Tags {
        values = new TreeSet<>(values);
    }

    static Tags of(Collection<String> tags) {
        return new Tags(new TreeSet<>(tags.stream().map(Tags::normal).toList()));
    }

    Tags with(Tags added) {
        TreeSet<String> all = new TreeSet<>(values);
        all.addAll(added.values);
        return new Tags(all);
    }

    Tags without(Tags removed) {
        TreeSet<String> rest = new TreeSet<>(values);
        rest.removeAll(removed.values);
        return new Tags(rest);
    }

    boolean areTooMany() {
        return values.size() > MAXIMUM;
    }

    String[] column() {
        return values.toArray(String[]::new);
    }

    /** What is wrong with tags that a client gave. */
    static InputCheck check(InputCheck check, String field, List<String> tags) {
        for (int i = 0; i < tags.size(); i++) {
            check.text(field + "." + i, tags.get(i), MAXIMUM_LENGTH);
        }
        return check;
    }

    static String tooMany() {
        return "A lead has at most " + MAXIMUM + " tags: take some off";
    }

    private static String normal(String tag) {
        return tag.strip().toLowerCase(Locale.ROOT);
    }
}
