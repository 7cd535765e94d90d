package dev.glovebox.host.app.command;

import dev.glovebox.host.app.review.Drafts;
import dev.glovebox.host.app.review.ReviewText;
import dev.glovebox.host.approval.Statement;
import dev.glovebox.host.keys.StatementKey;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.util.Locale;
import java.util.Optional;

/** A person's yes: the statement is shown, the person asked, then the key signs. */
final class Signature {
  private Signature() {}

  /**
   * Shows and signs a statement.
   *
   * @param yes sign without asking
   * @throws Refusal APPROVAL_DECLINED if the person says no; ARGUMENT_INVALID if nobody can be
   *     asked
   */
  static byte[] of(Statement statement, StatementKey key, boolean yes, Console console) {
    ReviewText.lines(statement).forEach(console::note);
    console.note("signing with key " + key.verificationKey().keyId());
    if (!yes) {
      ask(console);
    }
    return Drafts.signed(statement, key).bytes();
  }

  private static void ask(Console console) {
    java.io.Console terminal =
        Optional.ofNullable(System.console())
            .filter(java.io.Console::isTerminal)
            .orElseThrow(() ->
                new Refusal(
                    Code.ARGUMENT_INVALID,
                    "nobody is at a terminal to ask; --yes signs without asking"));
    console.note("sign this statement? yes or no");
    String answer = terminal.readLine();
    if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).equals("yes")) {
      throw new Refusal(Code.APPROVAL_DECLINED, "nothing was signed");
    }
  }
}
