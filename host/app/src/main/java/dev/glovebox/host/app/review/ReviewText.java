package dev.glovebox.host.app.review;

import dev.glovebox.host.approval.Statement;
import dev.glovebox.host.approval.StatementForm;
import dev.glovebox.host.candidate.Candidate;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reviewer reads, line by line. Whatever an agent wrote passes an encoder that shows
 * control, bidirectional and zero-width characters instead of obeying them.
 */
public final class ReviewText {
  private ReviewText() {}

  /** Returns the candidate, its hashes, its source with findings, and its honesty checks. */
  public static List<String> lines(Bundle bundle, Examination examination) {
    Manifest manifest = bundle.manifest();
    List<String> lines = new ArrayList<>();
    lines.add("candidate " + manifest.candidate().resourceName());
    lines.add(
        "written by " + shown(manifest.owner()) + ", file " + manifest.fileName().forTerminal());
    lines.add("at host " + manifest.origin() + ", environment " + manifest.environment().text());
    manifest.hashes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(file -> lines.add("hashed here: " + file.getKey() + " " + file.getValue()));
    lines.add("prepared here again: the same form, byte for byte");
    lines.add(
        "analysed here again: the same "
            + examination.findings().size()
            + " findings by "
            + shown(manifest.ruleSet())
            + " "
            + manifest.ruleSetHash());
    lines.add("");
    lines.addAll(source(bundle.source(), examination.findings()));
    lines.add("");
    lines.addAll(checks(bundle));
    return lines;
  }

  /** Returns the source, numbered, each finding below its line. */
  static List<String> source(byte[] source, List<Candidate.Finding> findings) {
    List<String> lines = new ArrayList<>();
    List<String> text = new String(source, StandardCharsets.UTF_8).lines().toList();
    int width = Integer.toString(text.size()).length();
    for (int i = 0; i < text.size(); i++) {
      int number = i + 1;
      lines.add(
          String.format(Locale.ROOT, "%" + width + "d | ", number)
              + new UntrustedText(text.get(i)).forTerminal());
      findings.stream()
          .filter(finding -> finding.line() == number)
          .forEach(finding -> lines.add(" ".repeat(width) + " ^ " + line(finding)));
    }
    findings.stream()
        .filter(finding -> finding.line() > text.size())
        .forEach(finding -> lines.add(" ".repeat(width) + " ^ " + line(finding)));
    return lines;
  }

  private static String line(Candidate.Finding finding) {
    String instead = finding.instead().forTerminal();
    return finding.severity().name().toLowerCase(Locale.ROOT)
        + " "
        + shown(finding.rule())
        + " in column "
        + finding.column()
        + ": "
        + finding.message().forTerminal()
        + (instead.isEmpty() ? "" : " (instead: " + instead + ")");
  }

  private static List<String> checks(Bundle bundle) {
    if (bundle.manifest().check().isEmpty()) {
      return List.of(
          bundle.manifest().checksRequired()
              ? "honesty checks: NONE; this host takes no promotion without: run check first"
              : "honesty checks: NONE; this host leaves that to you");
    }
    List<String> lines = new ArrayList<>();
    lines.add("honesty checks " + bundle.manifest().check().get().resourceName());
    if (CanonicalJson.parse(bundle.file("check.json")) instanceof Json.Obj(var members)) {
      members.forEach((key, value) -> {
        if (value instanceof Json.Arr(var elements)) {
          elements.forEach(element -> lines.add("  " + key + ": " + summary(element)));
        } else {
          lines.add("  " + key + ": " + summary(value));
        }
      });
    }
    return lines;
  }

  private static String summary(Json value) {
    String text = value instanceof Json.Str(String string) ? string : value.text();
    return shown(text);
  }

  /** Returns a statement, one member to a line, and the hash of what would be signed. */
  public static List<String> lines(Statement statement) {
    Json.Obj json = StatementForm.json(statement);
    List<String> lines = new ArrayList<>();
    lines.add("statement " + statement.gate().payloadType());
    new TreeMap<>(json.members())
        .forEach((key, value) -> lines.add("  " + key + ": " + summary(value)));
    lines.add("sha256 of the statement " + Sha256.of(json.bytes()));
    return lines;
  }

  private static String shown(String text) {
    return new UntrustedText(text).forTerminal();
  }
}
