package io.pipecast.board;

import io.pipecast.codec.settings.AccessSettings;
import java.nio.file.Path;

/**
 * A board and a browser to look at it with; skips the test, with the reason, where it is absent.
 */
final class BrowsedBoard implements AutoCloseable {
    final TestBrowser browser;
    final BoardServer server;
    final SampleBoard sample = new SampleBoard();
    private final SentRecords sent = new SentRecords();

    private BrowsedBoard(Path profile, AccessSettings access) {
        browser = new TestBrowser(profile);
        server = BoardServer.open(SampleBoard.options(0).seenBy(access), sent.sender());
    }

    /** Nothing is published yet. */
    static BrowsedBoard empty(Path profile) {
        return new BrowsedBoard(profile, AccessSettings.OPEN);
    }

    /** Over the sample company, calls included. */
    static BrowsedBoard of(Path profile, AccessSettings access) {
        BrowsedBoard board = new BrowsedBoard(profile, access);
        board.sample.fill(board.server.sink());
        board.sample.fill(board.server.steering());
        board.server.caughtUp();
        return board;
    }

    void show(String path) {
        browser.driver.get("http://127.0.0.1:" + server.port() + path);
    }

    /** Moves one deal. */
    void step() {
        sample.step(server.sink());
    }

    /** Brings the board what it has sent last. */
    void deliver() {
        sent.deliverTo(server);
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }
}
