package dev.glovebox.host.app.demo;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.client.HostAddress;
import dev.glovebox.host.app.host.ServedHost;
import dev.glovebox.host.app.setup.DevelopmentHost;
import dev.glovebox.host.app.spec.LimitsFile;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.model.TeamId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code init} and {@code serve} make on one laptop, and the people who use it: each command
 * goes over mutual TLS under the certificate of the one who gives it.
 */
final class Laptop implements AutoCloseable {
  static final TeamId TEAM = new TeamId("alpha");

  private final DemoCommand.Program program;
  private final Story story;
  private final Path made;
  private final ServedHost host;
  private final int port;

  /** What a command said. */
  record Said(int exit, String out, String err) {
    /** Returns the first name of a collection that the command printed. */
    Optional<String> name(String collection) {
      Matcher name =
          Pattern.compile("teams/" + TEAM + "/" + collection + "/[A-Za-z0-9._-]+").matcher(out);
      return name.find() ? Optional.of(name.group()) : Optional.empty();
    }
  }

  /** Lays everything out below {@code folder} and starts the host. */
  Laptop(
      Surroundings surroundings,
      Clock clock,
      Path folder,
      DemoCommand.Program program,
      Story story) {
    this.program = program;
    this.story = story;
    this.made = folder;
    var _ =
        new DevelopmentHost(
                made,
                TEAM,
                "127.0.0.1:0",
                List.of(),
                surroundings.home().resolve(LimitsFile.COMMITTED_NAME))
            .write(clock, new SecureRandom());
    this.host = ServedHost.start(surroundings, made.resolve("host/glovebox.toml"));
    this.port = Integer.parseInt(host.ready().replaceAll(".*:", ""));
  }

  Path made() {
    return made;
  }

  HostAddress address(String principal) {
    return new HostAddress.Tls("127.0.0.1", port, made.resolve("principals").resolve(principal));
  }

  /**
   * Shows and runs a command as {@code principal}; lines of its answer that {@code shown} likes.
   */
  Said as(String principal, Predicate<String> shown, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    story.fact(principal, "$ glovebox " + String.join(" ", shortened(arguments)));
    all.add("--host");
    all.add("127.0.0.1:" + port);
    all.add("--identity");
    all.add(made.resolve("principals").resolve(principal).toString());
    return run(shown, all);
  }

  /** Runs a command that needs no host. */
  Said run(Predicate<String> shown, List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        program.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    Said said = new Said(exit, out.toString(), err.toString());
    (said.out() + said.err())
        .lines()
        .filter(shown)
        .forEach(line -> story.fact("", "  " + line.strip()));
    return said;
  }

  private static List<String> shortened(String... arguments) {
    List<String> shown = new ArrayList<>();
    for (String argument : arguments) {
      shown.add(argument.startsWith("/") ? argument.replaceAll(".*/", "") : argument);
    }
    return shown;
  }

  @Override
  public void close() {
    host.close();
  }
}
