package dev.glovebox.host.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document of codes says what the registry says. */
final class CodesDocumentTest {
  @Test
  void theDocumentIsNotStale() throws Exception {
    Path file = CodesDocument.file(CodesDocument.root());
    if (Boolean.getBoolean("glovebox.write")) {
      Files.writeString(file, CodesDocument.text());
    }
    assertThat(file).hasContent(CodesDocument.text());
  }
}
