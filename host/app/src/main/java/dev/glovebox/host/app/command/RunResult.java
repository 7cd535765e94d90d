package dev.glovebox.host.app.command;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.proto.api.v1.Candidate;
import java.util.Arrays;
import java.util.Optional;

/** What came of asking a host for a run. */
public sealed interface RunResult {
  /** Analysis flagged the candidate; no worker was started. */
  record Flagged(Candidate candidate) implements RunResult {}

  /**
   * The run is over.
   *
   * @param report the content of {@code report.json}
   * @param message what a fault said; untrusted
   * @param fills what it filled, for a terminal
   */
  record Finished(
      String run,
      Json.Obj spec,
      Json.Obj report,
      long logPosition,
      UntrustedText message,
      FillLines fills)
      implements RunResult {
    /** Returns how the run ended; a word of another build counts as a defect. */
    public Code code() {
      String word = text("code").orElse("");
      return Arrays.stream(Code.values())
          .filter(code -> code.name().equals(word))
          .findFirst()
          .orElse(Code.INTERNAL);
    }

    /** Returns a member of the report as text. */
    public Optional<String> text(String member) {
      return text(report, member);
    }

    /** Returns a metric as text. */
    public Optional<String> metric(String member) {
      return report.members().get("metrics") instanceof Json.Obj metrics
          ? text(metrics, member)
          : Optional.empty();
    }

    private static Optional<String> text(Json.Obj object, String member) {
      return switch (object.members().get(member)) {
        case Json.Str(String value) -> Optional.of(value);
        case Json.Int(long value) -> Optional.of(Long.toString(value));
        case Json.Bool(boolean value) -> Optional.of(Boolean.toString(value));
        case null, default -> Optional.empty();
      };
    }
  }
}
