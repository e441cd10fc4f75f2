/** The OAuth 2.1 issuer: its keys, its clients and what its tokens say. */
@NullMarked
package io.missionbrief.admin.issuer;

import org.jspecify.annotations.NullMarked;
