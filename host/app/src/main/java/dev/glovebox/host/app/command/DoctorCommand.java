package dev.glovebox.host.app.command;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.host.Images;
import dev.glovebox.host.app.host.Interruptions;
import dev.glovebox.host.app.host.TierProbes;
import dev.glovebox.host.app.spec.LimitsFile;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.store.postgres.EmbeddedPostgres;
import dev.glovebox.image.ImageStore;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.TierProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: what is there, what is missing, and what that means. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Tells what is there and what is missing.",
    footer = {"", "Exit: 0 all is there; 1 something is missing, or runs were interrupted."})
public final class DoctorCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;
  private boolean sound = true;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "State of a host: its interrupted runs are listed. The host must not be up.")
  private @Nullable Path data;

  /** Makes the command. */
  public DoctorCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    sound = true;
    line("java", Runtime.version() + " at " + surroundings.javaHome());
    check("java executable", Files.isExecutable(surroundings.java()), surroundings.java());
    Images images = new Images(surroundings).ofStrongestTier();
    boolean built = true;
    for (Images.Place image : images.places()) {
      check("image " + image.name(), image.isThere(), image.folder());
      built &= image.isThere();
    }
    if (built) {
      fastStarts(images);
    }
    Path limits = surroundings.home().resolve(LimitsFile.COMMITTED_NAME);
    check("limits", Files.isReadable(limits), limits);
    database();
    tiers();
    line("cache", surroundings.cache().toString());
    if (data != null) {
      interruptions(data);
    }
    return sound ? Code.OK.exit() : Code.RUN_INTERRUPTED.exit();
  }

  /** What is missing here costs time and nothing else. */
  private void fastStarts(Images images) {
    line(
        "child runtime",
        images
            .runtime()
            .map(Path::toString)
            .orElse("none: child processes run on the whole JDK, and start more slowly"));
    line(
        "java's runtime",
        images
            .compilingRuntime()
            .map(Path::toString)
            .orElse("none: sources in Java are compiled by the whole JDK"));
    for (ImageStore.Found found : images.all()) {
      contents(images, found);
      line(
          "cache " + found.image().name(),
          found
              .missing()
              .map(why -> "none (" + why + "): this process starts more slowly")
              .orElse("sha256 " + found.sha256().orElse("")));
    }
  }

  private void contents(Images images, ImageStore.Found found) {
    String name = "files " + found.image().name();
    try {
      Images.Contents contents = images.files(found);
      sound &= contents.change().isEmpty();
      line(
          name,
          contents
              .change()
              .map(change -> "CHANGED: " + change.sentence() + "; nothing is started from it")
              .orElse(
                  "sha256 "
                      + contents.sha256()
                      + (contents.sealed() ? ", as they were made" : ", not sealed when made")));
    } catch (IOException e) {
      check(name, false, "not all can be read: " + e.getMessage());
    }
  }

  private void database() {
    boolean there = EmbeddedPostgres.hasPrograms(surroundings.osName(), surroundings.osArch());
    check("postgresql", there, surroundings.osName() + " " + surroundings.osArch());
  }

  private void tiers() {
    for (TierProbe probe : new TierProbes(surroundings).weakestFirst()) {
      String name = "tier " + probe.tier().text();
      if (probe.available()) {
        line(name, "available: " + what(probe.tier()) + said(probe));
      }
      probe
          .missing()
          .forEach(why -> line(name, "MISSING " + why + "; a run that asks for it is refused"));
      probe.absent().forEach(absent -> line(name, "without " + absent));
    }
  }

  private static String what(Tier tier) {
    return switch (tier) {
      case PROCESS ->
          "own JVM as this user, cleared environment, bounded memory, deadline and kill; where the"
              + " kernel filters calls no exec and no sockets, where it has Landlock no files but"
              + " the image's. For development by one team";
      case BWRAP -> "namespaces, read-only image, filtered system calls, no network, no files";
      case OCI -> "an OCI runtime";
    };
  }

  private static String said(TierProbe probe) {
    return probe.facts().isEmpty() ? "" : " (tried: " + String.join(", ", probe.facts()) + ")";
  }

  private void interruptions(Path folder) {
    List<RunId> runs;
    try {
      runs = Interruptions.of(folder);
    } catch (Refusal refusal) {
      if (refusal.code() != Code.DATA_IN_USE) {
        throw refusal;
      }
      line("data", "a live host holds " + folder + "; ask again when it is down");
      throw refusal;
    }
    for (RunId run : runs) {
      sound = false;
      console.line(Code.RUN_INTERRUPTED + " " + run.resourceName());
    }
    if (runs.isEmpty()) {
      line("data", "no interrupted runs in " + folder);
    }
  }

  private void check(String what, boolean there, Object place) {
    sound &= there;
    line(what, (there ? "" : "MISSING: ") + place);
  }

  private void line(String what, String text) {
    console.line(String.format("%-16s %s", what, text));
  }
}
