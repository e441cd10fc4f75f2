package io.missionbrief.offender.util;

/** In a package that says nothing. */
record Something() {}
