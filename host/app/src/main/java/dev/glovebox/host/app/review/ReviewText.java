package dev.glovebox.host.app.review;

import dev.glovebox.host.approval.ReviewBundle;
import dev.glovebox.host.approval.Statement;
import dev.glovebox.host.approval.StatementForm;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
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

  /**
   * Returns the candidate, its hashes, what it says of itself, what it changes, its source with
   * findings, and its honesty checks.
   */
  public static List<String> lines(
      Bundle bundle, Examination examination, List<Difference> differences) {
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
    lines.add("says of itself, by its text alone, read here again:");
    ManifestText.lines(examination.manifest()).forEach(line -> lines.add("  " + line));
    lines.add("");
    if (differences.isEmpty()) {
      lines.add("no earlier candidate of this owner under this file name");
    }
    differences.forEach(difference -> lines.addAll(difference.lines()));
    lines.add("");
    lines.addAll(AnnotatedSource.lines(bundle.source(), examination.findings()));
    lines.add("");
    lines.addAll(checks(bundle));
    return lines;
  }

  /**
   * Returns the prepared form: each line with the submitted line that it stands for; of Java its
   * classes with their hashes, for a worker loads those.
   */
  public static List<String> prepared(Bundle bundle, Examination examination) {
    if (bundle.manifest().language().equals("java")) {
      return ClassListing.lines(bundle.file(ReviewBundle.PREPARED));
    }
    List<String> text = AnnotatedSource.text(bundle.file(ReviewBundle.PREPARED));
    List<Integer> map = examination.lineMap();
    int width = Integer.toString(text.size()).length();
    List<String> lines = new ArrayList<>();
    lines.add("prepared form, what a worker loads; after <- the submitted line:");
    for (int i = 0; i < text.size(); i++) {
      lines.add(
          String.format(
                  Locale.ROOT,
                  "%" + width + "d <- %" + width + "s | ",
                  i + 1,
                  i < map.size() ? map.get(i).toString() : "")
              + new UntrustedText(text.get(i)).forTerminal());
    }
    return lines;
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
