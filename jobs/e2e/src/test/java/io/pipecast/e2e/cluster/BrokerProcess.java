package io.pipecast.e2e.cluster;

import io.pipecast.app.demo.EmbeddedKafka;

/** Main class of a JVM that is a Kafka broker until it is ended. */
final class BrokerProcess {
    /** Comes before the address in the line that says the broker is up. */
    static final String READY = "broker ready at ";

    private BrokerProcess() {}

    /** Starts the broker, says where it is and stays. */
    public static void main(String[] args) throws InterruptedException {
        EmbeddedKafka broker = EmbeddedKafka.start();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop broker"));
        System.out.println(READY + broker.bootstrapServers());
        Thread.currentThread().join();
    }
}
