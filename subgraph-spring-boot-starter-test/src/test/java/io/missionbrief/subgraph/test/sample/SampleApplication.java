package io.missionbrief.subgraph.test.sample;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A subgraph as small as one that uses everything can be. */
@SpringBootApplication
class SampleApplication {}
