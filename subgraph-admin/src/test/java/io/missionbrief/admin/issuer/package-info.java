/** What the issuer keeps. */
@NullMarked
package io.missionbrief.admin.issuer;

import org.jspecify.annotations.NullMarked;
