package io.missionbrief.subgraph.event;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number that counts in one history of a log, as text {@code <epoch>.<number>}.
 *
 * @param epoch in which history it counts: a copied, restored or promoted database has another one
 * @param number from 0
 */
record EpochNumber(String epoch, long number) {

    private static final Pattern FORM = Pattern.compile("^([0-9a-f]{12})\\.(0|[1-9][0-9]{0,17})$");

    EpochNumber {
        if (!FORM.matcher(epoch + "." + number).matches()) {
            throw new IllegalArgumentException("Counts in no epoch: " + epoch + "." + number);
        }
    }

    /** What the text says; null when it is of another form. */
    static @Nullable EpochNumber parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? new EpochNumber(form.group(1), Long.parseLong(form.group(2))) : null;
    }

    @Override
    public String toString() {
        return epoch + "." + number;
    }
}
