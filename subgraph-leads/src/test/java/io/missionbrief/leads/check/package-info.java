@NullMarked
package io.missionbrief.leads.check;

import org.jspecify.annotations.NullMarked;
