package io.pipecast.e2e.live;

import io.pipecast.app.demo.EmbeddedKafka;
import io.pipecast.board.BoardOptions;
import io.pipecast.board.BoardServer;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.settings.PipecastConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Measures, and asserts nothing: how long the forecast page takes to be painted, and how long an
 * event takes from a Kafka producer through the job and the board to a line on that page. Broker,
 * job, board and Chromium share this machine; intervals are the product's defaults. Arguments:
 * deals (3000), events shown (500), milliseconds between them (100).
 */
final class ScreenLatency {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOADED_AT_ONCE = 1_000;
    private static final int PAGES = 11;

    /** A probe is an amount nobody else has: $100,000 and its number. */
    private static final long AMOUNT = 10_000_000;

    /** Remembers when each probe was on the page first, and what was painted when. */
    private static final String WATCH =
            """
            window.seen = {};
            window.painted = {};
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) window.painted[entry.name || entry.entryType] = entry.startTime;
            }).observe({ type: 'paint', buffered: true });
            document.addEventListener('DOMContentLoaded', () => {
              const look = () => {
                if (!window.painted.numbers && document.querySelector('.ticker')) window.painted.numbers = performance.now();
                for (const [name] of document.body.textContent.matchAll(/\\$100,[0-9]{3}/g)) window.seen[name] ??= Date.now();
              };
              new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
              look();
            });
            """;

    private final CrmFeed feed;
    private final ChromeDriver browser;
    private final String address;
    private long clock = Changes.START + Changes.HOUR;

    private ScreenLatency(CrmFeed feed, ChromeDriver browser, String address) {
        this.feed = feed;
        this.browser = browser;
        this.address = address;
    }

    /** Runs the measurement. */
    public static void main(String[] args) throws Exception {
        int deals = args.length > 0 ? Integer.parseInt(args[0]) : 3_000;
        int probes = args.length > 1 ? Integer.parseInt(args[1]) : 500;
        long pause = args.length > 2 ? Long.parseLong(args[2]) : 100;
        try (EmbeddedKafka broker = EmbeddedKafka.start()) {
            PipecastConfig config = config(broker);
            try (CrmFeed feed = new CrmFeed(config);
                    RunningJob job = RunningJob.startWithoutRestarts(config);
                    BoardServer board =
                            BoardServer.start(BoardOptions.of(config).onPort(0), config.kafka())) {
                ChromeDriver browser = browser();
                try {
                    String address = "http://127.0.0.1:" + board.port() + "/";
                    ScreenLatency measure = new ScreenLatency(feed, browser, address);
                    measure.load(deals);
                    measure.paint();
                    measure.probe(deals, probes, pause);
                } finally {
                    browser.quit();
                }
                System.out.println("job runs: " + job.isRunning());
            }
        }
    }

    private static PipecastConfig config(EmbeddedKafka broker) {
        return PipecastConfig.parse(
                """
                company: Screen
                board:
                  access:
                    signIn: none
                kafka:
                  bootstrapServers: %s
                  partitions: 2
                flink:
                  parallelism: 2
                  checkpointDir: %s
                """
                        .formatted(
                                broker.bootstrapServers(), broker.directory().resolve("screen")));
    }

    private static ChromeDriver browser() throws Exception {
        Path profile = Files.createTempDirectory("pipecast-screen");
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + profile);
        ChromeDriverService driver =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                        .build();
        ChromeDriver browser = new ChromeDriver(driver, options);
        browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        return browser;
    }

    private void load(int deals) throws Exception {
        for (int i = 0; i < deals; i++) {
            feed.change(Changes.created("D" + i, Changes.START));
            if (i % LOADED_AT_ONCE == 0) {
                feed.tick(clock);
            }
        }
        feed.tick(clock);
        show("D" + (deals - 1), 0);
        browser.get(address);
        await(0);
    }

    /** Changes a deal; the page tells what changed. */
    private void show(String deal, int probe) throws Exception {
        OpportunityChange change = Changes.update(deal, clock - 1);
        change.amount = AMOUNT + 100L * probe;
        feed.change(change);
        feed.tick(++clock);
    }

    private static String text(int probe) {
        return String.format(Locale.ROOT, "$%,d", (AMOUNT + 100L * probe) / 100);
    }

    private void await(int probe) {
        new WebDriverWait(browser, PATIENCE).until(any -> seen(probe) != null);
    }

    /** Epoch milliseconds at which a probe was on the page first, or null. */
    private Object seen(int probe) {
        return browser.executeScript("return window.seen[arguments[0]]", text(probe));
    }

    private void paint() {
        double[] first = new double[PAGES];
        double[] numbers = new double[PAGES];
        for (int i = 0; i < PAGES; i++) {
            browser.get("about:blank");
            browser.get(address);
            await(0);
            first[i] = painted("first-contentful-paint");
            numbers[i] = painted("numbers");
        }
        tell("first paint", first);
        tell("numbers on the page", numbers);
    }

    private double painted(String what) {
        Object at = browser.executeScript("return window.painted[arguments[0]]", what);
        return ((Number) at).doubleValue();
    }

    private void probe(int deals, int probes, long pause) throws Exception {
        long[] sent = new long[probes];
        long began = System.currentTimeMillis();
        for (int i = 0; i < probes; i++) {
            long due = began + i * pause;
            while (System.currentTimeMillis() < due) {
                Thread.onSpinWait();
            }
            sent[i] = System.currentTimeMillis();
            show("D" + i * 7 % deals, i + 1);
        }
        await(probes);
        double[] late = new double[probes];
        int missed = 0;
        for (int i = 0; i < probes; i++) {
            Object at = seen(i + 1);
            late[i] = at == null ? Double.POSITIVE_INFINITY : ((Number) at).doubleValue() - sent[i];
            missed += at == null ? 1 : 0;
        }
        tell("event to screen", late);
        System.out.println("events that were pushed off the list before they were seen: " + missed);
    }

    private static void tell(String what, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-20s p50 %.0f ms, p99 %.0f ms, most %.0f ms of %d%n",
                what,
                sorted[(sorted.length - 1) / 2],
                sorted[(int) Math.ceil(0.99 * sorted.length) - 1],
                sorted[sorted.length - 1],
                sorted.length);
    }
}
