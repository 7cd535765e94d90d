package dev.glovebox.host.app.host;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.Language;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.session.ColdHelpers;
import dev.glovebox.session.HelperLimits;
import dev.glovebox.session.Helpers;
import dev.glovebox.session.Nonces;
import dev.glovebox.session.PoolBudget;
import dev.glovebox.session.PoolBudget.Kind;
import dev.glovebox.session.Preparations;
import dev.glovebox.session.WarmHelpers;
import java.util.EnumMap;
import java.util.Map;

/**
 * The processes that read submitted sources.
 *
 * <p>Some of each kind wait, as far as the host's budget goes; else each is started when it is
 * needed.
 */
record SourceHelpers(Helpers analysis, Map<Language, Helpers> preparation)
    implements AutoCloseable {
  static SourceHelpers of(Jail jail, Images images, PoolBudget budget) {
    return new SourceHelpers(
        helpers(jail, images.analyzer().image(), budget.count(Kind.ANALYSIS)),
        Map.of(
            Language.PYTHON,
            helpers(jail, images.prepare(Language.PYTHON).image(), budget.count(Kind.PREPARATION)),
            Language.JAVA,
            helpers(jail, images.prepare(Language.JAVA).image(), 0)));
  }

  /** Prepares each language. */
  Map<Language, Preparations> preparations(Nonces nonces) {
    Map<Language, Preparations> made = new EnumMap<>(Language.class);
    preparation.forEach(
        (language, of) -> made.put(language, new Preparations(of, HelperLimits.SOURCE, nonces)));
    return made;
  }

  private static Helpers helpers(Jail jail, ProcessImage image, int waiting) {
    return waiting == 0
        ? new ColdHelpers(jail, image, HelperLimits.SOURCE.memory())
        : new WarmHelpers(jail, image, HelperLimits.SOURCE.memory(), waiting);
  }

  @Override
  public void close() {
    analysis.close();
    preparation.values().forEach(Helpers::close);
  }
}
