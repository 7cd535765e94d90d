package dev.glovebox.host.app.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.Patch;
import dev.glovebox.host.approval.ReviewBundle;
import dev.glovebox.host.candidate.Analysis;
import dev.glovebox.host.candidate.StrategyManifest;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a candidate changes against an earlier one, whose bytes are read here, too.
 *
 * @param roles {@code previous}, {@code approved} or both
 * @param unified the sources, line by line, as a candidate wrote them; empty if they are too long
 * @param manifests what is said no more and what is said anew, encoded; empty if the earlier bytes
 *     could not be read
 */
public record Difference(
    List<String> roles,
    CandidateId earlier,
    Optional<List<UntrustedText>> unified,
    Optional<ManifestChange> manifests) {
  /** Longest source that is compared line by line: two that share nothing cost the square. */
  public static final int DIFFERENCE_LINES_MAX = 5_000;

  private static final int CONTEXT_LINES = 3;

  // The two names.
  private static final int HEADER_LINES = 2;

  /** Copies the lists. */
  public Difference {
    roles = List.copyOf(roles);
    unified = unified.map(List::copyOf);
  }

  /** Statements of a manifest that are gone, and those that are new. */
  public record ManifestChange(List<String> removed, List<String> added) {
    /** Copies the lists. */
    public ManifestChange {
      removed = List.copyOf(removed);
      added = List.copyOf(added);
    }
  }

  /** Compares a bundle with the earlier candidates in it; one that is both is compared once. */
  public static List<Difference> of(Bundle bundle, Examination examination, Analysis analysis) {
    Manifest manifest = bundle.manifest();
    List<Difference> found = new ArrayList<>();
    boolean same = manifest.previous().equals(manifest.approved());
    manifest
        .previous()
        .ifPresent(id ->
            found.add(
                of(
                    same
                        ? List.of(ReviewBundle.PREVIOUS, ReviewBundle.APPROVED)
                        : List.of(ReviewBundle.PREVIOUS),
                    id,
                    bundle,
                    examination,
                    analysis)));
    manifest
        .approved()
        .filter(_ -> !same)
        .ifPresent(
            id -> found.add(of(List.of(ReviewBundle.APPROVED), id, bundle, examination, analysis)));
    return List.copyOf(found);
  }

  private static Difference of(
      List<String> roles,
      CandidateId id,
      Bundle bundle,
      Examination examination,
      Analysis analysis) {
    byte[] source = bundle.file(roles.getFirst());
    Optional<StrategyManifest> before =
        switch (analysis.analyze(bundle.manifest().language(), source)) {
          case Analysis.Answer.Analyzed analyzed -> Optional.of(analyzed.manifest());
          case Analysis.Answer.Failed _ -> Optional.empty();
        };
    return new Difference(
        roles,
        id,
        unified(source, bundle.source()),
        before.map(earlier ->
            new ManifestChange(
                ManifestText.only(earlier, examination.manifest()),
                ManifestText.only(examination.manifest(), earlier))));
  }

  static Optional<List<UntrustedText>> unified(byte[] before, byte[] after) {
    List<String> one = AnnotatedSource.text(before);
    List<String> other = AnnotatedSource.text(after);
    if (one.size() > DIFFERENCE_LINES_MAX || other.size() > DIFFERENCE_LINES_MAX) {
      return Optional.empty();
    }
    // Linear in memory, whatever a candidate makes of its lines.
    Patch<String> patch = DiffUtils.diff(one, other, new MyersDiffWithLinearSpace<>());
    List<String> unified =
        UnifiedDiffUtils.generateUnifiedDiff("earlier", "this", one, patch, CONTEXT_LINES);
    return Optional.of(goneBeforeNew(unified).stream().map(UntrustedText::new).toList());
  }

  // What took the place of something may come before it; people expect it after.
  private static List<String> goneBeforeNew(List<String> unified) {
    List<String> ordered = new ArrayList<>(unified.size());
    List<String> added = new ArrayList<>();
    for (int i = 0; i < unified.size(); i++) {
      String line = unified.get(i);
      if (i >= HEADER_LINES && line.startsWith("+")) {
        added.add(line);
      } else {
        if (!line.startsWith("-")) {
          ordered.addAll(added);
          added.clear();
        }
        ordered.add(line);
      }
    }
    ordered.addAll(added);
    return ordered;
  }

  /** Returns what a reviewer reads. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("compared with the " + title() + " " + earlier.resourceName() + ":");
    if (manifests.isEmpty()) {
      lines.add("  what it said of itself could not be read here");
    } else {
      manifests.get().removed().forEach(line -> lines.add("  - " + line));
      manifests.get().added().forEach(line -> lines.add("  + " + line));
      if (manifests.get().removed().isEmpty() && manifests.get().added().isEmpty()) {
        lines.add("  says the same of itself");
      }
    }
    if (unified.isEmpty()) {
      lines.add("  more than " + DIFFERENCE_LINES_MAX + " lines: compare the files of --out");
    } else if (unified.get().isEmpty()) {
      lines.add("  the same lines; only their ends differ");
    } else {
      unified.get().forEach(line -> lines.add("  " + line.forTerminal()));
    }
    return lines;
  }

  private String title() {
    if (roles.size() > 1) {
      return "previous and last approved candidate";
    }
    return roles.contains(ReviewBundle.PREVIOUS) ? "previous candidate" : "last approved candidate";
  }

  /** Returns the same for programs. */
  public Json json() {
    return Json.of(
        Map.of(
            "roles", Json.of(roles.stream().map(Json::of).toList()),
            "candidate", Json.of(earlier.resourceName()),
            "unified",
                unified
                    .<Json>map(
                        lines -> Json.of(lines.stream().map(UntrustedText::forJson).toList()))
                    .orElseGet(Json.Null::new),
            "manifest_removed", changes(manifests.map(ManifestChange::removed)),
            "manifest_added", changes(manifests.map(ManifestChange::added))));
  }

  private static Json changes(Optional<List<String>> lines) {
    return lines
        .<Json>map(all -> Json.of(all.stream().map(Json::of).toList()))
        .orElseGet(Json.Null::new);
  }
}
