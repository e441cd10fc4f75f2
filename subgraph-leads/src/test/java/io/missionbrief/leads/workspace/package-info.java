/** A workspace of its own for each test, and calls in it over real HTTP. */
@NullMarked
package io.missionbrief.leads.workspace;

import org.jspecify.annotations.NullMarked;
