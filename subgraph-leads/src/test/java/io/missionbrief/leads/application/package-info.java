@NullMarked
package io.missionbrief.leads.application;

import org.jspecify.annotations.NullMarked;
