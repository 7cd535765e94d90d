package dev.glovebox.analyzer.cli;

import com.google.protobuf.MessageLite;
import dev.glovebox.analyzer.Analysis;
import dev.glovebox.analyzer.AnalyzeMain;
import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.StrategyManifest;
import dev.glovebox.analyzer.report.Judgement;
import dev.glovebox.analyzer.rules.Severity;
import dev.glovebox.classes.AllowList;
import dev.glovebox.image.AnalyzerImage;
import dev.glovebox.image.ChildFlags;
import dev.glovebox.image.ImageStore;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.image.SealedJail;
import dev.glovebox.jail.landlock.LandlockLauncher;
import dev.glovebox.jail.oci.OciProbe;
import dev.glovebox.jail.tier.Machine;
import dev.glovebox.jail.tier.TierUnavailableException;
import dev.glovebox.jail.tier.Tiers;
import dev.glovebox.lockdown.Lockdown;
import dev.glovebox.prepare.source.SourceText;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.session.AnalysisAnswer;
import dev.glovebox.session.AnalysisResult;
import dev.glovebox.session.AnalysisResult.SourceFinding;
import dev.glovebox.session.HelperFailed;
import dev.glovebox.session.HelperLimits;
import dev.glovebox.session.Nonces;
import dev.glovebox.session.RefusedInput;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The real surroundings: each analysis in a jailed process of its own. */
final class JailedSurroundings implements Surroundings {
  // What the child needs, and no more: nothing with which it could start or reach anything.
  private static final List<String> CHILD_JARS =
      List.of("python-language-", "icu4j-", "protobuf-java-", "javaparser-core-");

  private final InputStream standardInput;

  JailedSurroundings(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  @Override
  public InputStream standardInput() {
    return standardInput;
  }

  @Override
  public LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  // https://no-color.org: set to anything means none.
  @Override
  public boolean hasColors() {
    String terminal = Objects.requireNonNullElse(System.getenv("TERM"), "dumb");
    String none = Objects.requireNonNullElse(System.getenv("NO_COLOR"), "");
    boolean shown = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return shown && none.isEmpty() && !terminal.equals("dumb");
  }

  @Override
  public <T> T withAnalyses(Function<Analyses, T> work) {
    Path jdk = Path.of(System.getProperty("java.home"));
    ImageStore store = new ImageStore(cache().resolve("images"), jdk);
    SecureRandom random = new SecureRandom();
    try (HeldFolder scratch =
            HeldFolder.make(
                Path.of(System.getProperty("java.io.tmpdir")), HeldFolder.Kind.ANALYSIS);
        Jail jail = jail(store, scratch.path(), random)) {
      dev.glovebox.session.Analyses jailed =
          new dev.glovebox.session.Analyses(
              jail,
              store.of(jail.tier()).find(childImage()).image(),
              HelperLimits.SOURCE,
              () -> nonce(random));
      return work.apply((language, source) -> judgement(jailed.analyze(language.text(), source)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The strongest that this machine has: it is chosen as the host does. */
  private static Jail jail(ImageStore store, Path scratch, SecureRandom random) throws IOException {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    ProcessImage launcher = store.of(Tier.PROCESS).find(LandlockLauncher.image()).image();
    try {
      Jail jail =
          Tiers.open(
                  new Machine(
                      store.java(),
                      store.runtime().isPresent(),
                      scratch,
                      Arrays.stream(path.split(File.pathSeparator, -1))
                          .filter(folder -> !folder.isBlank())
                          .map(Path::of)
                          .toList(),
                      System.getProperty("os.name"),
                      System.getProperty("os.arch"),
                      Optional.empty(),
                      childImage().classPath(),
                      random.nextInt(),
                      launcher,
                      System.getProperty("glovebox.oci.runtime", OciProbe.DEFAULT_RUNTIME)),
                  Tier.PROCESS,
                  Tier.OCI)
              .jail();
      return new SealedJail(
          jail,
          new SealedJail.Settings(
              store.java().resolve("../..").normalize(),
              store.of(jail.tier())::listing,
              true,
              System::currentTimeMillis,
              jail.tier() == Tier.PROCESS ? Optional.of(launcher) : Optional.empty()));
    } catch (TierUnavailableException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static byte[] nonce(SecureRandom random) {
    byte[] nonce = new byte[Nonces.NONCE_BYTES];
    random.nextBytes(nonce);
    return nonce;
  }

  private static Judgement judgement(AnalysisAnswer answer) {
    return switch (answer) {
      case AnalysisResult result ->
          new Judgement.Analysed(
              new Analysis(
                  result.findings().stream().map(JailedSurroundings::finding).toList(),
                  StrategyManifest.EMPTY)); // no report shows it
      case RefusedInput(String code, String message, int line, int _) ->
          new Judgement.Unreadable(code, message, line);
      case HelperFailed failed ->
          new Judgement.Unreadable(
              failed.reason() == WorkerEnd.IMAGE_CHANGED ? "IMAGE_CHANGED" : "ANALYSIS_FAILED",
              failed.message(),
              0);
    };
  }

  private static Finding finding(SourceFinding finding) {
    Severity severity =
        switch (finding.severity()) {
          case ERROR -> Severity.ERROR;
          case WARNING -> Severity.WARNING;
          case NOTE -> Severity.NOTE;
        };
    return new Finding(
        finding.rule(),
        severity,
        finding.line(),
        finding.column(),
        finding.endLine(),
        finding.endColumn(),
        finding.message(),
        finding.instead());
  }

  /** The folder that the launcher names; any other holds no caches, which costs time alone. */
  private static Path cache() {
    return Path.of(System.getProperty("glovebox.cache", ".glovebox"));
  }

  private static ProcessImage childImage() {
    Path folder = home(AnalyzeMain.class).getParent();
    if (folder != null) {
      try {
        return AnalyzerImage.of(folder);
      } catch (IOException e) {
        // Not built yet, as in a test: the classes are elsewhere.
      }
    }
    return new ProcessImage(
        "analysis", childClassPath(), AnalyzeMain.class.getName(), ChildFlags.QUICK);
  }

  private static List<Path> childClassPath() {
    List<Path> path = new ArrayList<>();
    for (Class<?> ours :
        List.of(
            AnalyzeMain.class,
            SourceText.class,
            AllowList.class,
            HelperRequest.class,
            Lockdown.class)) {
      path.add(home(ours));
    }
    path.add(home(MessageLite.class));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path file = Path.of(entry);
      if (!path.contains(file) && CHILD_JARS.stream().anyMatch(name -> isJar(file, name))) {
        path.add(file);
      }
    }
    return path;
  }

  private static boolean isJar(Path file, String prefix) {
    Path name = file.getFileName();
    return name != null && name.toString().startsWith(prefix);
  }

  private static Path home(Class<?> type) {
    try {
      URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(place);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("where is " + type + "?", e);
    }
  }
}
