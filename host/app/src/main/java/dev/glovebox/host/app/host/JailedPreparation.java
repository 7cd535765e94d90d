package dev.glovebox.host.app.host;

import dev.glovebox.host.candidate.Preparation;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.jail.Language;
import dev.glovebox.session.HelperFailed;
import dev.glovebox.session.PreparationAnswer;
import dev.glovebox.session.Preparations;
import dev.glovebox.session.PreparedForm;
import dev.glovebox.session.RefusedInput;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds the port {@code Preparation} to jailed processes. */
final class JailedPreparation implements Preparation {
  private static final Logger LOG = LoggerFactory.getLogger(JailedPreparation.class);

  private final Map<Language, Preparations> preparations;

  /** Prepares each language in processes of that language's image. */
  JailedPreparation(Map<Language, Preparations> preparations) {
    this.preparations = Map.copyOf(preparations);
  }

  @Override
  public Answer prepare(String language, byte[] source) {
    return Language.of(language)
        .map(preparations::get)
        .map(prepares -> answer(prepares.prepare(language, source)))
        .orElseGet(() -> new Answer.Failed("nothing here prepares that language"));
  }

  private static Answer answer(PreparationAnswer answer) {
    return switch (answer) {
      case PreparedForm prepared -> {
        byte[] form = new byte[prepared.form().remaining()];
        prepared.form().get(form);
        yield new Answer.Prepared(form, prepared.formVersion(), prepared.lineMap());
      }
      case RefusedInput(String code, String message, int line, int column) ->
          new Answer.Refused(code, line, column, new UntrustedText(message));
      case HelperFailed(var reason, String message, String diagnostics) -> {
        ChangedImages.refuse(new HelperFailed(reason, message, diagnostics));
        LOG.warn(
            "preparation failed: {}, {}: {}", reason, message, JailedAnalysis.shown(diagnostics));
        yield new Answer.Failed(
            "the preparation process gave no answer, " + reason + ": " + message);
      }
    };
  }
}
