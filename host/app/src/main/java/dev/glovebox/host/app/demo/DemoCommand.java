package dev.glovebox.host.app.demo;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.command.Console;
import dev.glovebox.host.app.host.Folders;
import dev.glovebox.host.app.host.PrivateHost;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.jail.HeldFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code demo}: from submission to a verified, signed record of every bar, on real data. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Shows the whole story on real data in under a minute.")
public final class DemoCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;
  private final Program program;

  /** Runs one command of this program, as {@code main} would, and returns its exit code. */
  @FunctionalInterface
  public interface Program {
    /** Runs {@code arguments}; results go to {@code out}, everything else to {@code err}. */
    int run(PrintWriter out, PrintWriter err, String... arguments);
  }

  /** Makes the command; {@code program} is what its story types. */
  public DemoCommand(Surroundings surroundings, Console console, Program program) {
    this.surroundings = surroundings;
    this.console = console;
    this.program = program;
  }

  @Override
  public Integer call() throws IOException {
    try (HeldFolder work = Folders.held(surroundings.temporary(), HeldFolder.Kind.DEMO)) {
      return tell(work.path());
    }
  }

  private int tell(Path work) throws IOException {
    Story story = new Story(console);
    story.title(
        "Glovebox runs strategies that language-model agents wrote, without trusting them.");
    story.title("The whole story on real data; each step shows its evidence.");
    try (PrivateHost host =
        PrivateHost.start(
            surroundings,
            Optional.empty(),
            PrivateHost.limits(surroundings, Optional.empty()),
            note -> {})) {
      try (Acts acts = new Acts(host, work, story)) {
        acts.box();
        acts.honest();
        acts.thief();
        acts.endless();
      }
      host.end();
      new Evidence(host, work, story).show();
    }
    gates(work, story);
    story.title("");
    if (!story.isAsPromised()) {
      throw new Refusal(Code.INTERNAL, "the demo did not go as promised; see the lines with !!");
    }
    story.title("All as promised. Next: ./glovebox backtest STRATEGY --bars FILE --out DIR");
    return Code.OK.exit();
  }

  /** The way to a paper run, on what {@code init} and {@code serve} make. */
  private void gates(Path work, Story story) throws IOException {
    GatedFiles.write(work);
    Laptop laptop =
        new Laptop(surroundings, new SystemClock(), work.resolve("laptop"), program, story);
    GatedStory gated = new GatedStory(laptop, work, story);
    try (laptop) {
      gated.tell();
    }
    gated.verify();
  }
}
