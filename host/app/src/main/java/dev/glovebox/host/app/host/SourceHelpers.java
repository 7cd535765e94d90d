package dev.glovebox.host.app.host;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.session.ColdHelpers;
import dev.glovebox.session.HelperLimits;
import dev.glovebox.session.Helpers;
import dev.glovebox.session.WarmHelpers;

/**
 * The processes that read submitted sources.
 *
 * <p>A private host asks each once or twice: it starts them when it needs them. A host that serves
 * keeps some ready.
 */
record SourceHelpers(Helpers analysis, Helpers preparation) implements AutoCloseable {
  /** Processes of each kind that a serving host keeps ready. */
  static final int WARM_EACH = 2;

  static SourceHelpers of(boolean privateHost, Jail jail, Images images) {
    return privateHost ? cold(jail, images) : warm(jail, images);
  }

  static SourceHelpers cold(Jail jail, Images images) {
    return new SourceHelpers(
        new ColdHelpers(jail, images.analyzer().image(), HelperLimits.SOURCE.memory()),
        new ColdHelpers(jail, images.prepare().image(), HelperLimits.SOURCE.memory()));
  }

  static SourceHelpers warm(Jail jail, Images images) {
    return new SourceHelpers(
        pool(jail, images.analyzer().image()), pool(jail, images.prepare().image()));
  }

  private static Helpers pool(Jail jail, ProcessImage image) {
    return new WarmHelpers(jail, Images.warm(image), HelperLimits.SOURCE.memory(), WARM_EACH);
  }

  @Override
  public void close() {
    analysis.close();
    preparation.close();
  }
}
