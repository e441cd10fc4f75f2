/** Applications: what a lead asks for in form, until it is decided. */
@NullMarked
package io.missionbrief.leads.application;

import org.jspecify.annotations.NullMarked;
