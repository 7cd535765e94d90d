package dev.glovebox.host.app.attacks;

import dev.glovebox.host.model.UntrustedText;
import java.util.List;
import java.util.stream.Stream;

/**
 * How one attack ended.
 *
 * @param code COMPLETED or the code of the end
 * @param observer WORKER, HOST, or none for a good end
 * @param text all that came back beside the log: messages, names, tags
 */
record Ending(String code, String observer, String text, List<String> lines) {
  static final String COMPLETED = "COMPLETED";
  static final String NOBODY = "none";
  static final String WORKER = "WORKER";
  static final String HOST = "HOST";

  /** Whether a character in what came back would act on a terminal or hide from a reader. */
  boolean actsRaw() {
    return texts().anyMatch(Ending::acts);
  }

  /** Whether one still would, after the host's encoder. */
  boolean actsEncoded() {
    return texts().map(each -> new UntrustedText(each).forTerminal()).anyMatch(Ending::acts);
  }

  private Stream<String> texts() {
    return Stream.concat(Stream.of(text), lines.stream());
  }

  private static boolean acts(String text) {
    return text.codePoints()
        .anyMatch(point ->
            switch (Character.getType(point)) {
              case Character.CONTROL,
                  Character.FORMAT,
                  Character.LINE_SEPARATOR,
                  Character.PARAGRAPH_SEPARATOR,
                  Character.SURROGATE,
                  Character.PRIVATE_USE ->
                  true;
              default -> "=+@".indexOf(point) >= 0 && text.codePointAt(0) == point;
            });
  }
}
