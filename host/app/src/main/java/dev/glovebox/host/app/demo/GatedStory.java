package dev.glovebox.host.app.demo;

import dev.glovebox.host.app.client.AuditClient;
import dev.glovebox.host.audit.InclusionProof;
import dev.glovebox.host.model.Code;
import dev.glovebox.proto.api.v1.Record;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** From an agent's first draft to a paper run behind both gates, and the evidence of one trade. */
final class GatedStory {
  private static final List<String> OF_A_TRADE =
      List.of("plan", "token_issued", "token_spent", "order_submission", "fill");

  private final Laptop laptop;
  private final Path work;
  private final Story story;

  /** Plays on {@code laptop} with the files in {@code work}. */
  GatedStory(Laptop laptop, Path work, Story story) {
    this.laptop = laptop;
    this.work = work;
    this.story = story;
  }

  void tell() throws IOException {
    String candidate = submitted();
    backtested();
    String grant = admitted(candidate);
    String run = paper(grant);
    trade(run);
  }

  private String submitted() {
    story.step("An agent submits over mutual TLS; findings say what to write instead");
    Laptop.Said draft =
        laptop.as("agent", line -> line.contains(" error "), "submit", file("draft.py"));
    story.promise("", "flagged: exit " + draft.exit(), draft.exit() == 1);
    Laptop.Said fixed = laptop.as("agent", GatedStory::nothing, "submit", file("sma_cross.py"));
    String candidate = fixed.name("candidates").orElse("");
    story.promise("", "fixed: " + candidate, fixed.exit() == 0 && !candidate.isEmpty());
    return candidate;
  }

  private void backtested() {
    story.step("A backtest and the honesty checks, on trades of Bitstamp of 2013");
    Laptop.Said run =
        laptop.as(
            "agent",
            line -> line.startsWith("outcome") || line.startsWith("return"),
            "backtest",
            "--spec",
            file("backtest.toml"),
            "--out",
            file("backtest"));
    story.promise("", "exit " + run.exit(), run.exit() == 0);
    Laptop.Said check =
        laptop.as(
            "agent",
            line -> !line.contains("_sha256") && !line.contains("log position"),
            "check",
            "--spec",
            file("backtest.toml"));
    story.promise("", "exit " + check.exit(), check.exit() == 0);
  }

  private String admitted(String candidate) {
    story.step("Two human gates: signed offline by a reviewer who is neither author nor sponsor");
    refused("agent", Code.PROMOTION_MISSING, "run", "--spec", file("paper.toml"));
    String key = laptop.made().resolve("reviewer/reviewer.key").toString();
    Laptop.Said promoted =
        laptop.as("reviewer", GatedStory::nothing, "promote", candidate, "--key", key, "--yes");
    story.promise("", "gate 1: " + promoted.name("promotions").orElse(""), promoted.exit() == 0);
    refused("agent", Code.RUN_GRANT_MISSING, "run", "--spec", file("paper.toml"));
    Laptop.Said granted =
        laptop.as(
            "reviewer",
            GatedStory::nothing,
            "grant",
            "--spec",
            file("paper.toml"),
            "--key",
            key,
            "--yes");
    String grant = granted.name("grants").orElse("");
    story.promise("", "gate 2: " + grant, granted.exit() == 0);
    refused(
        "agent",
        Code.APPROVAL_PARAMETERS_MISMATCH,
        "run",
        "--spec",
        file("other.toml"),
        "--grant",
        grant);
    return grant;
  }

  private void refused(String principal, Code expected, String... command) {
    Laptop.Said said = laptop.as(principal, GatedStory::nothing, command);
    story.promise(
        "", "refused: " + expected, said.exit() == 1 && said.err().contains(expected.name()));
  }

  private String paper(String grant) throws IOException {
    story.step("The same artifact in PAPER: trades played back, folded by the host's clock");
    Laptop.Said run =
        laptop.as(
            "agent",
            line -> line.startsWith("outcome") || line.startsWith("return"),
            "run",
            "--spec",
            file("paper.toml"),
            "--grant",
            grant,
            "--out",
            file("paper"));
    story.promise("", "exit " + run.exit(), run.exit() == 0);
    story.fact("", "$ glovebox parity backtest paper");
    Laptop.Said parity =
        laptop.run(line -> true, List.of("parity", file("backtest"), file("paper")));
    story.promise("", "byte for byte: exit " + parity.exit(), parity.exit() == 0);
    Path page = work.resolve("paper/report.html");
    story.promise(
        "report",
        "report.html, one offline page of "
            + (Files.exists(page) ? Files.size(page) / 1024 : 0)
            + " KiB",
        Files.exists(page));
    return laptop
        .as("agent", GatedStory::nothing, "runs")
        .out()
        .lines()
        .filter(line -> line.contains("PAPER"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .findFirst()
        .orElse("");
  }

  private void trade(String run) {
    story.step("The evidence of its first trade, each record proved to be in the signed log");
    try (AuditClient auditor = new AuditClient(laptop.address("auditor"))) {
      List<Record> records = auditor.records(run);
      story.fact("auditor", records.size() + " records of " + run.replaceAll(".*/", ""));
      for (String type : OF_A_TRADE) {
        InclusionProof proof =
            records.stream()
                .filter(record -> type(record).equals(type))
                .findFirst()
                .map(record -> auditor.proof(record.getName()))
                .orElseThrow();
        story.promise(
            "",
            String.format(
                "%-16s record %d, %d hashes to the root of %d records",
                type, proof.leafIndex(), proof.path().size(), proof.checkpoint().size()),
            proof.holds());
      }
    }
  }

  private static boolean nothing(String line) {
    return false;
  }

  private static String type(Record record) {
    String leaf = record.getLeaf().toString(StandardCharsets.UTF_8);
    return leaf.replaceFirst("(?s).*\"step_type\":\"([a-z_]*)\".*", "$1");
  }

  /** Verifies the log of the host, which has ended. */
  void verify() {
    Path data = laptop.made().resolve("host/data");
    story.fact("", "$ glovebox verify audit --trust trust.json");
    Laptop.Said said =
        laptop.run(
            line -> true,
            List.of(
                "verify",
                data.resolve("audit").toString(),
                "--trust",
                data.resolve("trust.json").toString()));
    story.promise("verify", "exit " + said.exit(), said.exit() == 0);
  }

  private String file(String name) {
    return work.resolve(name).toString();
  }
}
