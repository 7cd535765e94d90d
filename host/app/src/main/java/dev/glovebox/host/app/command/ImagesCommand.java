package dev.glovebox.host.app.command;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.host.Images;
import dev.glovebox.host.model.Code;
import dev.glovebox.image.ImageMaker;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

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

  /** Makes the command. */
  public ImagesCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    List<ImageMaker.Result> results = new Images(surroundings).make();
    boolean whole = true;
    for (ImageMaker.Result result : results) {
      whole &= result.failure().isEmpty();
      console.note(
          result.name() + ": " + result.failure().map(why -> "NOT MADE: " + why).orElse("ready"));
    }
    return whole ? Code.OK.exit() : Code.FILE_UNREADABLE.exit();
  }
}
