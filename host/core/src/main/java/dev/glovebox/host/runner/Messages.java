package dev.glovebox.host.runner;

import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.run.RunEnd;

/** What a person is told of a run's end; it quotes the guest and stays untrusted. */
final class Messages {
  private Messages() {}

  /** Returns for example {@code on_bar, line 12: ZeroDivisionError: division by zero}. */
  static UntrustedText of(RunEnd end) {
    StringBuilder text = new StringBuilder();
    text.append(end.hook().raw());
    if (end.line() > 0) {
      text.append(text.isEmpty() ? "line " : ", line ").append(end.line());
    }
    if (!end.message().raw().isEmpty()) {
      text.append(text.isEmpty() ? "" : ": ").append(end.message().raw());
    }
    return new UntrustedText(text.toString());
  }
}
