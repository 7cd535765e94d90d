package dev.glovebox.host.app.command;

import dev.glovebox.host.app.spec.FlagValues;
import dev.glovebox.host.app.spec.SpecDraft;
import dev.glovebox.host.app.spec.SpecFile;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that say what is run: a RunSpec, or the shorthand for its fields. */
final class DraftFlags {
  @Mixin private SpecFlags flags = new SpecFlags();

  @Option(
      names = "--spec",
      paramLabel = "FILE",
      description = "The RunSpec, TOML; instead of the flags that are shorthand for its fields.")
  private @Nullable Path specFile;

  /**
   * Returns the draft of the flags, or what {@code ofFile} makes of the RunSpec.
   *
   * @throws Refusal ARGUMENT_INVALID if both are there, or what {@code ofFile} refuses with
   */
  SpecDraft draft(UnaryOperator<SpecDraft> ofFile) {
    FlagValues values = flags.values();
    if (specFile == null) {
      return values.draft();
    }
    if (!values.isEmpty()) {
      throw new Refusal(
          Code.ARGUMENT_INVALID,
          "--spec says it all; no STRATEGY and no flag of the RunSpec may follow");
    }
    return ofFile.apply(SpecFile.read(specFile));
  }
}
