package dev.glovebox.host.app.command;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.client.GateClient;
import dev.glovebox.host.app.host.LocalExamination;
import dev.glovebox.host.app.review.Bundle;
import dev.glovebox.host.app.review.Difference;
import dev.glovebox.host.app.review.Drafts;
import dev.glovebox.host.app.review.Examination;
import dev.glovebox.host.app.review.ReviewText;
import dev.glovebox.host.approval.Statement;
import dev.glovebox.host.approval.StatementForm;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.UntrustedText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code review}: fetches a candidate, examines it here, and shows what would be signed. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = {
      "Fetches a candidate, hashes every byte again, prepares and analyses it again on this",
      "machine in jailed processes, and prints what the source says of itself, what it changes",
      "against the previous and the last approved candidate of its owner under its file name,",
      "the source with its findings, and the statement."
    },
    footer = {
      "",
      "Exit: 0 all as the host says; 1 something is not, or refused; 2 usage; 3 could not tell."
    })
public final class ReviewCommand implements Callable<Integer> {
  private static final Duration EXPIRES_DEFAULT = Duration.ofDays(7);

  private final Surroundings surroundings;
  private final Console console;

  @Parameters(paramLabel = "ID", description = "The candidate, cand-... or its whole name.")
  private String id = "";

  @Mixin private ServedFlags served = new ServedFlags();

  @Option(
      names = "--check",
      paramLabel = "CHECK",
      description = "The report of honesty checks to look at (the newest).")
  private String check = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the bundle, for a machine without a network.")
  private @Nullable Path outFolder;

  @Option(
      names = "--prepared",
      description = "Show the prepared form, too; of Java its classes and hashes.")
  private boolean prepared;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result (text).")
  private Format format = Format.TEXT;

  /** Makes the command. */
  public ReviewCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    Bundle bundle;
    String signer;
    try (GateClient client = new GateClient(served.address())) {
      signer = client.owner();
      bundle =
          client.bundle(
              client.name("candidates", id), check.isEmpty() ? "" : client.name("checks", check));
    }
    if (outFolder != null) {
      bundle.write(outFolder);
    }
    Reviewed reviewed = reviewed(bundle, surroundings);
    Statement statement =
        new Drafts(new SystemClock(), new SecureRandom())
            .promotion(bundle, signer, EXPIRES_DEFAULT);
    switch (format) {
      case TEXT -> {
        reviewed.lines(bundle).forEach(console::line);
        console.line("");
        if (prepared) {
          ReviewText.prepared(bundle, reviewed.examination()).forEach(console::line);
          console.line("");
        }
        console.line("promote would sign this, with an id and times of its own:");
        ReviewText.lines(statement).forEach(console::line);
      }
      case JSON -> console.json(json(bundle, reviewed, statement));
    }
    return Code.OK.exit();
  }

  /** Prepares and analyses a bundle on this machine. */
  static Examination examined(Bundle bundle, Surroundings surroundings) {
    try (LocalExamination local = LocalExamination.open(surroundings)) {
      return Examination.of(bundle, local.analysis(), local.preparation());
    }
  }

  /** A bundle examined here, and what it changes. */
  record Reviewed(Examination examination, List<Difference> differences) {
    List<String> lines(Bundle bundle) {
      return ReviewText.lines(bundle, examination, differences);
    }
  }

  /** As {@link #examined}, and compares with the earlier candidates in the bundle. */
  static Reviewed reviewed(Bundle bundle, Surroundings surroundings) {
    try (LocalExamination local = LocalExamination.open(surroundings)) {
      Examination examination = Examination.of(bundle, local.analysis(), local.preparation());
      return new Reviewed(examination, Difference.of(bundle, examination, local.analysis()));
    }
  }

  private static Json json(Bundle bundle, Reviewed reviewed, Statement statement) {
    return Json.of(
        Map.of(
            "manifest", parsed(bundle, "manifest.json"),
            "findings", parsed(bundle, "findings.json"),
            "strategy_manifest", reviewed.examination().manifest().json(),
            "prepared",
                bundle.manifest().language().equals("java")
                    ? Json.of(
                        ReviewText.prepared(bundle, reviewed.examination()).stream()
                            .map(Json::of)
                            .toList())
                    : text(bundle.files().get("prepared")),
            "differences", Json.of(reviewed.differences().stream().map(Difference::json).toList()),
            "source", text(bundle.source()),
            "check",
                bundle.manifest().check().isPresent()
                    ? parsed(bundle, "check.json")
                    : new Json.Null(),
            "statement", StatementForm.json(statement)));
  }

  private static Json text(byte @Nullable [] bytes) {
    return bytes == null
        ? new Json.Null()
        : new UntrustedText(new String(bytes, StandardCharsets.UTF_8)).forJson();
  }

  private static Json parsed(Bundle bundle, String file) {
    byte[] bytes = bundle.files().get(file);
    return bytes == null ? new Json.Null() : CanonicalJson.parse(bytes);
  }
}
