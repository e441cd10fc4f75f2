package io.missionbrief.leads.imports;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Where to upload a file, once.
 *
 * @param url holds the secret; never to be logged
 */
record LeadImportUpload(String url, String method, List<Header> headers, OffsetDateTime expiresAt) {

    /** A header that the request needs. */
    record Header(String name, String value) {}

    @Override
    public String toString() {
        return "LeadImportUpload[expiresAt=" + expiresAt + "]";
    }
}
