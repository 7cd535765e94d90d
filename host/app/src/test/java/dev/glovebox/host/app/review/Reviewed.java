package dev.glovebox.host.app.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glovebox.host.approval.ReviewBundle;
import dev.glovebox.host.audit.Checkpoint;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.candidate.Analysis;
import dev.glovebox.host.candidate.Candidate;
import dev.glovebox.host.candidate.Preparation;
import dev.glovebox.host.candidate.ReviewForms;
import dev.glovebox.host.candidate.StrategyManifest;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.model.UntrustedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A bundle as an honest host makes it, and analysis and preparation that agree with it. Each line
 * {@code name=value} of a source is a parameter, {@code fail} in it a failed analysis.
 */
final class Reviewed {
  static final TeamId TEAM = new TeamId("alpha");
  static final CandidateId PREVIOUS = new CandidateId(TEAM, "cand-00000001");
  static final CandidateId APPROVED = new CandidateId(TEAM, "cand-00000002");
  static final Sha256 RULES = Sha256.of(new byte[] {1});

  private final Map<String, byte[]> files = new TreeMap<>();
  private Optional<CandidateId> previous = Optional.empty();
  private Optional<CandidateId> approved = Optional.empty();

  Reviewed(String source) {
    files.put(ReviewBundle.MANIFEST, new byte[0]);
    files.put(ReviewBundle.ARTIFACT, source.getBytes(UTF_8));
    Preparation.Answer.Prepared prepared = prepared(source.getBytes(UTF_8));
    files.put(ReviewBundle.PREPARED, prepared.form());
    files.put(ReviewBundle.LINE_MAP, ReviewForms.lineMap(prepared));
    Analysis.Answer.Analyzed analyzed = analyzed(source.getBytes(UTF_8));
    files.put(ReviewBundle.FINDINGS, ReviewForms.findings(analyzed));
    files.put(ReviewBundle.STRATEGY_MANIFEST, ReviewForms.manifest(analyzed));
  }

  Reviewed previous(CandidateId id, String source) {
    previous = Optional.of(id);
    files.put(ReviewBundle.PREVIOUS, source.getBytes(UTF_8));
    return this;
  }

  Reviewed approved(CandidateId id, String source) {
    approved = Optional.of(id);
    files.put(ReviewBundle.APPROVED, source.getBytes(UTF_8));
    return this;
  }

  Reviewed with(String file, byte[] bytes) {
    files.put(file, bytes);
    return this;
  }

  Bundle bundle() {
    Map<String, Sha256> hashes = new TreeMap<>();
    files.forEach((name, bytes) -> hashes.put(name, Sha256.of(bytes)));
    hashes.remove(ReviewBundle.MANIFEST);
    return new Bundle(
        new Manifest(
            "glovebox-0123456789abcdef",
            Environment.DEVELOPMENT,
            new CandidateId(TEAM, "cand-00000003"),
            "alpha/ann",
            "python",
            new UntrustedText("a\u202e.py"),
            hashes,
            "fake 1",
            RULES,
            false,
            Optional.empty(),
            previous,
            approved,
            false,
            new Checkpoint("glovebox-0123456789abcdef", 1, RULES, "")),
        files);
  }

  static Examination examined(Bundle bundle) {
    return Examination.of(bundle, Reviewed::analyze, Reviewed::prepare);
  }

  static List<String> lines(Bundle bundle) {
    Examination examination = examined(bundle);
    return ReviewText.lines(
        bundle, examination, Difference.of(bundle, examination, Reviewed::analyze));
  }

  static Analysis.Answer analyze(String language, byte[] source) {
    return new String(source, UTF_8).contains("fail")
        ? new Analysis.Answer.Failed("told to")
        : analyzed(source);
  }

  private static Analysis.Answer.Analyzed analyzed(byte[] source) {
    return new Analysis.Answer.Analyzed("fake 1", RULES, findings(source), manifest(source));
  }

  private static List<Candidate.Finding> findings(byte[] source) {
    List<String> lines = new String(source, UTF_8).lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).contains("eval"))
        .mapToObj(i -> {
          String line = lines.get(i);
          int column = line.codePointCount(0, line.indexOf("eval")) + 1;
          return new Candidate.Finding(
              "PY101",
              Candidate.Severity.ERROR,
              i + 1,
              column,
              i + 1,
              column + 4,
              new UntrustedText("'ev\u200bal'"),
              new UntrustedText("do not"));
        })
        .toList();
  }

  static StrategyManifest manifest(byte[] source) {
    return new StrategyManifest(
        new UntrustedText("S"),
        new String(source, UTF_8)
            .lines()
            .filter(line -> line.contains("="))
            .map(line ->
                new StrategyManifest.Parameter(
                    new UntrustedText(line.substring(0, line.indexOf('='))),
                    new UntrustedText("str"),
                    new UntrustedText(line.substring(line.indexOf('=') + 1))))
            .toList(),
        List.of(
            new StrategyManifest.Order(new UntrustedText("buy"), new UntrustedText("market")),
            new StrategyManifest.Order(new UntrustedText("cancel"), new UntrustedText(""))),
        List.of(new UntrustedText("SMA")),
        List.of(),
        new UntrustedText("20"),
        List.of(new UntrustedText("glovebox")),
        List.of(new UntrustedText("on_bar")),
        0);
  }

  static Preparation.Answer prepare(String language, byte[] source) {
    return prepared(source);
  }

  private static Preparation.Answer.Prepared prepared(byte[] source) {
    String form = "pass\n" + new String(source, UTF_8);
    return new Preparation.Answer.Prepared(
        form.getBytes(UTF_8),
        1,
        IntStream.rangeClosed(0, (int) form.lines().count() - 1).boxed().toList());
  }
}
