package dev.glovebox.host.candidate;

import dev.glovebox.host.model.Sha256;
import java.util.List;

/** Port to the disposable process that analyses sources. Bound by host/app. Thread-safe. */
public interface Analysis {
  /** Analyses one source; blocks for the life of the process. */
  Answer analyze(String language, byte[] source);

  /** What came of it. */
  sealed interface Answer {
    /**
     * The source was read; findings are advice.
     *
     * @param ruleSet name of the rule set, for example {@code python-core 1}
     * @param manifest what the source says of itself
     */
    record Analyzed(
        String ruleSet,
        Sha256 ruleSetHash,
        List<Candidate.Finding> findings,
        StrategyManifest manifest)
        implements Answer {
      /** Copies the findings. */
      public Analyzed {
        findings = List.copyOf(findings);
      }
    }

    /** The process gave no usable answer; nothing is known about the source. */
    record Failed(String sentence) implements Answer {}
  }
}
