package dev.glovebox.host.app.command;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.host.Folders;
import dev.glovebox.host.app.host.Images;
import dev.glovebox.host.model.Code;
import dev.glovebox.image.ImageMaker;
import dev.glovebox.image.Samples;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code images}: makes what lets child processes start fast. The launcher calls it once after a
 * build, so that no host that runs candidates ever makes any of it.
 */
@Command(
    name = "images",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Makes the runtime and the caches that let child processes start fast.",
    footer = {"", "Exit: 0 all are there; 3 some could not be made, and starts are slower."})
public final class ImagesCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Option(
      names = "--rehearse",
      description = "Runs the samples instead, so that the launcher can record this JVM.")
  private boolean rehearse;

  /** Makes the command. */
  public ImagesCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    return rehearse ? rehearsed() : made();
  }

  private int made() {
    boolean whole = true;
    for (ImageMaker.Result result : new Images(surroundings).make()) {
      whole &= result.failure().isEmpty();
      console.note(
          result.name() + ": " + result.failure().map(why -> "NOT MADE: " + why).orElse("ready"));
    }
    return whole ? Code.OK.exit() : Code.FILE_UNREADABLE.exit();
  }

  /** Runs the samples through a private host, as a user would. */
  private int rehearsed() throws IOException {
    try (HeldFolder held = Folders.held(surroundings.temporary(), HeldFolder.Kind.IMAGES)) {
      Path folder = held.path();
      Path strategy = folder.resolve("sample.py");
      Path bars = folder.resolve("sample.csv");
      Files.write(strategy, Samples.strategy(Language.PYTHON));
      Files.write(bars, Samples.barFile());
      return new CommandLine(new BacktestCommand(surroundings, console))
          .execute(
              strategy.toString(),
              "--bars",
              bars.toString(),
              "--out",
              folder.resolve("out").toString());
    }
  }
}
