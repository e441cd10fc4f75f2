package io.missionbrief.leads.document;

import static io.missionbrief.leads.jooq.Tables.APPLICATION_DOCUMENT;

import io.missionbrief.leads.application.ListApplicationParts;
import org.springframework.stereotype.Component;

/** The loader by which nested fields reach documents, with one statement for each distinct page of a level. */
@Component
class DocumentLoaders {

    DocumentLoaders(ListApplicationParts parts) {
        parts.register("documentsOfApplications", APPLICATION_DOCUMENT.APPLICATION_ID, ApplicationDocument::of);
    }
}
