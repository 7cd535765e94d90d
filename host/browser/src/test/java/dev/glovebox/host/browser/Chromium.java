package dev.glovebox.host.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine; none is downloaded. */
final class Chromium implements AutoCloseable {
  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it, or skips the tests where there is none. */
  static Chromium start() {
    Optional<Path> program = program();
    assumeTrue(program.isPresent(), "missing capability: chromium");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    // Its own sandbox needs an account that is not root; the pages come from this build alone.
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program.orElseThrow())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--hide-scrollbars")));
    return new Chromium(playwright, browser);
  }

  /** Opens an empty page of a size and scheme. */
  Visit visit(int width, ColorScheme scheme) {
    return new Visit(
        browser
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 1_000)
                    .setColorScheme(scheme))
            .newPage());
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Path> program() {
    return Stream.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** One page and everything that it said or asked for. */
  static final class Visit implements AutoCloseable {
    final Page page;
    final List<String> complaints = new ArrayList<>();
    final List<String> requests = new ArrayList<>();

    private Visit(Page page) {
      this.page = page;
      page.onConsoleMessage(message -> {
        if (message.type().equals("error") || message.type().equals("warning")) {
          complaints.add(message.text());
        }
      });
      page.onPageError(complaints::add);
      page.onRequest(request -> requests.add(request.url()));
      page.onDialog(dialog -> {
        complaints.add("dialog " + dialog.message());
        dialog.dismiss();
      });
      // Runs before the page and beside its policy: what the policy stops is heard.
      page.addInitScript(
          """
          window.stopped = [];
          document.addEventListener('securitypolicyviolation',
              event => window.stopped.push(event.violatedDirective + ' ' + event.blockedURI));
          """);
    }

    /** Opens a file and waits for all that it asks for. */
    void open(Path file) {
      page.navigate(file.toUri().toString());
      page.waitForLoadState();
    }

    /** Returns the value of an expression in the page. */
    Object ask(String expression) {
      return page.evaluate(expression);
    }

    /** Returns the texts that an expression gives. */
    List<String> texts(String expression) {
      return ((List<?>) page.evaluate(expression)).stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
      page.context().close();
    }
  }
}
