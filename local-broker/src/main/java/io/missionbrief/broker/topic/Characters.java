package io.missionbrief.broker.topic;

import java.util.regex.Pattern;

/** The characters that XML, and so SNS and SQS, can carry. */
final class Characters {

    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private Characters() {}

    static boolean areWritable(String text) {
        return !UNWRITABLE.matcher(text).find();
    }

    static String replaceUnwritable(String text) {
        return UNWRITABLE.matcher(text).replaceAll("\uFFFD");
    }
}
