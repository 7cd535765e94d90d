package dev.glovebox.worker.guest;

import dev.glovebox.proto.worker.v1.WorkerFrame;

/** Where the supervisor's frames go; version and sequence are already set. */
@FunctionalInterface
public interface FrameSink {
  /** Sends one frame; never blocks on the host. */
  void send(WorkerFrame frame);
}
