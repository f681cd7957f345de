// SPDX-License-Identifier: Apache-2.0

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/**
 * Prints what Alertmanager sends to its receivers, a line an alert; the path is the receiver.
 *
 * <pre>java -cp 'jobs/app/target/lib/*' deploy/watch/Messages.java PORT</pre>
 */
final class Messages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Messages() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", Messages::print);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    private static void print(HttpExchange exchange) throws IOException {
        JsonNode message = JSON.readTree(exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
        String receiver = exchange.getRequestURI().getPath().substring(1);
        for (JsonNode alert : message.path("alerts")) {
            JsonNode labels = alert.path("labels");
            JsonNode said = alert.path("annotations");
            String who = labels.path("manager").asText();
            System.out.printf(
                    "%-9s %-16s %s %s%s%n",
                    alert.path("status").asText(),
                    receiver,
                    who.isEmpty() ? "" : "to " + who + ":",
                    said.path("summary").asText(),
                    said.has("amount")
                            ? " · " + said.path("amount").asText() + " · " + said.path("measured").asText()
                            : "");
        }
        System.out.flush();
    }
}
