package io.missionbrief.leads.imports;

/**
 * What became of the lines of a file so far.
 *
 * @param lastLine the last line whose outcome is known, counted from 1; 0 before the first
 */
record LineCounts(int created, int duplicates, int rejected, int lastLine) {

    /** Records, without that of the names. */
    int read() {
        return created + duplicates + rejected;
    }

    /** @param to the last line of those that are added */
    LineCounts plus(int moreCreated, int moreDuplicates, int moreRejected, int to) {
        return new LineCounts(created + moreCreated, duplicates + moreDuplicates, rejected + moreRejected, to);
    }
}
