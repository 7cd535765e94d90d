package dev.glovebox.prepare.python;

import com.oracle.graal.python.pegparser.ParserCallbacks;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;

/** Callbacks of a scan that is expected to meet no error. */
final class Unbothered implements ParserCallbacks {
  @Override
  public void safePointPoll() {}

  @Override
  public RuntimeException reportIncompleteSource(int line) {
    throw new AssertionError("incomplete at line " + line);
  }

  @Override
  public RuntimeException onError(ErrorType type, SourceRange range, String message) {
    throw new AssertionError(message);
  }

  @Override
  public void onWarning(WarningType type, SourceRange range, String message) {}
}
