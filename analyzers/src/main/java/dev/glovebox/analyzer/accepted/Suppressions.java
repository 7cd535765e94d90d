package dev.glovebox.analyzer.accepted;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.report.FileVerdict;
import dev.glovebox.analyzer.report.Judged;
import dev.glovebox.analyzer.report.Standing;
import dev.glovebox.analyzer.rules.Language;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Findings that a person accepted for a time, in one central file. Each entry holds for the exact
 * bytes of one source, so that whoever changes the source has to ask again.
 */
public final class Suppressions {
  /** Longest time that one may hold, in days from today. */
  public static final int DAYS_MAX = 366;

  private static final Entries.Form FORM =
      new Entries.Form(
          "SUPPRESSIONS_INVALID",
          "suppress",
          Set.of("rule", "sha256", "owner", "reason", "expires"),
          Set.of("line"));

  private final List<Entry> entries;
  private final LocalDate today;
  private final Set<Entry> used = new TreeSet<>();

  private record Entry(
      int place,
      String rule,
      String sha256,
      OptionalLong line,
      String owner,
      String reason,
      LocalDate expires)
      implements Comparable<Entry> {
    boolean holdsFor(FileVerdict verdict, Finding finding) {
      return rule.equals(finding.rule())
          && verdict.sha256().equals(Optional.of(sha256))
          && (line.isEmpty() || line.getAsLong() == finding.line());
    }

    @Override
    public int compareTo(Entry other) {
      return Integer.compare(place, other.place);
    }
  }

  private Suppressions(List<Entry> entries, LocalDate today) {
    this.entries = entries;
    this.today = today;
  }

  /** No suppressions. */
  public static Suppressions none() {
    return new Suppressions(List.of(), LocalDate.EPOCH);
  }

  /**
   * Reads the file.
   *
   * @param today last day on which an entry that ends today holds; UTC
   * @throws BadFileException FILE_UNREADABLE or SUPPRESSIONS_INVALID
   */
  public static Suppressions read(Path file, LocalDate today) throws BadFileException {
    List<Entry> entries = new ArrayList<>();
    for (Entries.Entry entry : Entries.read(file, FORM).entries()) {
      entries.add(entry(entry, today));
    }
    return new Suppressions(entries, today);
  }

  private static Entry entry(Entries.Entry entry, LocalDate today) throws BadFileException {
    String rule = entry.text("rule");
    if (Language.rule(rule).isEmpty()) {
      throw entry.bad("there is no rule '" + rule + "'");
    }
    String sha256 = entry.text("sha256");
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw entry.bad("sha256 is not 64 hexadecimal digits in lower case");
    }
    if (!(entry.value("expires") instanceof LocalDate expires)) {
      throw entry.bad("expires is no date such as 2027-01-31");
    }
    if (expires.isAfter(today.plusDays(DAYS_MAX))) {
      throw entry.bad("expires is more than " + DAYS_MAX + " days ahead");
    }
    OptionalLong line = OptionalLong.empty();
    if (entry.has("line")) {
      if (!(entry.value("line") instanceof Long number) || number < 1) {
        throw entry.bad("line is no number from 1");
      }
      line = OptionalLong.of(number);
    }
    return new Entry(
        entry.line(), rule, sha256, line, entry.text("owner"), entry.text("reason"), expires);
  }

  /** Who accepted {@code judged}, and why; empty if nobody did, or no longer. */
  Optional<Standing> of(FileVerdict verdict, Judged judged) {
    for (Entry entry : entries) {
      if (entry.holdsFor(verdict, judged.finding())) {
        used.add(entry);
        if (!today.isAfter(entry.expires())) {
          return Optional.of(new Standing.Suppressed(entry.owner(), entry.reason()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What their owners should know: entries that ended although the finding is still there, and
   * entries that met no finding.
   */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (Entry entry : entries) {
      String what = "line " + entry.place() + ": " + entry.rule() + " of " + entry.owner() + " ";
      if (!used.contains(entry)) {
        remarks.add("SUPPRESSION_UNUSED: " + what + "met no finding");
      } else if (today.isAfter(entry.expires())) {
        remarks.add("SUPPRESSION_EXPIRED: " + what + "ended " + entry.expires());
      }
    }
    return remarks;
  }
}
