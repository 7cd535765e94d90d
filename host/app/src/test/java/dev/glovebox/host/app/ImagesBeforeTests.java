package dev.glovebox.host.app;

import dev.glovebox.host.app.host.Images;
import dev.glovebox.host.model.Refusal;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Makes what lets child processes start fast before the first test: what it takes is less than what
 * so many starts save. Tests pass without it as well.
 */
public final class ImagesBeforeTests implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      var _ = new Images(Surroundings.ofThisProcess()).make();
    } catch (Refusal e) {
      // Nothing is built yet: tests that need images name them as a missing capability.
    }
  }
}
