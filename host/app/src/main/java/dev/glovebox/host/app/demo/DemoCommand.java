package dev.glovebox.host.app.demo;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.command.Console;
import dev.glovebox.host.app.host.Folders;
import dev.glovebox.host.app.host.PrivateHost;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
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

  /** Makes the command. */
  public DemoCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path work = Folders.temporary(surroundings.temporary(), "glovebox-demo-");
    try {
      return tell(work);
    } finally {
      Folders.removeTree(work);
    }
  }

  private int tell(Path work) throws IOException {
    Story story = new Story(console);
    story.title(
        "Glovebox runs strategies that language-model agents wrote, without trusting them.");
    story.title("Five steps on real data; each shows its evidence.");
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
    story.title("");
    if (!story.isAsPromised()) {
      throw new Refusal(Code.INTERNAL, "the demo did not go as promised; see the lines with !!");
    }
    story.title("All as promised. Next: ./glovebox backtest STRATEGY --bars FILE --out DIR");
    return Code.OK.exit();
  }
}
