package dev.glovebox.host.app.command;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.client.GateClient;
import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.app.review.Bundle;
import dev.glovebox.host.app.review.Examination;
import dev.glovebox.host.app.review.GrantFolder;
import dev.glovebox.host.app.spec.SpecDraft;
import dev.glovebox.host.app.spec.SpecFile;
import dev.glovebox.host.keys.StatementKey;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.proto.api.v1.Approval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grant}: gate 2, signed on the reviewer's machine; one run of exactly these terms. */
@Command(
    name = "grant",
    mixinStandardHelpOptions = true,
    description = {
      "Lets one run of exactly a RunSpec through gate 2: shows it, signs, hands in.",
      "",
      "  grant --spec FILE --key FILE --host HOST:PORT --identity DIR   all at once",
      "  grant --spec FILE --out DIR --host HOST:PORT --identity DIR    for a machine apart",
      "  grant --bundle DIR --key FILE --envelope OUT                   sign without a network",
      "  grant --envelope FILE --host HOST:PORT --identity DIR          hand in what was signed"
    },
    footer = {"", "Exit: 0 granted or signed; 1 refused; 2 usage; 3 could not tell."})
public final class GrantCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Option(names = "--spec", paramLabel = "FILE", description = "The RunSpec, TOML, mode PAPER.")
  private @Nullable Path specFile;

  @Option(
      names = "--candidate",
      paramLabel = "ID",
      description = "The candidate (the newest promoted one with the RunSpec's bytes).")
  private @Nullable String candidate;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write what is to be signed, and sign nothing.")
  private @Nullable Path outFolder;

  @Mixin private ServedFlags served = new ServedFlags();
  @Mixin private SigningFlags signing = new SigningFlags();

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result (text).")
  private Format format = Format.TEXT;

  /** Makes the command. */
  public GrantCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (specFile != null) {
      return fromSpec(SpecFile.read(specFile));
    }
    if (signing.signs()) {
      return offline(signing.key());
    }
    byte[] envelope = signing.envelope();
    try (GateClient client = new GateClient(served.address())) {
      return handedIn(client.grantRun(envelope));
    }
  }

  private int fromSpec(SpecDraft draft) {
    RunRequest.mustBeReadable(draft);
    try (HostClient host = new HostClient(served.address());
        GateClient gates = new GateClient(served.address())) {
      GrantDraft.Drafted drafted =
          new GrantDraft(host, gates)
              .drafted(draft, Optional.ofNullable(candidate), signing.expires());
      console.note("promoted by " + drafted.promotedBy());
      show(drafted.folder());
      limits(draft);
      if (outFolder != null) {
        drafted.folder().write(outFolder);
        console.note("written; sign it: glovebox grant --bundle DIR --key FILE --envelope OUT");
        return Code.OK.exit();
      }
      byte[] envelope = signed(drafted.folder(), signing.key());
      if (signing.hasEnvelope()) {
        signing.write(envelope);
      }
      return handedIn(gates.grantRun(envelope));
    }
  }

  private int offline(StatementKey key) {
    Bundle bundle =
        signing
            .bundle()
            .orElseThrow(
                () -> new Refusal(Code.ARGUMENT_INVALID, "name --spec FILE or --bundle DIR"));
    GrantFolder folder = GrantFolder.read(signing.bundleFolder(), bundle);
    show(folder);
    signing.write(signed(folder, key));
    console.note("signed; hand it in: glovebox grant --envelope FILE --host ... --identity ...");
    return Code.OK.exit();
  }

  /** Shows the parts of the RunSpec that hashes alone would hide. */
  private void show(GrantFolder folder) {
    folder
        .runSpec()
        .members()
        .forEach((key, value) ->
            console.note("runspec " + key + ": " + new UntrustedText(value.text()).forTerminal()));
  }

  private void limits(SpecDraft draft) {
    if (draft.limits().isPresent()
        && draft.limits().get() instanceof SpecDraft.Source.OfFile(Path file)) {
      try {
        Files.readString(file)
            .lines()
            .forEach(line -> console.note("limits", new UntrustedText(line)));
      } catch (java.io.IOException e) {
        throw new Refusal(Code.FILE_UNREADABLE, file + " cannot be read");
      }
    }
  }

  private byte[] signed(GrantFolder folder, StatementKey key) {
    Examination _ = ReviewCommand.examined(folder.bundle(), surroundings);
    return Signature.of(folder.statement(), key, signing.yes, console);
  }

  private int handedIn(Approval grant) {
    switch (format) {
      case TEXT -> console.line(ApprovalText.line(grant));
      case JSON -> console.json(Json.of(Map.of("run_grant", ApprovalText.json(grant))));
    }
    return Code.OK.exit();
  }
}
