package io.missionbrief.subgraph.test.sample;

record Tally(String name) {}
