package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ObservedBy;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.Workers;
import dev.glovebox.jail.image.ImageListing;
import dev.glovebox.jail.image.SealedJail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers and helpers of an image that is not what was made. */
@Timeout(60)
final class ChangedImageTest {
  private static final Duration WAIT = Duration.ofSeconds(20);

  @TempDir Path scratch;
  @TempDir Path runtime;
  private Jail jail;

  @BeforeEach
  void open() throws IOException {
    jail = TestProcesses.jail(scratch);
    Files.createFile(runtime.resolve("modules"));
  }

  @AfterEach
  void close() {
    jail.close();
  }

  private SealedJail sealed(ImageListing... made) {
    return TestProcesses.sealed(jail, runtime, made);
  }

  private Workers.Opened worker(Jail in, ProcessImage image) {
    return new GrpcWorkers(
            in,
            Map.of(WorkerKind.python(Profile.GATE), image),
            scratch,
            TestProcesses.nonces(),
            System::nanoTime)
        .open(GrpcWorkersTest.limits(WAIT, WAIT));
  }

  @Test
  void aWorkerIsNotStartedAndTheHostSaysWhy() {
    ProcessImage image = TestProcesses.image(FakeWorker.class, "good");
    assertThat(worker(sealed(ImageListing.empty()), image))
        .isInstanceOfSatisfying(
            Workers.Failed.class,
            failed -> {
              assertThat(failed.end().reason()).isEqualTo(WorkerEnd.IMAGE_CHANGED);
              assertThat(failed.end().observedBy()).isEqualTo(ObservedBy.HOST);
              assertThat(failed.end().message()).contains("image fake", "was added");
            });
  }

  @Test
  void aWorkerKnowsWhatItWasStartedFrom() {
    ProcessImage image = TestProcesses.image(FakeWorker.class, "good");
    SealedJail same = sealed();
    assertThat(worker(same, image))
        .isInstanceOfSatisfying(
            Workers.Open.class,
            open -> {
              try (Session session = open.session()) {
                assertThat(session.image()).isPresent().isEqualTo(same.identity(image));
                assertThat(session.isolationMeasures()).contains(SealedJail.MEASURE);
              }
            });
  }

  @Test
  void aHelperIsNotStartedEither() {
    ProcessImage image = TestProcesses.image(FakeAnswerer.class, "prepare");
    HelperLimits limits = new HelperLimits(new ProcessLimits(48, 16), WAIT, 1024 * 1024);
    byte[] source = "a = 1\n".getBytes(StandardCharsets.UTF_8);
    assertThat(
            new Preparations(sealed(ImageListing.empty()), image, limits, TestProcesses.nonces())
                .prepare("python", source))
        .isInstanceOfSatisfying(
            HelperFailed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(WorkerEnd.IMAGE_CHANGED);
              assertThat(failed.message()).contains("image fake", "was added");
            });
    assertThat(
            new Preparations(sealed(), image, limits, TestProcesses.nonces())
                .prepare("python", source))
        .isInstanceOf(PreparedForm.class);
  }
}
