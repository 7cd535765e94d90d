package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.proto.worker.v1.WorkerFrame;
import dev.glovebox.worker.python.PythonEngine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class RehearsalTest {
  @Test
  void goesToItsEndWithOrdersAndLeavesTheEngineInUse() {
    try (PythonEngine engine = PythonEngine.open()) {
      for (int round = 0; round < 2; round++) {
        List<WorkerFrame> said = InProcess.onGuestThread(() -> Rehearsal.hold(engine));
        assertThat(said).noneMatch(WorkerFrame::hasFault);
        assertThat(said.getLast().hasStopped()).isTrue();
        assertThat(said.stream().filter(WorkerFrame::hasAnswer)).hasSize(Rehearsal.BARS);
        assertThat(said.stream().mapToInt(each -> each.getAnswer().getIntentsCount()).sum())
            .isEqualTo(Rehearsal.BARS / 5);
      }
    }
  }
}
