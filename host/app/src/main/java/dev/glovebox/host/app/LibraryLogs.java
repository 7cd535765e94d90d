package dev.glovebox.host.app;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/**
 * Sends what libraries write to {@code java.util.logging} where our own log goes.
 *
 * <p>That package's own way is a handler that prints stack traces to stderr, and no stack trace
 * ever reaches a user.
 */
final class LibraryLogs extends Handler {
  private static final Logger ROOT = Logger.getLogger("");

  private final SimpleFormatter formatter = new SimpleFormatter();

  private LibraryLogs() {}

  /** Replaces every handler of the JVM. */
  static void redirect() {
    LogManager.getLogManager().reset();
    ROOT.setLevel(Level.INFO);
    ROOT.addHandler(new LibraryLogs());
  }

  @Override
  public void publish(LogRecord entry) {
    String name = String.valueOf(entry.getLoggerName());
    String text = formatter.formatMessage(entry);
    if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
      LoggerFactory.getLogger(name).error(text, entry.getThrown());
    } else if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
      LoggerFactory.getLogger(name).warn(text, entry.getThrown());
    } else {
      LoggerFactory.getLogger(name).info(text, entry.getThrown());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
