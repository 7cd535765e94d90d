package dev.glovebox.host.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What a library logs never becomes a stack trace on the terminal. */
final class LibraryLogsTest {
  @Test
  void ourHandlerIsTheOnlyOne() {
    LibraryLogs.redirect();
    assertThat(Logger.getLogger("").getHandlers()).hasExactlyElementsOfTypes(LibraryLogs.class);
    assertThat(Logger.getLogger("io.grpc").getHandlers()).isEmpty();
  }
}
