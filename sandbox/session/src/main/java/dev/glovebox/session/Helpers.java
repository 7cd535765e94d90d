package dev.glovebox.session;

import dev.glovebox.jail.JailedProcess;
import java.io.IOException;

/** Where the process for one request comes from. Thread-safe. */
public interface Helpers extends AutoCloseable {
  /** Name of the image, for messages. */
  String name();

  /**
   * Hands over a process that nobody has asked anything yet; the caller ends it.
   *
   * @throws IOException if none can be started
   */
  JailedProcess take() throws IOException;

  /** Ends what was not taken. */
  @Override
  void close();
}
