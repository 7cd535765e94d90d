package dev.glovebox.worker.attack;

import dev.glovebox.lockdown.Lockdown;
import dev.glovebox.worker.java.JavaGuest;
import dev.glovebox.worker.java.Verification;
import dev.glovebox.worker.java.VerifiedClasses;

/**
 * Many attacks in Java in one jailed process, each with a loader of its own, as {@link AttackMain}
 * does for Python.
 */
public final class JavaAttackMain {
  /** Set to {@code off}, classes are loaded that nobody verified. */
  private static final String VERIFIER = "glovebox.attack.verifier";

  private JavaAttackMain() {}

  /** Serves attacks. */
  public static void main(String[] arguments) {
    boolean off = "off".equals(System.getProperty(VERIFIER));
    Verification verification = off ? new UnverifiedClasses() : new VerifiedClasses();
    Exchange exchange = Exchange.ofStandardStreams();
    Lockdown.prepare();
    exchange.serve(
        (start, frames) -> AttackMain.run(new JavaGuest(verification), start, frames),
        Lockdown::enter);
  }
}
