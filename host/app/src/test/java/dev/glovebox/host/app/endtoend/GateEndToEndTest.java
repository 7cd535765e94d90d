package dev.glovebox.host.app.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.app.review.Bundle;
import dev.glovebox.host.app.review.Drafts;
import dev.glovebox.host.approval.Statement;
import dev.glovebox.host.approval.Statement.Scope;
import dev.glovebox.host.approval.Statement.Subject;
import dev.glovebox.host.approval.StatementForm;
import dev.glovebox.host.clock.ReplayClock;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.keys.Dsse;
import dev.glovebox.host.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The two gates as people meet them: commands, certificates, a real host, and at the end its log.
 * One host for all; only the last test ends it.
 */
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class GateEndToEndTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String GRANT = "teams/alpha/grants/grant-[0-9a-f]{32}";

  private static GateBench bench;
  private static String candidate;

  @BeforeAll
  static void start() throws IOException {
    bench = new GateBench();
    candidate = bench.submitted("agent", source());
  }

  private static String source() throws IOException {
    return Files.readString(
        bench.surroundings.home().resolve("strategies/examples/src/main/python/sma_cross.py"));
  }

  @AfterAll
  static void close() throws IOException {
    bench.close();
  }

  private Said promote(String who, byte[] envelope) {
    Path file = bench.work.resolve("e.json");
    GateBench.write(file, new String(envelope, UTF_8));
    return bench.as(who, "promote", "--envelope", file.toString());
  }

  private static Drafts drafts() {
    return new Drafts(new SystemClock(), new SecureRandom());
  }

  private static byte[] signed(Statement statement, String keyOf) {
    return Drafts.signed(statement, bench.key(keyOf)).bytes();
  }

  private static void refused(Said said, String code) {
    said.mustEndWith(1);
    assertThat(said.err()).contains(code);
  }

  @Test
  @Order(1)
  void aReviewShowsTheSourceAndWhatWouldBeSigned() {
    Said said = bench.as("reviewer", "review", candidate).mustEndWith(0);
    assertThat(said.out())
        .contains("prepared here again: the same form")
        .contains("analysed here again: the same")
        .contains("class ")
        .contains("  parameter fast: int = 10", "  order buy market", "  indicator SMA")
        .contains("no earlier candidate of this owner under this file name")
        .contains("honesty checks: NONE; this host leaves that to you")
        .contains("signer: alpha/reviewer");
    refused(bench.as("agent", "review", candidate), "PERMISSION_DENIED");
  }

  @Test
  @Order(1)
  void invisibleCharactersOfASourceAreShown() {
    String sly = bench.submitted("agent", "# a\u202eb\u200bc\nx = 1\n", 1);
    assertThat(bench.as("reviewer", "review", sly).mustEndWith(0).out())
        .contains("# a\\u{202e}b\\u{200b}c", "error PY116")
        .doesNotContain("\u202e");
  }

  @Test
  @Order(1)
  void aDryRunTellsTheFindingsAndLeavesNoCandidate() {
    String before = bench.as("agent", "candidates").mustEndWith(0).out();
    Path clean = GateBench.write(bench.work.resolve("clean.py"), "x = 1\n# new\n");
    Path flagged = GateBench.write(bench.work.resolve("flagged.py"), "import socket\n");
    Said said = bench.as("agent", "submit", "--dry-run", clean.toString()).mustEndWith(0);
    assertThat(said.err()).contains("kept nothing");
    said = bench.as("agent", "submit", "--dry-run", flagged.toString()).mustEndWith(1);
    assertThat(said.out()).containsPattern("flagged.py:1:[0-9]+ error PY");
    said = bench.as("agent", "submit", "--dry-run", "--format", "json", flagged.toString());
    assertThat(said.mustEndWith(1).out()).contains("\"flagged\":true", "rule_set_sha256");
    assertThat(bench.as("agent", "candidates").mustEndWith(0).out()).isEqualTo(before);
  }

  @Test
  @Order(2)
  void eachBadPromotionIsRefusedWithItsOwnCode() {
    Bundle bundle = bench.bundle(candidate);
    Statement good = drafts().promotion(bundle, "alpha/reviewer", DAY);
    byte[] envelope = signed(good, "reviewer");
    refused(promote("agent", envelope), "PERMISSION_DENIED");
    refused(promote("operator", envelope), "APPROVAL_SIGNER_MISMATCH");
    refused(promote("reviewer", signed(good, "operator")), "APPROVAL_SIGNER_MISMATCH");
    Dsse dsse = Dsse.parse(envelope);
    String altered = new String(dsse.payload(), UTF_8).replace("\"v\":1", "\"v\":2");
    refused(
        promote(
            "reviewer",
            new Dsse(dsse.payloadType(), altered.getBytes(UTF_8), dsse.keyId(), dsse.signature())
                .bytes()),
        "APPROVAL_SIGNATURE_INVALID");
    Statement past =
        new Drafts(new ReplayClock(0), new SecureRandom()).promotion(bundle, "alpha/reviewer", DAY);
    refused(promote("reviewer", signed(past, "reviewer")), "APPROVAL_EXPIRED");
    refused(promote("reviewer", signed(foreign(good), "reviewer")), "APPROVAL_FOREIGN");
    refused(
        promote("reviewer", signed(ofOtherBytes(good), "reviewer")), "APPROVAL_ARTIFACT_MISMATCH");
    Statement sponsors = drafts().promotion(bundle, "alpha/operator", DAY);
    refused(promote("operator", signed(sponsors, "operator")), "APPROVAL_BY_SPONSOR");
    String own = bench.submitted("auditor", "class S:\n    pass\n");
    Statement authors = drafts().promotion(bench.bundle(own), "alpha/auditor", DAY);
    refused(promote("auditor", signed(authors, "auditor")), "APPROVAL_BY_AUTHOR");
    promote("reviewer", envelope).mustEndWith(0);
    refused(promote("reviewer", envelope), "APPROVAL_REUSED");
  }

  private static Statement foreign(Statement good) {
    Scope scope = good.scope();
    return new Statement(
        good.gate(),
        good.id(),
        new Scope(
            "glovebox-0000000000000000",
            scope.environment(),
            scope.team(),
            scope.signer(),
            scope.seen()),
        good.subject(),
        good.validity(),
        Optional.empty());
  }

  private static Statement ofOtherBytes(Statement good) {
    Subject subject = good.subject();
    return new Statement(
        good.gate(),
        good.id(),
        good.scope(),
        new Subject(
            subject.candidate(),
            Sha256.of(new byte[] {1}),
            subject.prepared(),
            subject.findings(),
            subject.ruleSet(),
            subject.manifest(),
            subject.check()),
        good.validity(),
        Optional.empty());
  }

  @Test
  @Order(3)
  void promotesFromTheBundleOfAMachineWithoutANetwork() {
    Path folder = bench.work.resolve("bundle");
    Path envelope = bench.work.resolve("envelope.json");
    String key = bench.keyFile("reviewer").toString();
    bench.as("reviewer", "review", candidate, "--out", folder.toString()).mustEndWith(0);
    String[] sign = {
      "promote", "--bundle", folder.toString(), "--key", key, "--envelope", envelope.toString()
    };
    Said asked = bench.command(sign).mustEndWith(2);
    assertThat(asked.err()).contains("--yes signs without asking");
    assertThat(envelope).doesNotExist();
    String[] yes = java.util.Arrays.copyOf(sign, sign.length + 1);
    yes[sign.length] = "--yes";
    bench.command(yes).mustEndWith(0);
    Said said = promote("reviewer", bench.envelope(envelope)).mustEndWith(0);
    assertThat(said.out()).contains(candidate + " signed by alpha/reviewer");
    GateBench.write(folder.resolve("artifact"), "import os\n");
    refused(bench.command(yes), "REVIEW_BUNDLE_INVALID");
  }

  @Test
  @Order(3)
  void anUpdateIsShownAgainstWhatWasApproved() throws IOException {
    String before = source();
    String after =
        before
            .replace("size=10)", "size=10, edge=0.5)")
            .replace("ctx.buy(self.size)", "ctx.buy(self.size, limit=bar.close - edge)");
    String update = bench.submitted("agent", GateBench.fileOf(before), after, 1);
    Said said = bench.as("reviewer", "review", update, "--prepared").mustEndWith(0);
    assertThat(said.out())
        .contains("compared with the previous and last approved candidate " + candidate)
        .contains("  + parameter edge: float = 0.5", "  + order buy limit", "  - order buy market")
        .contains("  +            ctx.buy(self.size, limit=bar.close - edge)")
        .containsPattern("\\| +\\^\\^\\^\\^\\R +\\^ error PY104 in column")
        .contains("prepared form, what a worker loads");
    said = bench.as("reviewer", "review", update, "--format", "json").mustEndWith(0);
    assertThat(said.out())
        .contains("\"roles\":[\"previous\",\"approved\"]", "\"strategy_manifest\":{");
  }

  @Test
  @Order(3)
  void whatNobodyCanReadInFullCannotBePromoted() {
    String parameters =
        IntStream.rangeClosed(1, 65).mapToObj(i -> "p" + i + "=1").collect(joining(", "));
    String source =
        """
        from glovebox import Strategy
        class S(Strategy):
            def __init__(self, %s):
                self.p = p1
            def on_bar(self, ctx, bar):
                ctx.buy(self.p)
        """;
    Bundle cut = bench.bundle(bench.submitted("agent", source.formatted(parameters)));
    Statement statement = drafts().promotion(cut, "alpha/reviewer", DAY);
    refused(promote("reviewer", signed(statement, "reviewer")), "MANIFEST_INCOMPLETE");
    String fewer = parameters.replace(", p65=1", "");
    Bundle whole = bench.bundle(bench.submitted("agent", source.formatted(fewer)));
    statement = drafts().promotion(whole, "alpha/reviewer", DAY);
    promote("reviewer", signed(statement, "reviewer")).mustEndWith(0);
  }

  @Test
  @Order(4)
  void promotesGrantsAndRunsExactlyWhatWasGranted() {
    String key = bench.keyFile("reviewer").toString();
    bench.as("reviewer", "promote", candidate, "--key", key, "--yes").mustEndWith(0);
    Path bars = GateBench.write(bench.work.resolve("AAPL.csv"), GoldenSeries.AAPL.csv());
    try (HostClient agent = bench.client("agent")) {
      assertThat(agent.importSeries(bars, "open", 0).getBars()).isEqualTo(252);
    }
    Path spec = GateBench.write(bench.work.resolve("paper.toml"), spec("5"));
    refused(bench.as("agent", "run", "--spec", spec.toString()), "RUN_GRANT_MISSING");
    Said granted = bench.as("reviewer", "grant", "--spec", spec.toString(), "--key", key, "--yes");
    Matcher name = Pattern.compile(GRANT).matcher(granted.mustEndWith(0).out());
    assertThat(name.find()).isTrue();
    assertThat(granted.err()).contains("drawdown_max").contains("capital: 100000");
    Path other = GateBench.write(bench.work.resolve("other.toml"), spec("6"));
    refused(
        bench.as("agent", "run", "--spec", other.toString(), "--grant", name.group()),
        "APPROVAL_PARAMETERS_MISMATCH");
    bench.as("agent", "run", "--spec", spec.toString(), "--grant", name.group()).mustEndWith(0);
    refused(
        bench.as("agent", "run", "--spec", spec.toString(), "--grant", name.group()),
        "RUN_GRANT_SPENT");
    assertThat(bench.as("agent", "approvals").mustEndWith(0).out()).contains("spent by teams/");
  }

  @Test
  @Order(5)
  void grantsFromAMachineWithoutANetworkAndNotAfterAWithdrawal() {
    Path folder = bench.work.resolve("grant");
    Path envelope = bench.work.resolve("grant.json");
    Path spec = GateBench.write(bench.work.resolve("paper2.toml"), spec("7"));
    bench
        .as("reviewer", "grant", "--spec", spec.toString(), "--out", folder.toString())
        .mustEndWith(0);
    bench
        .command(
            "grant",
            "--bundle",
            folder.toString(),
            "--key",
            bench.keyFile("reviewer").toString(),
            "--envelope",
            envelope.toString(),
            "--yes")
        .mustEndWith(0);
    Said said = bench.as("reviewer", "grant", "--envelope", envelope.toString()).mustEndWith(0);
    Matcher name = Pattern.compile(GRANT).matcher(said.out());
    assertThat(name.find()).isTrue();
    bench.as("agent", "withdraw", candidate).mustEndWith(0);
    refused(
        bench.as("agent", "run", "--spec", spec.toString(), "--grant", name.group()),
        "CANDIDATE_WITHDRAWN");
    assertThat(bench.as("agent", "candidates").mustEndWith(0).out()).contains("WITHDRAWN");
  }

  private static String spec(String fast) {
    Path home = bench.surroundings.home();
    return """
    version = 1
    mode = "PAPER"
    [artifact]
    file = "%s"
    [parameters]
    fast = "%s"
    slow = "20"
    [account]
    id = "paper-1"
    [account.cash]
    USD = "100000"
    [[instruments]]
    id = "AAPL"
    bars = "%s"
    stamp = "open"
    [limits]
    file = "%s"
    [feed]
    speed = "max"
    """
        .formatted(
            home.resolve("strategies/examples/src/main/python/sma_cross.py"),
            fast,
            bench.work.resolve("AAPL.csv"),
            home.resolve("research.limits.toml"));
  }

  /** Returns the records of denied roles as they stand in the log's files. */
  private static List<String> denials(Path log) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(log)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher record =
            Pattern.compile("\\{\"actor\"[^\\x00]{0,400}\"event\":\"role_denied\"[^\\x00]{0,900}")
                .matcher(Files.readString(file, ISO_8859_1));
        while (record.find()) {
          found.add(record.group());
        }
      }
    }
    return found;
  }

  @Test
  @Order(6)
  void theLogProvesEveryApprovalOffline() throws IOException {
    bench.end();
    Said said =
        bench
            .command(
                "verify",
                bench.made.resolve("host/data/audit").toString(),
                "--trust",
                bench.made.resolve("host/data/trust.json").toString())
            .mustEndWith(0);
    assertThat(said.out()).doesNotContain("approvals were not checked");
    assertThat(Bench.text(bench.made.resolve("host/data/trust.json")))
        .contains(bench.key("reviewer").verificationKey().text());
    assertThat(StatementForm.VERSION).isEqualTo(1);
    assertThat(denials(bench.made.resolve("host/data/audit")))
        .as("the agent asked for a review, and the log says so")
        .anyMatch(record ->
            record.contains("\"rpc\":\"glovebox.v1.ApprovalService/GetReviewBundle\"")
                && record.contains("\"actor\":\"alpha/agent\""));
  }
}
