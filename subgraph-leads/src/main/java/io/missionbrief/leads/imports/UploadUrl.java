package io.missionbrief.leads.imports;

import io.missionbrief.leads.imports.LeadImportUpload.Header;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the addresses to which files are uploaded. */
@Component
class UploadUrl {

    static final String PATH = "/lead-imports/{workspace}/{secret}";

    private final String base;

    UploadUrl(ImportProperties properties) {
        this.base = properties.uploadUrl().toString().replaceFirst("/+$", "");
    }

    /** Null when there is no address. */
    @Nullable
    LeadImportUpload upload(Actor actor, Addressed addressed) {
        if (addressed.address() == null || addressed.expiresAt() == null) {
            return null;
        }
        String path = PATH.replace("{workspace}", actor.requireWorkspace().value())
                .replace("{secret}", addressed.address().secret());
        return new LeadImportUpload(
                base + path, "PUT", List.of(new Header("Content-Type", "text/csv")), addressed.expiresAt());
    }
}
