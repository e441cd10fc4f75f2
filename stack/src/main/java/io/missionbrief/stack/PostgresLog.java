package io.missionbrief.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL has written from one moment on. */
final class PostgresLog {

    /** Not what it says to those who ask too early or too late: that is no reason, but follows from one. */
    private static final Pattern COMPLAINT = Pattern.compile(
            "^.*\\b(?:FATAL|PANIC|initdb: error): ++(?!the database system is |terminating connection )(.+)$",
            Pattern.MULTILINE);

    private final Path file;
    private final long begin;

    /** From now on. */
    PostgresLog(Path file) {
        this.file = file;
        this.begin = size(file);
    }

    Path file() {
        return file;
    }

    boolean saysThatItGaveUp() {
        return written().contains("pg_ctl: ");
    }

    /** The first grave complaint, which the others follow from: in parentheses after a space; empty where there is none. */
    String complaint() {
        Matcher complaints = COMPLAINT.matcher(written());
        return complaints.find() ? " (" + complaints.group(1) + ")" : "";
    }

    private String written() {
        try {
            byte[] all = Files.readAllBytes(file);
            return new String(
                    Arrays.copyOfRange(all, (int) Math.min(begin, all.length), all.length), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
