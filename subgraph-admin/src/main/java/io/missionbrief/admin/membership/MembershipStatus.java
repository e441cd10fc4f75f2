package io.missionbrief.admin.membership;

/** Whether a member has agreed to be one: INVITED, then ACTIVE. */
enum MembershipStatus {
    INVITED,
    ACTIVE
}
