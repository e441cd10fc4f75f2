package io.missionbrief.subgraph.graphql;

import java.util.regex.Pattern;

/** Email addresses as people write them. */
public final class EmailAddress {

    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
    private static final int LONGEST = 254;

    private EmailAddress() {}

    /**
     * The address without spaces around it; its capitals stay.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static String normalised(String text) {
        String trimmed = text.trim();
        if (trimmed.length() > LONGEST || !FORM.matcher(trimmed).matches()) {
            throw new IllegalArgumentException("Not an email address");
        }
        return trimmed;
    }
}
