package io.missionbrief.admin.user;

import io.missionbrief.admin.jooq.tables.records.AppUserRecord;
import io.missionbrief.admin.jooq.tables.records.MembershipRecord;
import java.util.UUID;

/**
 * A person, as a workspace knows them, or as they know themselves.
 *
 * @param id of the account, the same in every workspace
 * @param name in a workspace what people there call the person, whatever the account says
 * @param email in a workspace the address under which it invited the person
 */
public record User(UUID id, String name, String email) {

    /** The person as the workspace of the membership knows them. */
    public static User of(MembershipRecord row) {
        return new User(row.getUserId(), row.getName(), row.getEmail());
    }

    static User of(AppUserRecord row) {
        return new User(row.getId(), row.getName(), row.getEmail());
    }
}
