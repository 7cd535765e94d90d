package dev.glovebox.host.app.demo;

import dev.glovebox.host.app.host.Folders;
import dev.glovebox.host.app.host.PrivateHost;
import dev.glovebox.host.audit.Verification;
import dev.glovebox.host.audit.Verifier;
import dev.glovebox.host.model.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Verifies the demo's own log, then damages three copies of it. */
final class Evidence {
  private final PrivateHost host;
  private final Path work;
  private final Story story;

  /** Reads the state of a host that has ended. */
  Evidence(PrivateHost host, Path work, Story story) {
    this.host = host;
    this.work = work;
    this.story = story;
  }

  void show() throws IOException {
    Path trust = work.resolve("trust.json");
    Files.write(trust, host.trust().orElse(new byte[0]));
    Path audit = host.data().resolve("audit");
    story.step("The signed log of all that");
    Verification sound = verify(audit, trust);
    sound.lines().forEach(line -> story.fact("", line));
    story.promise(
        "verify",
        "exit " + sound.exitCode() + ", against a trust file kept outside the log",
        sound.exitCode() == 0);
    story.fact(
        "without it",
        "exit "
            + Verifier.verify(List.of(audit), Optional.empty(), Optional.empty()).exitCode()
            + ": a log alone proves only that it fits itself");
    damaged(audit, trust);
  }

  private void damaged(Path audit, Path trust) throws IOException {
    story.fact("damaged", "three copies, each refused by name");
    refused("one flipped bit", Code.AUDIT_BIT_FLIPPED, audit, trust, DamagedCopies::flipBit);
    refused(
        "tail cut, with its checkpoints",
        Code.AUDIT_ROLLED_BACK,
        audit,
        trust,
        DamagedCopies::cutTail);
    refused(
        "two records swapped", Code.AUDIT_OUT_OF_ORDER, audit, trust, DamagedCopies::swapRecords);
  }

  private void refused(String what, Code expected, Path audit, Path trust, Damage damage)
      throws IOException {
    Path copy = Folders.temporary(work, "damaged-").resolve("audit");
    Folders.copyTree(audit, copy);
    damage.apply(new DamagedCopies(origin(copy)));
    Verification found = verify(copy, trust);
    String first = found.lines().stream().findFirst().orElse("");
    story.promise(
        "", what + ": " + first, found.exitCode() == 1 && first.startsWith(expected.name() + " "));
  }

  private static Path origin(Path audit) throws IOException {
    try (Stream<Path> origins = Files.list(audit)) {
      return origins.findFirst().orElseThrow(() -> new IOException("no log"));
    }
  }

  private static Verification verify(Path audit, Path trust) {
    return Verifier.verify(List.of(audit), Optional.of(trust), Optional.empty());
  }

  /** One way to damage a log. */
  @FunctionalInterface
  private interface Damage {
    void apply(DamagedCopies copy) throws IOException;
  }
}
