package io.pipecast.board;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window, for tests of pages; skips the test, with the reason, where absent. */
public final class TestBrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SIDEWAYS =
            "const page = document.documentElement; return page.scrollWidth - page.clientWidth";

    public final ChromeDriver driver;

    /** A browser with a profile of its own. */
    public TestBrowser(Path profile) {
        assumeTrue(Files.isExecutable(CHROMIUM), CHROMIUM + " is not installed");
        assumeTrue(Files.isExecutable(DRIVER), DRIVER + " is not installed");
        driver =
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(DRIVER.toFile())
                                .build(),
                        BrowserOptions.headless(CHROMIUM, profile));
    }

    /** Sets the window's width and the system's theme. */
    public void look(int width, String theme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    /** Waits until an element can be seen. */
    public WebElement await(String css) {
        return new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    /** Waits until an element has a text in it. */
    public void awaitText(String css, String text) {
        new WebDriverWait(driver, PATIENCE)
                .until(
                        ExpectedConditions.textToBePresentInElementLocated(
                                By.cssSelector(css), text));
    }

    /** Elements there are now. */
    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** How far the page can be scrolled sideways, pixels. */
    public long sideways() {
        return (long) driver.executeScript(SIDEWAYS);
    }

    /** What was said on the console since the last look. */
    public List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Keeps a picture of the page where the property {@code pipecast.screenshots} says so. */
    public void picture(String name) throws java.io.IOException {
        String directory = System.getProperty("pipecast.screenshots");
        if (directory != null) {
            Files.write(
                    Path.of(directory, name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
