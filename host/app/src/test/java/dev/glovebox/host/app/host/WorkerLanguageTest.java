package dev.glovebox.host.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Language;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.session.GrpcWorkers;
import dev.glovebox.session.Nonces;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real worker takes a strategy of its own language and of no other. */
@Timeout(120)
final class WorkerLanguageTest {
  @ParameterizedTest
  @EnumSource
  void aWorkerRefusesAStrategyOfAnotherLanguage(Language language) throws Exception {
    Surroundings surroundings = Surroundings.ofThisProcess();
    try (HeldFolder sockets = HeldFolder.make(surroundings.temporary(), HeldFolder.Kind.IMAGES);
        OpenedJail jail = OpenedJail.open(surroundings, List.of())) {
      Workers workers =
          new GrpcWorkers(
              jail.jail(),
              jail.images().workers(),
              sockets.path(),
              () -> new byte[Nonces.NONCE_BYTES],
              System::nanoTime);
      WorkerKind kind = new WorkerKind(language, Profile.GATE);
      Workers.Opened opened = workers.open(WorkerLimits.DEFAULT, kind);
      assertThat(opened).isInstanceOf(Workers.Open.class);
      try (Session session = ((Workers.Open) opened).session()) {
        Language other = language == Language.JAVA ? Language.PYTHON : Language.JAVA;
        assertThat(session.start(order(other)))
            .isInstanceOfSatisfying(
                Session.Ended.class,
                end -> {
                  assertThat(end.reason()).isEqualTo(WorkerEnd.WORKER_FAULT);
                  assertThat(end.message()).isEqualTo("no guest for this language");
                });
      }
    }
  }

  private static StartOrder order(Language language) {
    return new StartOrder(
        language.text(),
        ByteBuffer.allocate(0),
        List.of(),
        Map.of(),
        List.of(),
        "USD",
        0,
        WorkerLimits.DEFAULT,
        new StartOrder.SizingTerms("0", "0"),
        "strategy");
  }
}
