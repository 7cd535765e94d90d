package dev.glovebox.host.app.command;

import dev.glovebox.host.audit.Verification;
import dev.glovebox.host.audit.Verifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: checks logs offline, against what is kept outside them. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks audit logs offline; one line CODE ORIGIN SEQ OFFSET per defect.",
    footer = {
      "",
      "Exit: 0 verified; 1 damaged; 3 INTERNALLY_CONSISTENT_ONLY, nothing outside vouches for it."
    })
public final class VerifyCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Folder of an origin's log, or a folder of such folders.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "The trust file, kept outside DIR; without it nothing is proven.")
  private @Nullable Path trust;

  @Option(
      names = "--epoch-keys",
      paramLabel = "FILE",
      description = "The epoch's record keys; without them tags are not checked.")
  private @Nullable Path epochKeys;

  /** Makes the command. */
  public VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Verification verification =
        Verifier.verify(folders, Optional.ofNullable(trust), Optional.ofNullable(epochKeys));
    verification.lines().forEach(console::line);
    return verification.exitCode();
  }
}
