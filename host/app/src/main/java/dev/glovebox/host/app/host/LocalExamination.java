package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.candidate.Analysis;
import dev.glovebox.host.candidate.Preparation;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.Tier;
import dev.glovebox.session.Analyses;
import dev.glovebox.session.HelperLimits;
import dev.glovebox.session.Nonces;
import dev.glovebox.session.PoolBudget;
import java.security.SecureRandom;

/**
 * Analysis and preparation on a reviewer's own machine, in disposable jailed processes: what an
 * agent wrote is parsed nowhere else, on a laptop as little as on a host.
 */
public final class LocalExamination implements AutoCloseable {
  private final HeldFolder folder;
  private final Jail jail;
  private final Analysis analysis;
  private final Preparation preparation;

  private LocalExamination(
      HeldFolder folder, Jail jail, Analysis analysis, Preparation preparation) {
    this.folder = folder;
    this.jail = jail;
    this.analysis = analysis;
    this.preparation = preparation;
  }

  /**
   * Opens both.
   *
   * @throws dev.glovebox.host.model.Refusal FILE_UNREADABLE if the build has no images
   */
  public static LocalExamination open(Surroundings surroundings) {
    HeldFolder folder = Folders.held(surroundings.temporary(), HeldFolder.Kind.REVIEW);
    try {
      return open(surroundings, folder);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static LocalExamination open(Surroundings surroundings, HeldFolder folder) {
    Images plain = new Images(surroundings);
    Jail opened =
        new Jails(surroundings, plain)
            .open(Folders.own(folder.path().resolve("scratch")), Tier.PROCESS)
            .jail();
    Images images = plain.of(opened.tier());
    Jail jail = images.sealing(opened, true);
    SecureRandom random = new SecureRandom();
    Nonces nonces =
        () -> {
          byte[] nonce = new byte[Nonces.NONCE_BYTES];
          random.nextBytes(nonce);
          return nonce;
        };
    return new LocalExamination(
        folder,
        jail,
        new JailedAnalysis(
            new Analyses(jail, images.analyzer().image(), HelperLimits.SOURCE, nonces)),
        new JailedPreparation(
            SourceHelpers.of(jail, images, PoolBudget.NONE).preparations(nonces)));
  }

  /** Analyses sources. */
  public Analysis analysis() {
    return analysis;
  }

  /** Prepares sources. */
  public Preparation preparation() {
    return preparation;
  }

  @Override
  public void close() {
    jail.close();
    folder.close();
  }
}
