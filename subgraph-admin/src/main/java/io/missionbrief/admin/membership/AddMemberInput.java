package io.missionbrief.admin.membership;

import io.missionbrief.admin.user.Person;
import org.jspecify.annotations.Nullable;

/** A new member. */
record AddMemberInput(Person person, String role, @Nullable String idempotencyKey) {}
