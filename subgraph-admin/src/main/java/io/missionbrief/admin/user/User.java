package io.missionbrief.admin.user;

import io.missionbrief.admin.jooq.tables.records.AppUserRecord;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A person with an account.
 *
 * @param id the same in every workspace
 * @param email as it was written when the account was made
 */
public record User(UUID id, String name, String email, OffsetDateTime createdAt) {

    static User of(AppUserRecord row) {
        return new User(row.getId(), row.getName(), row.getEmail(), row.getCreatedAt());
    }
}
