package dev.glovebox.host.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.client.HostAddress;
import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.app.setup.DevelopmentHost;
import dev.glovebox.host.app.spec.LimitsFile;
import dev.glovebox.host.audit.Origin;
import dev.glovebox.host.audit.Verifier;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.jail.armour.Armour;
import dev.glovebox.proto.api.v1.Analysis;
import dev.glovebox.session.PoolBudget;
import dev.glovebox.session.PoolBudget.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host from what {@code init} makes: its configuration, its CA, its callers. */
@Timeout(120)
final class ServedHostTest {
  private static final Surroundings HERE = Surroundings.ofThisProcess();
  private static final String HASH = "ab".repeat(32);

  @TempDir Path folder;
  private Path made;
  private Origin origin;

  @BeforeEach
  void init() {
    made = folder.resolve("made");
    origin = make(made);
  }

  @Test
  void keepsSecretsToTheirOwner() throws Exception {
    for (String secret :
        List.of(
            "ca/ca.key",
            "host/key.pem",
            "principals/agent/key.pem",
            "auditor/epoch.keys",
            "host/data/keys/checkpoint.key",
            "host/data/keys/token.key")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.resolve(secret))))
          .isEqualTo("rw-------");
    }
    assertThat(origin.value()).matches("glovebox-[0-9a-f]{16}");
  }

  @Test
  void neverWritesOverWhatIsThere() {
    assertThatThrownBy(() -> make(made)).satisfies(refused(Code.CONFIG_INVALID, "not empty"));
  }

  @Test
  void servesThePrincipalsOfItsConfigurationOverMutualTls() throws Exception {
    Assumptions.assumeTrue(
        new Images(HERE).places().stream().allMatch(Images.Place::isThere),
        "missing capability: images; run mvn verify");
    try (ServedHost host = ServedHost.start(HERE, made.resolve("host/glovebox.toml"))) {
      Optional<Armour> armour = Armour.of(HERE.osName(), HERE.osArch());
      assertThat(armour.filter(worn -> !worn.isOn())).as("not dumpable").isEmpty();
      assertThat(host.ready()).matches("READY unix=/.*/host\\.sock tls=127\\.0\\.0\\.1:[0-9]+");
      int port = Integer.parseInt(host.ready().replaceAll(".*:", ""));
      asks(port, made.resolve("principals/agent"), Code.SERIES_NOT_FOUND);
      try (HostClient auditor = client(port, made.resolve("principals/auditor"))) {
        assertThatThrownBy(() -> auditor.submit(new byte[0], "a.py", Analysis.ANALYSIS_ON))
            .satisfies(refused(Code.PERMISSION_DENIED, "role"));
      }
      try (HostClient agent = client(port, made.resolve("principals/agent"))) {
        assertThatThrownBy(() -> agent.submit(new byte[0], "a.py", Analysis.ANALYSIS_OFF))
            .satisfies(refused(Code.PERMISSION_DENIED, "private host"));
      }
      Path foreign = folder.resolve("foreign");
      Origin _ = make(foreign);
      asks(port, foreign.resolve("principals/agent"), Code.HOST_UNREACHABLE);
      assertThatThrownBy(() -> ServedHost.start(HERE, made.resolve("host/glovebox.toml")))
          .satisfies(refused(Code.DATA_IN_USE, ""));
    }
    assertThat(
            Verifier.verify(
                    List.of(made.resolve("host/data/audit")),
                    Optional.of(made.resolve("host/data/trust.json")),
                    Optional.of(made.resolve("auditor/epoch.keys")))
                .exitCode())
        .isZero();
    assertThat(made.resolve("host/second/checkpoints.log")).isNotEmptyFile();
    assertThat(Interruptions.of(made.resolve("host/data"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version = 1 | version = 2 | CONFIG_INVALID | line 2: version must be 1",
        "version = 1 | version = 1\\nmore = 1 | CONFIG_INVALID | line 3: more is not a known key",
        "environment = \"development\" | # | CONFIG_INVALID | environment is missing",
        "roles = [\"AGENT\"] | roles = [\"ROOT\"] | CONFIG_INVALID | principals[0].roles must be of",
        "unix = | unics = | CONFIG_INVALID | listen.unics is not a known key",
        "workers_max = 4 | workers_max = 0 | CONFIG_INVALID | workers_max must be 1 to 1024",
        "[limits] | [density]\\npaper_runs_per_worker_max = 33\\n[limits] | CONFIG_INVALID |"
            + " paper_runs_per_worker_max must be 1 to 32",
        "[limits] | [density]\\nbacktest_runs_per_worker_max = 0\\n[limits] | CONFIG_INVALID |"
            + " backtest_runs_per_worker_max must be 1 to 32",
        "[limits] | [density]\\nruns_alone_max = 257\\n[limits] | CONFIG_INVALID |"
            + " density.runs_alone_max must be 1 to 256",
        "[limits] | [density]\\nlive_runs_per_worker_max = 2\\n[limits] | CONFIG_INVALID |"
            + " density.live_runs_per_worker_max is not a known key",
        "memory_mebibytes = 1280 | memory_mebibytes = 639 | CONFIG_INVALID |"
            + " pool.memory_mebibytes must be 0, or 640 (one process of each kind) to 1048576",
        "memory_mebibytes = 1280 | memory_mebibytes = 1048577 | CONFIG_INVALID |"
            + " pool.memory_mebibytes must be 0, or 640",
        "memory_mebibytes = 1280 | memory_mebibytes = 4294967296 | CONFIG_INVALID |"
            + " pool.memory_mebibytes must be 0, or 640",
        "memory_mebibytes = 1280 | memory_mebibytes = -1 | CONFIG_INVALID | must be 0, or 640",
        "memory_mebibytes = 1280 | memory_mebibytes = 1.5 | CONFIG_INVALID | must be a whole number",
        "memory_mebibytes = 1280 | workers = 2 | CONFIG_INVALID | pool.workers is not a known key",
        "[\"gate\"] | [\"gate\", \"gate\"] | CONFIG_INVALID | profiles must be gate, bulk or both",
        "[\"gate\"] | [\"jit\"] | CONFIG_INVALID | pool.profiles must be gate, bulk or both",
        "[limits] | [limit] | LIMITS_MISSING | limits.file is missing",
        "limits.toml | none.toml | FILE_UNREADABLE | none.toml cannot be read",
        "owner = \"agent\" | owner = \"nobody\" | CONFIG_INVALID | owner whom nobody knows",
        "currency = \"USD\" | currency = \"usd\" | CONFIG_INVALID | a currency is [A-Z0-9]{3,8}",
        "id = \"paper-1\" | id = \"a/b\" | CONFIG_INVALID | an account's id is",
        "sponsor = \"operator\" | sponsor = \"agent\" | CONFIG_INVALID | must be another principal",
        "[limits] | [storage]\\nnew_work_bytes_min = 1\\n[limits] | CONFIG_INVALID | must be at least 16777216",
        "[limits] | [storage]\\nrunning_bytes_min = 268435457\\n[limits] | CONFIG_INVALID | must not be below",
      })
  void refusesAConfigurationThatSaysLessOrMore(String from, String to, Code code, String sentence)
      throws IOException {
    Path config = made.resolve("host/glovebox.toml");
    String text = Files.readString(config);
    assertThat(text).contains(from);
    Files.writeString(config, text.replace(from, to.replace("\\n", "\n")));
    assertThatThrownBy(() -> ServedHost.start(HERE, config)).satisfies(refused(code, sentence));
  }

  @Test
  void readsHowMuchMayWait() throws IOException {
    Path config = made.resolve("host/glovebox.toml");
    String text = Files.readString(config);
    PoolBudget standard = HostConfig.read(config).pool();
    assertThat(standard.counts())
        .isEqualTo(Map.of(Kind.GATE, 2, Kind.ANALYSIS, 2, Kind.PREPARATION, 2));
    assertThat(standard.text()).isEqualTo("2 gate, 2 analysis, 2 preparation wait within 1280 MiB");
    Files.writeString(config, text.replaceAll("(?s)\\[pool\\].*?\n\n", ""));
    assertThat(HostConfig.read(config).pool()).isEqualTo(standard);
    Files.writeString(config, text.replace("[\"gate\"]", "[\"bulk\", \"gate\"]"));
    assertThat(HostConfig.read(config).pool().counts()).containsKey(Kind.BULK);
    Files.writeString(config, text.replace("memory_mebibytes = 1280", "memory_mebibytes = 0"));
    assertThat(HostConfig.read(config).pool().counts()).isEmpty();
  }

  @Test
  void refusesATierThatTheMachineDoesNotHave() throws IOException {
    Path config = made.resolve("host/glovebox.toml");
    Files.writeString(
        config,
        Files.readString(config).replace("tier_floor = \"process\"", "tier_floor = \"oci\""));
    assertThatThrownBy(() -> ServedHost.start(bare(), config))
        .satisfies(refused(Code.TIER_UNAVAILABLE, "tier oci or stronger is demanded"));
  }

  /** A machine without the programs that jails are built with. */
  private static Surroundings bare() {
    return new Surroundings(
        HERE.home(),
        HERE.cache(),
        HERE.temporary(),
        HERE.user(),
        HERE.javaHome(),
        HERE.osName(),
        HERE.osArch(),
        List.of(),
        HERE.ceiling());
  }

  @Test
  void refusesSeveralTeamsWhereTheMachineHasTierProcessAlone() throws IOException {
    Path config = made.resolve("host/glovebox.toml");
    Files.writeString(
        config,
        Files.readString(config)
            + """

            [[principals]]
            name = "guest"
            team = "another"
            roles = ["AGENT"]
            """);
    assertThatThrownBy(() -> ServedHost.start(bare(), config))
        .satisfies(refused(Code.TIER_UNAVAILABLE, "tier bwrap or stronger is demanded"));
  }

  @Test
  void aProductionHostMustNotReadWhatBelongsToOthers() throws IOException {
    Path config = made.resolve("host/glovebox.toml");
    Files.writeString(
        config, Files.readString(config).replace("\"development\"", "\"production\""));
    Surroundings somebody =
        new Surroundings(
            HERE.home(),
            HERE.cache(),
            HERE.temporary(),
            "somebody",
            HERE.javaHome(),
            HERE.osName(),
            HERE.osArch(),
            HERE.programs(),
            HERE.ceiling());
    assertThatThrownBy(() -> ServedHost.start(somebody, config))
        .satisfies(refused(Code.CONFIG_INVALID, "must not be able to read ca/"));
  }

  private static void asks(int port, Path identity, Code answer) {
    try (HostClient client = client(port, identity)) {
      assertThatThrownBy(() -> client.series(HASH)).satisfies(refused(answer, ""));
    }
  }

  private static HostClient client(int port, Path identity) {
    return new HostClient(new HostAddress.Tls("127.0.0.1", port, identity));
  }

  private static org.assertj.core.api.ThrowingConsumer<Throwable> refused(
      Code code, String sentence) {
    return failure -> {
      assertThat(failure).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
      assertThat(((Refusal) failure).code()).isEqualTo(code);
    };
  }

  private static Origin make(Path folder) {
    return new DevelopmentHost(
            folder,
            new TeamId("alpha"),
            "127.0.0.1:0",
            List.of(),
            HERE.home().resolve(LimitsFile.COMMITTED_NAME))
        .write(new SystemClock(), new SecureRandom());
  }
}
