package dev.glovebox.analyzer.report;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One file and its judgement.
 *
 * @param path as given; untrusted, as a candidate may have chosen the name
 * @param language as it was judged
 * @param sha256 of the bytes that were judged, in hexadecimal; empty if they were not read
 * @param lines of the text, for quoting; empty if it was not read
 * @param findings by place; none if the file could not be judged
 */
public record FileVerdict(
    String path,
    Language language,
    Optional<String> sha256,
    List<String> lines,
    Judgement judgement,
    List<Judged> findings) {
  private static final int FINGERPRINT_BYTES = 16;

  public FileVerdict {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
  }

  /** A verdict in which every finding counts. */
  public static FileVerdict of(
      String path,
      Language language,
      Optional<String> sha256,
      List<String> lines,
      Judgement judgement) {
    return new FileVerdict(path, language, sha256, lines, judgement, judged(judgement, lines));
  }

  /** The same with findings that stand as {@code standing} says. */
  public FileVerdict standing(Function<Judged, Standing> standing) {
    return new FileVerdict(
        path,
        language,
        sha256,
        lines,
        judgement,
        findings.stream()
            .map(one -> new Judged(one.finding(), one.fingerprint(), standing.apply(one)))
            .toList());
  }

  /** The same without its text, where nothing is quoted. */
  public FileVerdict withoutLines() {
    return new FileVerdict(path, language, sha256, List.of(), judgement, findings);
  }

  private static List<Judged> judged(Judgement judgement, List<String> lines) {
    if (!(judgement instanceof Judgement.Analysed(var analysis))) {
      return List.of();
    }
    Map<String, Integer> before = new HashMap<>();
    List<Judged> judged = new ArrayList<>();
    for (Finding finding : analysis.findings()) {
      String line =
          finding.line() >= 1 && finding.line() <= lines.size()
              ? lines.get(finding.line() - 1).strip()
              : "";
      String what = finding.rule() + "\n" + line;
      int same = before.merge(what, 1, Integer::sum);
      judged.add(new Judged(finding, fingerprint(what + "\n" + same), new Standing.Counts()));
    }
    return judged;
  }

  private static String fingerprint(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Whether a finding that counts is an error. */
  public boolean flagged() {
    return findings.stream().anyMatch(Judged::flags);
  }

  /** The word of the contract: CLEAN, FLAGGED or UNREADABLE. */
  public String verdict() {
    return switch (judgement) {
      case Judgement.Analysed _ -> flagged() ? "FLAGGED" : "CLEAN";
      case Judgement.Unreadable _ -> "UNREADABLE";
    };
  }
}
