package dev.glovebox.host.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.Main;
import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.client.GateClient;
import dev.glovebox.host.app.client.HostAddress;
import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.app.host.Folders;
import dev.glovebox.host.app.host.ServedHost;
import dev.glovebox.host.app.review.Bundle;
import dev.glovebox.host.app.setup.DevelopmentHost;
import dev.glovebox.host.app.setup.Reviewers;
import dev.glovebox.host.app.spec.LimitsFile;
import dev.glovebox.host.audit.Origin;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.keys.StatementKey;
import dev.glovebox.host.model.TeamId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A served host from what {@code init} makes, reached by commands over mutual TLS: agent with
 * sponsor operator, who reviews as well here; reviewer; auditor, who writes and reviews here.
 */
final class GateBench implements AutoCloseable {
  private static final Pattern CANDIDATE = Pattern.compile("teams/alpha/candidates/cand-[0-9a-z]+");

  final Surroundings surroundings = Surroundings.ofThisProcess();
  final Path work = Folders.temporary(surroundings.temporary(), "gbg-");
  final Path made = work.resolve("made");
  final Origin origin;
  private final int port;
  private final Serving host;

  /** A host that serves, wherever it runs. */
  interface Serving {
    /** The line that says where it listens. */
    String ready();

    /** Ends it; a second call does nothing. */
    void end();
  }

  /** A host in this JVM. */
  GateBench() {
    this(GateBench::here);
  }

  /** A host that {@code starter} starts from its configuration. */
  GateBench(Function<Path, Serving> starter) {
    Path limits = surroundings.home().resolve(LimitsFile.COMMITTED_NAME);
    SecureRandom random = new SecureRandom();
    this.origin =
        new DevelopmentHost(made, new TeamId("alpha"), "127.0.0.1:0", List.of(), limits)
            .write(new SystemClock(), random);
    Reviewers reviewers =
        new Reviewers(made, origin, new TeamId("alpha"), new SystemClock(), random);
    for (String name : List.of("operator", "auditor")) {
      reviewers.enrol(name, Folders.own(made.resolve("keys-" + name)), made.resolve("host"));
    }
    configure();
    this.host = starter.apply(made.resolve("host/glovebox.toml"));
    this.port = Integer.parseInt(host.ready().replaceAll(".*:", ""));
  }

  static Serving here(Path config) {
    ServedHost host = ServedHost.start(Surroundings.ofThisProcess(), config);
    return new Serving() {
      @Override
      public String ready() {
        return host.ready();
      }

      @Override
      public void end() {
        host.close();
      }
    };
  }

  private void configure() {
    Path config = made.resolve("host/glovebox.toml");
    write(
        config,
        Bench.text(config)
            .replace(
                "\"enrolments/reviewer.json\"",
                "\"enrolments/reviewer.json\", \"enrolments/operator.json\","
                    + " \"enrolments/auditor.json\"")
            .replace("checks = \"required\"", "checks = \"optional\"")
            .replace("[\"OPERATOR\"]", "[\"OPERATOR\", \"REVIEWER\"]")
            .replace("[\"AUDITOR\"]", "[\"AUDITOR\", \"AGENT\", \"REVIEWER\"]"));
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path identity(String name) {
    return made.resolve("principals").resolve(name);
  }

  Path keyFile(String name) {
    return made.resolve(name.equals("reviewer") ? "reviewer" : "keys-" + name)
        .resolve(Reviewers.KEY_FILE);
  }

  StatementKey key(String name) {
    return StatementKey.open(keyFile(name));
  }

  private HostAddress address(String name) {
    return new HostAddress.Tls("127.0.0.1", port, identity(name));
  }

  GateClient gates(String name) {
    return new GateClient(address(name));
  }

  HostClient client(String name) {
    return new HostClient(address(name));
  }

  Bundle bundle(String candidate) {
    try (GateClient gates = gates("reviewer")) {
      return gates.bundle(candidate, "");
    }
  }

  /** Runs a command as {@code name}. */
  Said as(String name, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--host", "127.0.0.1:" + port, "--identity", identity(name).toString()));
    return command(all.toArray(String[]::new));
  }

  Said command(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(surroundings, new PrintWriter(out), new PrintWriter(err), arguments);
    return new Said(exit, out.toString(), err.toString());
  }

  /** Submits a source as {@code name} and returns the candidate's name. */
  String submitted(String name, String source) {
    return submitted(name, source, 0);
  }

  /** Submits a source that is clean (0) or flagged (1). */
  String submitted(String name, String source, int exit) {
    return submitted(name, fileOf(source), source, exit);
  }

  /** The name of the file as which {@code source} is submitted when nothing else is said. */
  static String fileOf(String source) {
    return "s" + Integer.toUnsignedString(source.hashCode()) + ".py";
  }

  /** Submits a source under a file name. */
  String submitted(String name, String fileName, String source, int exit) {
    Path file = write(work.resolve(fileName), source);
    Matcher found = CANDIDATE.matcher(as(name, "submit", file.toString()).mustEndWith(exit).out());
    assertThat(found.find()).isTrue();
    return found.group();
  }

  byte[] envelope(Path file) {
    return Bench.text(file).getBytes(UTF_8);
  }

  /** Ends the host, so that its log is sealed and its trust file written. */
  void end() {
    host.end();
  }

  @Override
  public void close() throws IOException {
    host.end();
    Folders.removeTree(work);
  }
}
