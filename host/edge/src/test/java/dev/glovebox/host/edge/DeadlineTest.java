package dev.glovebox.host.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.proto.api.v1.CandidateServiceGrpc;
import dev.glovebox.proto.api.v1.SubmitCandidateRequest;
import dev.glovebox.proto.api.v1.SubmitCandidateResponse;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A peer that left before its request was whole gets nothing begun in its name. */
final class DeadlineTest {
  private final AtomicInteger begun = new AtomicInteger();
  private final Admission admission =
      new Admission(
          _ -> Optional.of(new Caller(new TeamId("alpha"), "alpha/ann", Set.of(Role.AGENT))),
          RoleTable.GLOVEBOX_V1,
          (caller, rpc) -> {},
          () -> {},
          new Failures(() -> "incident"));

  @Test
  void beginsNothingForAPeerThatIsGone() {
    Context.CancellableContext call = Context.current().withCancellation();
    ServerCall.Listener<SubmitCandidateRequest> listener = intercepted(call);
    call.cancel(Status.DEADLINE_EXCEEDED.asException());
    listener.onHalfClose();
    assertThat(begun).hasValue(0);
  }

  @Test
  void beginsForAPeerThatWaits() {
    try (Context.CancellableContext call = Context.current().withCancellation()) {
      intercepted(call).onHalfClose();
    }
    assertThat(begun).hasValue(1);
  }

  private ServerCall.Listener<SubmitCandidateRequest> intercepted(Context context) {
    Context before = context.attach();
    try {
      return admission.interceptCall(
          new OpenCall(),
          new Metadata(),
          (_, _) ->
              new ServerCall.Listener<>() {
                @Override
                public void onHalfClose() {
                  begun.incrementAndGet();
                }
              });
    } finally {
      context.detach(before);
    }
  }

  /** A call that nobody answers. */
  private static final class OpenCall
      extends ServerCall<SubmitCandidateRequest, SubmitCandidateResponse> {
    @Override
    public void request(int messages) {}

    @Override
    public void sendHeaders(Metadata headers) {}

    @Override
    public void sendMessage(SubmitCandidateResponse message) {}

    @Override
    public void close(Status status, Metadata trailers) {}

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public MethodDescriptor<SubmitCandidateRequest, SubmitCandidateResponse> getMethodDescriptor() {
      return CandidateServiceGrpc.getSubmitCandidateMethod();
    }
  }
}
