package dev.glovebox.host.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A writer that kills its own process at one point: {@code <data> <point> <occurrence> <records>}.
 * Prints a line per receipt as soon as it has it.
 */
final class FaultChild {
  private static final int GROUP = 5;

  private FaultChild() {}

  /** Appends until the point is reached. */
  @SuppressWarnings("SystemOut") // the parent reads the receipts there
  public static void main(String[] arguments) {
    FaultHook.Point deadly = FaultHook.Point.valueOf(arguments[1]);
    int occurrence = Integer.parseInt(arguments[2]);
    int records = Integer.parseInt(arguments[3]);
    AtomicInteger reached = new AtomicInteger();
    LogFixture fixture = new LogFixture(Path.of(arguments[0]));
    fixture.settings =
        fixture.settings.withFaults(point -> {
          if (point == deadly && reached.incrementAndGet() == occurrence) {
            killThisProcess();
          }
        });
    AuditLog log = fixture.open();
    for (int i = 0; i < records; i += GROUP) {
      List<java.util.concurrent.CompletableFuture<Receipt>> group = new ArrayList<>();
      for (int j = 0; j < GROUP; j++) {
        group.add(log.appendAsync(LogFixture.decision(i + j)));
      }
      for (var waiting : group) {
        Receipt receipt = waiting.join();
        System.out.println(receipt.sequence() + " " + receipt.leafHash());
        System.out.flush();
      }
    }
    log.close();
  }

  private static void killThisProcess() throws IOException {
    Process killer =
        new ProcessBuilder("sh", "-c", "kill -9 " + ProcessHandle.current().pid()).start();
    try {
      killer.waitFor();
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("the process outlived its kill");
  }
}
