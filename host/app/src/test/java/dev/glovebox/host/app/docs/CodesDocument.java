package dev.glovebox.host.app.docs;

import dev.glovebox.host.model.Code;
import java.nio.file.Path;
import java.util.Objects;

/** Renders {@code docs/codes.md} from the one registry of codes. */
final class CodesDocument {
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
    return text.toString();
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
