package dev.glovebox.host.app.command;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.client.GateClient;
import dev.glovebox.host.app.review.Bundle;
import dev.glovebox.host.app.review.Drafts;
import dev.glovebox.host.app.review.Examination;
import dev.glovebox.host.approval.Statement;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.keys.StatementKey;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.proto.api.v1.Approval;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code promote}: gate 1, signed on the reviewer's machine. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = {
      "Passes a candidate through gate 1: examines it as review does, signs, hands in.",
      "",
      "  promote ID --key FILE --host HOST:PORT --identity DIR        all at once",
      "  promote --bundle DIR --key FILE --envelope OUT               sign without a network",
      "  promote --envelope FILE --host HOST:PORT --identity DIR      hand in what was signed"
    },
    footer = {"", "Exit: 0 promoted or signed; 1 refused; 2 usage; 3 could not tell."})
public final class PromoteCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "The candidate, cand-... or its whole name.")
  private @Nullable String id;

  @Mixin private ServedFlags served = new ServedFlags();
  @Mixin private SigningFlags signing = new SigningFlags();

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result (text).")
  private Format format = Format.TEXT;

  /** Makes the command. */
  public PromoteCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!signing.signs()) {
      byte[] envelope = signing.envelope();
      try (GateClient client = new GateClient(served.address())) {
        return handedIn(client.promote(envelope));
      }
    }
    StatementKey key = signing.key();
    Optional<Bundle> offline = signing.bundle();
    if (offline.isPresent()) {
      byte[] envelope = signed(offline.get(), SigningFlags.signer(key, offline.get()), key);
      signing.write(envelope);
      console.note(
          "signed; hand it in: glovebox promote --envelope FILE --host ... --identity ...");
      return Code.OK.exit();
    }
    if (id == null) {
      throw new Refusal(Code.ARGUMENT_INVALID, "name the candidate, or --bundle DIR");
    }
    try (GateClient client = new GateClient(served.address())) {
      Bundle bundle =
          client.bundle(
              client.name("candidates", id),
              signing.check.isEmpty() ? "" : client.name("checks", signing.check));
      byte[] envelope = signed(bundle, client.owner(), key);
      if (signing.hasEnvelope()) {
        signing.write(envelope);
      }
      return handedIn(client.promote(envelope));
    }
  }

  private byte[] signed(Bundle bundle, String signer, StatementKey key) {
    if (signing.yes) {
      Examination _ = ReviewCommand.examined(bundle, surroundings);
    } else {
      ReviewCommand.reviewed(bundle, surroundings).lines(bundle).forEach(console::note);
    }
    Statement statement =
        new Drafts(new SystemClock(), new SecureRandom())
            .promotion(bundle, signer, signing.expires());
    return Signature.of(statement, key, signing.yes, console);
  }

  private int handedIn(Approval promotion) {
    switch (format) {
      case TEXT -> console.line(ApprovalText.line(promotion));
      case JSON -> console.json(Json.of(Map.of("promotion", ApprovalText.json(promotion))));
    }
    return Code.OK.exit();
  }
}
