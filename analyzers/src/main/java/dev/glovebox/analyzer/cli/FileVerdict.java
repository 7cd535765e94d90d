package dev.glovebox.analyzer.cli;

import dev.glovebox.analyzer.Finding;
import java.util.List;
import java.util.Optional;

/**
 * One file and its judgement.
 *
 * @param path as given; untrusted, as a candidate may have chosen the name
 * @param sha256 of the bytes that were judged, in hexadecimal; empty if they were not read
 * @param lines of the text, for quoting; empty if it was not read
 */
record FileVerdict(String path, Optional<String> sha256, List<String> lines, Judgement judgement) {
  FileVerdict {
    lines = List.copyOf(lines);
  }

  /** The word of the contract: CLEAN, FLAGGED or UNREADABLE. */
  String verdict() {
    return switch (judgement) {
      case Judgement.Analysed(var analysis) -> analysis.flagged() ? "FLAGGED" : "CLEAN";
      case Judgement.Unreadable _ -> "UNREADABLE";
    };
  }

  List<Finding> findings() {
    return switch (judgement) {
      case Judgement.Analysed(var analysis) -> analysis.findings();
      case Judgement.Unreadable _ -> List.of();
    };
  }
}
