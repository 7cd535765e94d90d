package dev.glovebox.jail;

/**
 * Which worker a run needs: the language decides on the guest, the profile on how it runs.
 *
 * @param language of the strategy
 */
public record WorkerKind(Language language, Profile profile) {
  /** A worker for strategies in Python. */
  public static WorkerKind python(Profile profile) {
    return new WorkerKind(Language.PYTHON, profile);
  }

  /** The name in messages, for example {@code java gate}. */
  public String text() {
    return language.text() + " " + profile.text();
  }
}
