package io.missionbrief.leads.check;

import static io.missionbrief.leads.jooq.Tables.VERIFICATION_CHECK;

import io.missionbrief.leads.application.ListApplicationParts;
import org.springframework.stereotype.Component;

/** The loader by which nested fields reach checks, with one statement for each distinct page of a level. */
@Component
class CheckLoaders {

    CheckLoaders(ListApplicationParts parts) {
        parts.register("checksOfApplications", VERIFICATION_CHECK.APPLICATION_ID, VerificationCheck::of);
    }
}
