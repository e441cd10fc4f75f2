package io.missionbrief.admin.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which memberships to list; null for what does not matter. */
record MembershipFilter(@Nullable List<String> roles) {}
