package dev.glovebox.host.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.glovebox.host.app.Main;
import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.app.host.Folders;
import dev.glovebox.host.app.host.PrivateHost;
import dev.glovebox.proto.api.v1.Analysis;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One private host for all tests of this package: its start, its imports and its submissions cost
 * more than most tests. Commands run in this JVM and reach it over its socket, as any client does.
 */
final class Bench implements AutoCloseable {
  private final Surroundings surroundings = Surroundings.ofThisProcess();
  private final Path work;
  private final PrivateHost host;
  private final HostClient client;
  private final Map<Piece, String> imported = new ConcurrentHashMap<>();
  private final Map<Path, String> submissions = new ConcurrentHashMap<>();
  private final AtomicInteger names = new AtomicInteger();
  private Optional<Path> evidence = Optional.empty();

  private record Piece(GoldenSeries series, int bars) {}

  private Bench() {
    this(
        PrivateHost.start(
            Surroundings.ofThisProcess(),
            Optional.empty(),
            PrivateHost.limits(Surroundings.ofThisProcess(), Optional.empty()),
            _ -> {}));
  }

  /** A bench of its own, which ends {@code host} with itself. */
  Bench(PrivateHost host) {
    this.work = Folders.temporary(surroundings.temporary(), "gbe-");
    this.host = host;
    this.client = host.client();
  }

  /** Starts the bench with the first test that asks for it and ends it after the last test. */
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType().equals(Bench.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(Bench.class))
          .getOrComputeIfAbsent(Bench.class, _ -> new Bench(), Bench.class);
    }
  }

  /** What is around every command here. */
  Surroundings surroundings() {
    return surroundings;
  }

  /** Returns a client of the host; it must not be closed. */
  HostClient client() {
    return client;
  }

  /** Returns the example of a moving-average cross, which logs nothing and orders market only. */
  Path smaCross() {
    return surroundings.home().resolve("strategies/examples/src/main/python/sma_cross.py");
  }

  /** Returns the hash of {@link #smaCross()}, which is submitted once. */
  String smaCrossHash() {
    return submissions.computeIfAbsent(smaCross(), file -> submitted(text(file)));
  }

  /** Returns a path in this bench's own folder that nobody else uses. */
  Path fresh(String name) {
    try {
      return Files.createDirectory(work.resolve("n" + names.incrementAndGet())).resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes {@code text} to a new file. */
  Path file(String name, String text) {
    try {
      return Files.writeString(fresh(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns an example in Java. */
  Path javaExample(String name) {
    return surroundings.home().resolve("strategies/examples/java/" + name + ".java");
  }

  /** Returns the hash of an example in Java, which is submitted once. */
  String javaExampleHash(String name) {
    return submissions.computeIfAbsent(
        javaExample(name), file -> submitted(text(file), name + ".java"));
  }

  /** Submits a source without analysis and returns its hash. */
  String submitted(String source) {
    return submitted(source, "candidate.py");
  }

  /** Submits a source without analysis; the file's name tells its language. */
  String submitted(String source, String fileName) {
    return client
        .submit(source.getBytes(UTF_8), fileName, Analysis.ANALYSIS_OFF)
        .getArtifactSha256();
  }

  /** Returns the hash by which the host knows {@code series}, which is imported once. */
  String series(GoldenSeries series) {
    return first(series.bars(), series);
  }

  /** Returns the hash of the first {@code bars} of {@code series}, which are imported once. */
  String first(int bars, GoldenSeries series) {
    return imported.computeIfAbsent(
        new Piece(series, bars),
        _ -> {
          String all = series.csv();
          String text =
              bars == series.bars()
                  ? all
                  : all.lines().limit(1L + bars).collect(joining("\n", "", "\n"));
          Path file = file(series.id() + ".csv", text);
          String name = client.importSeries(file, series.stamp(), 0).getName();
          return name.substring(name.lastIndexOf('/') + 1);
        });
  }

  /** Reads a text file. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command in this JVM, by itself. */
  Said command(String... arguments) {
    return command(surroundings, arguments);
  }

  /** Runs a command in this JVM with other surroundings. */
  static Said command(Surroundings surroundings, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(surroundings, new PrintWriter(out), new PrintWriter(err), arguments);
    return new Said(exit, out.toString(), err.toString());
  }

  /** Runs a backtest on the shared host and keeps its files. */
  Run backtest(Spec spec) {
    Path out = fresh("out");
    Path file = file("run.toml", spec.toml());
    return new Run(
        command(
            "backtest", "--spec", file.toString(), "--host", address(), "--out", out.toString()),
        out);
  }

  /**
   * Returns the folder of {@code --out} of a backtest on a private host of its own, with its sealed
   * log; run once.
   */
  synchronized Path evidence() {
    if (evidence.isEmpty()) {
      Path out = fresh("out");
      Path bars = file("AAPL.csv", GoldenSeries.AAPL.csv());
      Said said =
          command(
              "backtest",
              smaCross().toString(),
              "--bars",
              bars.toString(),
              "--out",
              out.toString(),
              "--param",
              "fast=5",
              "--param",
              "slow=20",
              "--param",
              "size=20",
              "--fee-bps",
              "5");
      said.mustEndWith(0);
      evidence = Optional.of(out);
    }
    return evidence.get();
  }

  /** Returns the folder that holds all that the host has. */
  Path hostFolder() {
    Path sockets = Objects.requireNonNull(host.socket().getParent());
    return Objects.requireNonNull(sockets.getParent());
  }

  /** Returns the word that {@code --host} takes. */
  String address() {
    return "unix:" + host.socket();
  }

  @Override
  public void close() throws IOException {
    try (host) {
      client.close();
    } finally {
      Folders.removeTree(work);
    }
  }
}
