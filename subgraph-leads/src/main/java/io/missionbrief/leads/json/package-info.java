/** JSON that clients give and that is kept as it is. */
@NullMarked
package io.missionbrief.leads.json;

import org.jspecify.annotations.NullMarked;
