package io.pipecast.app.demo;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;

/** Opens the board where there is a desktop; elsewhere the printed address has to do. */
final class Browser {
    private Browser() {}

    static void open(String address) {
        if (GraphicsEnvironment.isHeadless() || !Desktop.isDesktopSupported()) {
            return;
        }
        try {
            Desktop.getDesktop().browse(URI.create(address));
        } catch (IOException | UnsupportedOperationException e) {
            System.err.println("pipecast: no browser could be opened: " + e.getMessage());
        }
    }
}
