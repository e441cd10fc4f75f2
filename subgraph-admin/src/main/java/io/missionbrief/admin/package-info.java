/** Workspaces, users, memberships and the OAuth 2.1 issuer. */
@NullMarked
package io.missionbrief.admin;

import org.jspecify.annotations.NullMarked;
