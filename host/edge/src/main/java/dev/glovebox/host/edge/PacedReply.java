package dev.glovebox.host.edge;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A server stream that waits for a slow peer instead of buffering for it.
 *
 * <p>One thread sends; it must not be the call's own, which delivers the readiness.
 */
final class PacedReply<T> {
  private final ServerCallStreamObserver<T> reply;
  private final Semaphore changed = new Semaphore(0);

  /** Must be made before the handler returns: gRPC takes the callbacks only then. */
  PacedReply(ServerCallStreamObserver<T> reply) {
    this.reply = reply;
    reply.setOnReadyHandler(changed::release);
    reply.setOnCancelHandler(changed::release);
  }

  /** Sends one message; returns false when the peer is gone or has read nothing for too long. */
  boolean send(T message) {
    try {
      while (!reply.isReady()) {
        if (reply.isCancelled()
            || !changed.tryAcquire(EdgeLimits.PEER_IDLE_SECONDS_MAX, TimeUnit.SECONDS)) {
          return false;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    if (reply.isCancelled()) {
      return false;
    }
    reply.onNext(message);
    return true;
  }

  /** Returns whether the peer is gone. */
  boolean isCancelled() {
    return reply.isCancelled();
  }

  /** Ends the stream; for a peer that is gone there is nothing to end. */
  void complete() {
    if (!reply.isCancelled()) {
      reply.onCompleted();
    }
  }

  /** Ends the stream with an error. */
  void fail(RuntimeException status) {
    if (!reply.isCancelled()) {
      reply.onError(status);
    }
  }
}
