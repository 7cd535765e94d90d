package dev.glovebox.host.app.command;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.host.ServedHost;
import dev.glovebox.host.model.Code;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the host, until SIGTERM or SIGINT. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves until SIGTERM, then ends runs and seals the log.",
    footer = {"", "Prints one line when it is ready: READY unix=PATH tls=HOST:PORT"})
public final class ServeCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The host's configuration, glovebox.toml.")
  private Path config = Path.of("");

  /** Makes the command. */
  public ServeCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    ServedHost host = ServedHost.start(surroundings, config);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(host), "serve-exit"));
    console.line(host.ready());
    new CountDownLatch(1).await();
    return Code.OK.exit();
  }

  /** A signal ends the JVM by its number; a host that ended well says 0. */
  private static void end(ServedHost host) {
    host.close();
    Runtime.getRuntime().halt(Code.OK.exit());
  }
}
