package io.missionbrief.offender.right;

import io.missionbrief.offender.left.Left;

/** Not only its name is wrong: its package is marked by nobody. */
public record RightHelper(Left left) {}
