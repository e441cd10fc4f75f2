package io.missionbrief.examplename.examplenoun;

/** What is allowed for one example thing, when it is made as when it changes. The table keeps the same rules. */
final class ExampleThingRules {

    static final int NAME_LENGTH = 200;
    static final int NOTE_LENGTH = 2000;

    private ExampleThingRules() {}
}
