package dev.glovebox.session;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import java.io.IOException;

/** Starts a process when it is asked for one. */
public record ColdHelpers(Jail jail, ProcessImage image, ProcessLimits memory) implements Helpers {
  @Override
  public String name() {
    return image.name();
  }

  @Override
  public JailedProcess take() throws IOException {
    return jail.start(image, memory);
  }

  /** Nothing waits here. */
  @Override
  public void close() {}
}
