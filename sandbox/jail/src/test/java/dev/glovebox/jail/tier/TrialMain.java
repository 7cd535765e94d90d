package dev.glovebox.jail.tier;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.landlock.LandlockLauncher;
import dev.glovebox.jail.oci.OciProbe;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A host in small: opens a jail as demanded, and says what came out. */
final class TrialMain {
  private TrialMain() {}

  public static void main(String[] arguments) throws Exception {
    Path scratch = Files.createTempDirectory("trial");
    try {
      Tiers.Opened opened =
          Tiers.open(machine(scratch), tier("floor", Tier.PROCESS), tier("ceiling", Tier.OCI));
      System.out.println("tier " + opened.jail().tier().text());
      opened.probes().forEach(probe -> System.out.println(probe));
      System.out.println("measures " + opened.jail().isolationMeasures());
      if (System.getProperty("child") != null) {
        child(opened.jail());
      }
      opened.jail().close();
    } catch (TierUnavailableException e) {
      System.out.println("refused " + e.getMessage());
    } finally {
      Files.deleteIfExists(scratch);
    }
  }

  static Machine machine(Path scratch) {
    return new Machine(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        false,
        scratch,
        Stream.of(System.getProperty("programs").split(File.pathSeparator, -1))
            .map(Path::of)
            .toList(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Optional.empty(),
        List.of(),
        (int) ProcessHandle.current().pid(),
        LandlockLauncher.image(),
        OciProbe.DEFAULT_RUNTIME);
  }

  private static Tier tier(String property, Tier otherwise) {
    return Tier.valueOf(System.getProperty(property, otherwise.name()).toUpperCase(Locale.ROOT));
  }

  /** Starts a child that looks at nobody, says where it is, and waits to be killed. */
  private static void child(Jail jail) throws Exception {
    ProcessImage image =
        new ProcessImage(
            "child",
            Stream.of(System.getProperty("child").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList(),
            "dev.glovebox.jail.ChildMain",
            List.of("-Dmode=endless", "-XX:+UseSerialGC"));
    JailedProcess child = jail.start(image, new ProcessLimits(32, 8));
    while (child.stdout().read() != '\n') {
      // It is up once it has written its line.
    }
    ProcessHandle process = ProcessHandle.of(child.pid()).orElseThrow();
    System.out.println(
        "children "
            + String.join(
                " ",
                Stream.concat(Stream.of(process), process.descendants())
                    .map(one -> Long.toString(one.pid()))
                    .toList()));
    Thread.sleep(600_000);
  }
}
