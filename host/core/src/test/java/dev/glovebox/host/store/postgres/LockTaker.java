package dev.glovebox.host.store.postgres;

import dev.glovebox.host.model.Refusal;
import java.nio.file.Path;

/** Another process that tries to take a lock: exit 0 if it could, 1 if it was refused. */
final class LockTaker {
  private LockTaker() {}

  public static void main(String[] arguments) {
    try (HeldLock _ = HeldLock.take(Path.of(arguments[0]))) {
      System.exit(0);
    } catch (Refusal e) {
      System.exit(1);
    }
  }
}
