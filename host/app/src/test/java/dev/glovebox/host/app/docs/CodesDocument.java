package dev.glovebox.host.app.docs;

import dev.glovebox.host.model.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renders {@code docs/codes.md} from the one registry of codes, and that of the preparation. */
final class CodesDocument {
  /** A constant of an enum after its comment. */
  private static final Pattern COMMENTED =
      Pattern.compile("/\\*\\* ([^*]*(?:\\*(?!/)[^*]*)*) \\*/\\s+([A-Z0-9_]+)[,\\s]");

  private CodesDocument() {}

  static Path file(Path root) {
    return root.resolve("docs").resolve("codes.md");
  }

  static Path root() {
    return Path.of(Objects.requireNonNull(System.getProperty("glovebox.root")));
  }

  static String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Codes

        Generated from `dev.glovebox.host.model.Code`; `CodesDocumentTest` fails when this file is stale,
        and with `-Dglovebox.write=true` it writes it.

        A code never changes its meaning once released. *Exit* is the exit code of the command line: 0 yes,
        1 no, 2 usage, 3 could not tell. *Retry*: the same call may succeed later. Over gRPC a code is the
        `reason` of a `google.rpc.ErrorInfo` with domain `glovebox`; those with status OK are part of an
        answer, not errors.
        """);
    for (Code.Category category : Code.Category.values()) {
      text.append("\n## ").append(title(category)).append("\n\n");
      text.append("| code | meaning | gRPC | exit | retry |\n| --- | --- | --- | --- | --- |\n");
      for (Code code : Code.values()) {
        if (code.category() == category) {
          text.append(
              "| `%s` | %s | %s | %d | %s |\n"
                  .formatted(
                      code, code.meaning(), code.grpc(), code.exit(), code.retry() ? "yes" : "no"));
        }
      }
    }
    refusals(text);
    return text.toString();
  }

  /** The preparation is another process's program: its words are read from their source. */
  private static void refusals(StringBuilder text) {
    text.append(
        """

        ## Why a source cannot be prepared

        `PREPARATION_REFUSED` names one of these, with line and column where it has them, and so do
        `submit` and the log. Those of Java that speak of an archive are told by a worker that refuses one:
        `POLICY_VIOLATION`.

        | code | meaning |
        | --- | --- |
        """);
    Matcher constant = COMMENTED.matcher(source("RefusalCode"));
    while (constant.find()) {
      String meaning =
          constant
              .group(1)
              .replaceAll("\\s*\\R\\s*\\*\\s*", " ")
              .replaceAll("\\{@\\w+ (?:\\w+)?#?([^}]*)\\}", "`$1`");
      text.append("| `%s` | %s |\n".formatted(constant.group(2), meaning));
    }
  }

  private static String source(String type) {
    Path file =
        root()
            .resolve("sandbox/prepare/src/main/java/dev/glovebox/prepare/source")
            .resolve(type + ".java");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String title(Code.Category category) {
    return switch (category) {
      case OUTCOME -> "Outcomes of a run";
      case GATE -> "The two gates";
      case DENIAL -> "Denials, in order of check";
      case ORDER -> "What ends an order after approval";
      case REQUEST -> "Requests";
      case SERIES -> "Defects of bar files";
      case IDENTITY -> "Identity";
      case HOST -> "Host";
      case AUDIT -> "Audit log";
    };
  }
}
