package dev.glovebox.host.edge;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.Code;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one interceptor: who is calling, may they, and what an exception becomes.
 *
 * <p>What was begun when a peer leaves or its deadline passes is finished and kept; the same call
 * with the same idempotency key then gets the answer. Nothing is begun after that.
 *
 * <p>Denies by default: an unknown peer, an RPC outside the table and a caller without the role get
 * no further than this class; so does new work when the host has no room for it.
 */
final class Admission implements ServerInterceptor {
  private static final Context.Key<Caller> CALLER = Context.key("glovebox-caller");

  private final CallerSource callers;
  private final RoleTable roles;
  private final Denials denials;
  private final Headroom headroom;
  private final Failures failures;

  Admission(
      CallerSource callers,
      RoleTable roles,
      Denials denials,
      Headroom headroom,
      Failures failures) {
    this.callers = callers;
    this.roles = roles;
    this.denials = denials;
    this.headroom = headroom;
    this.failures = failures;
  }

  /** Returns the caller of the RPC that is being served on this thread. */
  static Caller caller() {
    Caller caller = CALLER.get();
    if (caller == null) {
      throw new IllegalStateException("no caller: an RPC was served outside the interceptor");
    }
    return caller;
  }

  @Override
  public <Q, S> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, S> call, Metadata headers, ServerCallHandler<Q, S> next) {
    Optional<Caller> caller = callers.identify(call.getAttributes());
    if (caller.isEmpty()) {
      return denied(call, Code.UNAUTHENTICATED, "the host knows nobody by this certificate");
    }
    String method = call.getMethodDescriptor().getFullMethodName();
    boolean admitted = roles.access(method).filter(row -> row.admits(caller.get())).isPresent();
    if (!admitted) {
      if (roles.access(method).isPresent()) {
        denials.denied(caller.get(), method);
      }
      return denied(call, Code.PERMISSION_DENIED, "none of your roles may call this");
    }
    CloseOnce<Q, S> guarded = new CloseOnce<>(call);
    if (RoleTable.NEW_WORK.contains(method)) {
      try {
        headroom.require();
      } catch (RuntimeException e) {
        guarded.fail(failures.status(e));
        return new ServerCall.Listener<>() {};
      }
    }
    Context context = Context.current().withValue(CALLER, caller.get());
    try {
      return new Guard<>(Contexts.interceptCall(context, guarded, headers, next), guarded, context);
    } catch (RuntimeException e) {
      guarded.fail(failures.status(e));
      return new ServerCall.Listener<>() {};
    }
  }

  private static <Q, S> ServerCall.Listener<Q> denied(
      ServerCall<Q, S> call, Code code, String sentence) {
    StatusRuntimeException status = Failures.status(code, sentence);
    call.close(status.getStatus(), trailers(status));
    return new ServerCall.Listener<>() {};
  }

  private static Metadata trailers(StatusRuntimeException status) {
    Metadata trailers = status.getTrailers();
    return trailers == null ? new Metadata() : trailers;
  }

  /** Closes a call at most once, so that a failure after the answer does no harm. */
  private static final class CloseOnce<Q, S> extends SimpleForwardingServerCall<Q, S> {
    private final AtomicBoolean closed = new AtomicBoolean();

    CloseOnce(ServerCall<Q, S> call) {
      super(call);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (closed.compareAndSet(false, true)) {
        super.close(status, trailers);
      }
    }

    void fail(StatusRuntimeException status) {
      close(status.getStatus(), trailers(status));
    }
  }

  /** Turns what a handler throws into a status. */
  private final class Guard<Q> extends SimpleForwardingServerCallListener<Q> {
    private final CloseOnce<Q, ?> call;
    private final Context context;

    Guard(ServerCall.Listener<Q> delegate, CloseOnce<Q, ?> call, Context context) {
      super(delegate);
      this.call = call;
      this.context = context;
    }

    @Override
    public void onMessage(Q message) {
      guarded(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      // A peer that is gone, or whose deadline has passed, gets nothing begun in its name.
      if (!context.isCancelled()) {
        guarded(super::onHalfClose);
      }
    }

    @Override
    public void onCancel() {
      guarded(super::onCancel);
    }

    @Override
    public void onComplete() {
      guarded(super::onComplete);
    }

    @Override
    public void onReady() {
      guarded(super::onReady);
    }

    private void guarded(Runnable step) {
      try {
        step.run();
      } catch (RuntimeException e) {
        call.fail(
            e.getCause() instanceof InvalidProtocolBufferException
                ? Failures.status(Code.ARGUMENT_INVALID, "the request is no message of this method")
                : failures.status(e));
      }
    }
  }
}
