package io.missionbrief.broker;

import java.nio.file.Path;

/** A mutant: its store writes a while after it has acknowledged, which is H2's way unless it is told otherwise. */
final class ForgetfulBroker {

    private ForgetfulBroker() {}

    public static void main(String[] arguments) {
        LocalBroker broker = LocalBroker.open(Path.of(arguments[0]), 0, ";WRITE_DELAY=60000");
        System.out.println("endpoint " + broker.endpoint());
    }
}
