@NullMarked
package io.missionbrief.leads.document;

import org.jspecify.annotations.NullMarked;
