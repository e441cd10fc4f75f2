package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.mutation.InputCheck;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The tags of a lead: each once whatever the capitals, in lower case and alphabetical order. */
public record Tags(Set<String> values) {

    static final int MAXIMUM = 50;
    private static final int MAXIMUM_LENGTH = 50;

    public Tags {
        values = new TreeSet<>(values);
    }

    public static Tags of(Collection<String> tags) {
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

    public boolean areTooMany() {
        return values.size() > MAXIMUM;
    }

    public String[] column() {
        return values.toArray(String[]::new);
    }

    /** What is wrong with tags that a client gave. */
    public static InputCheck check(InputCheck check, String field, List<String> tags) {
        for (int i = 0; i < tags.size(); i++) {
            checkOne(check, field + "." + i, tags.get(i));
        }
        return check;
    }

    /** What is wrong with one tag. */
    public static InputCheck checkOne(InputCheck check, String field, String tag) {
        return check.text(field, tag, MAXIMUM_LENGTH);
    }

    public static String tooMany() {
        return "A lead has at most " + MAXIMUM + " tags: take some off";
    }

    private static String normal(String tag) {
        return tag.strip().toLowerCase(Locale.ROOT);
    }
}
