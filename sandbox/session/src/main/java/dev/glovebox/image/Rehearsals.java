package dev.glovebox.image;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.Language;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.session.Analyses;
import dev.glovebox.session.AnalysisAnswer;
import dev.glovebox.session.AnalysisResult;
import dev.glovebox.session.BarImports;
import dev.glovebox.session.HelperFailed;
import dev.glovebox.session.HelperLimits;
import dev.glovebox.session.ImportAnswer;
import dev.glovebox.session.ImportSummary;
import dev.glovebox.session.Nonces;
import dev.glovebox.session.PreparationAnswer;
import dev.glovebox.session.Preparations;
import dev.glovebox.session.PreparedForm;
import dev.glovebox.session.RefusedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/** Holds the conversations that caches are recorded from, over samples of our own. */
final class Rehearsals {
  private static final HelperLimits LIMITS =
      new HelperLimits(new ProcessLimits(512, 64), Duration.ofMinutes(5), 4 * 1024L * 1024L);

  // Nothing of anybody's is at stake: the nonce need not be a secret.
  private static final Nonces NONCES = () -> new byte[Nonces.NONCE_BYTES];

  /**
   * Starts {@code image}, the plan's own with more flags, and holds the conversation, to the end of
   * the process.
   *
   * @return why it did not go as it should; empty if it did
   */
  Optional<String> hold(ImagePlan plan, Jail jail, ProcessImage image) {
    return switch (plan.rehearsal()) {
      case RUN -> new RunRehearsal(jail, image, RunRehearsal.Sample.python()).hold();
      case RUN_JAVA -> runOfJava(jail, plan.before().orElseThrow(), image);
      case PREPARATION -> said(prepared(jail, image, Language.PYTHON));
      case PREPARATION_JAVA -> said(prepared(jail, image, Language.JAVA));
      case ANALYSIS ->
          said(
              new Analyses(jail, image, LIMITS, NONCES)
                  .analyze(Language.PYTHON.text(), Samples.strategy(Language.PYTHON)));
      case IMPORT ->
          said(
              new BarImports(jail, image, LIMITS, NONCES)
                  .importBars(
                      new ByteArrayInputStream(Samples.barFile()),
                      BarImports.Stamp.OPEN,
                      0,
                      _ -> {}));
      case LAUNCH -> launched(jail, image);
    };
  }

  private static PreparationAnswer prepared(Jail jail, ProcessImage image, Language language) {
    return new Preparations(jail, image, LIMITS, NONCES)
        .prepare(language.text(), Samples.strategy(language));
  }

  private static Optional<String> runOfJava(Jail jail, ProcessImage preparer, ProcessImage image) {
    PreparationAnswer answer = prepared(jail, preparer, Language.JAVA);
    return answer instanceof PreparedForm form
        ? new RunRehearsal(jail, image, RunRehearsal.Sample.java(form.form())).hold()
        : said(answer);
  }

  private static Optional<String> launched(Jail jail, ProcessImage image) {
    // By this flag it ends instead of becoming something, also where no cache is recorded.
    ProcessImage rehearsed = image.with("-Dglovebox.recorded=true");
    try (JailedProcess process = jail.start(rehearsed, LIMITS.memory())) {
      process.killAfter(LIMITS.wall());
      process.stdout().transferTo(OutputStream.nullOutputStream());
      boolean done =
          process.awaitExit(LIMITS.wall()).filter(exit -> exit.status() == 0).isPresent();
      return done ? Optional.empty() : Optional.of("the launcher did not end as it should");
    } catch (IOException e) {
      return Optional.of("the launcher cannot be started");
    }
  }

  private static Optional<String> said(PreparationAnswer answer) {
    return switch (answer) {
      case PreparedForm _ -> Optional.empty();
      case RefusedInput refused -> refused(refused);
      case HelperFailed failed -> Optional.of(failed.message());
    };
  }

  private static Optional<String> said(AnalysisAnswer answer) {
    return switch (answer) {
      case AnalysisResult _ -> Optional.empty();
      case RefusedInput refused -> refused(refused);
      case HelperFailed failed -> Optional.of(failed.message());
    };
  }

  private static Optional<String> said(ImportAnswer answer) {
    return switch (answer) {
      case ImportSummary _ -> Optional.empty();
      case RefusedInput refused -> refused(refused);
      case HelperFailed failed -> Optional.of(failed.message());
    };
  }

  private static Optional<String> refused(RefusedInput refused) {
    return Optional.of("the sample was refused: " + refused.code() + " " + refused.message());
  }
}
