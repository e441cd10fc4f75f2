/** The accounts of people, and who may see them. */
@NullMarked
package io.missionbrief.admin.user;

import org.jspecify.annotations.NullMarked;
