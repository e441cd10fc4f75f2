package io.missionbrief.broker;

import java.nio.file.Path;

/** The broker in a process of its own: {@code BrokerProcess FOLDER [PORT]}. It ends in order at SIGTERM. */
public final class BrokerProcess {

    private static final String USAGE = "usage: BrokerProcess FOLDER [PORT], where PORT is 0 to 65535";

    private BrokerProcess() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "io/missionbrief/broker/logback.xml");
        try {
            LocalBroker broker = LocalBroker.open(folder(arguments), port(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-stop"));
            System.out.println("endpoint " + broker.endpoint());
        } catch (BrokerFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static Path folder(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            throw new BrokerFailure(USAGE);
        }
        return Path.of(arguments[0]).toAbsolutePath();
    }

    private static int port(String[] arguments) {
        if (arguments.length < 2) {
            return 0;
        }
        try {
            int port = Integer.parseInt(arguments[1]);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Told below, as any other number that is no port.
        }
        throw new BrokerFailure(USAGE);
    }
}
