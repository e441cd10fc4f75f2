package io.missionbrief.leads.imports;

/** The import went on without this upload: it was taken for dead, and another one may have begun. Nothing was changed. */
final class LostImportException extends RuntimeException {

    LostImportException() {
        super("The import went on without this upload", null, false, false);
    }
}
