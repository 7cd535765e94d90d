package dev.glovebox.host.app.client;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.UntrustedText;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns the error of a call back into the refusal that the host meant. */
final class Answers {
  private static final String DOMAIN = "glovebox";
  private static final String DETAIL = "detail";

  private Answers() {}

  /** Makes a call; throws the refusal that its host meant. */
  static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (StatusRuntimeException e) {
      throw refusal(e);
    }
  }

  /** Returns the refusal; what is not one of ours tells only whether a host was there. */
  static Refusal refusal(StatusRuntimeException failure) {
    return info(failure)
        .flatMap(info -> known(info, failure))
        .orElseGet(() -> foreign(failure.getStatus()));
  }

  private static Optional<Refusal> known(ErrorInfo info, StatusRuntimeException failure) {
    return Arrays.stream(Code.values())
        .filter(code -> code.name().equals(info.getReason()))
        .findFirst()
        .map(code ->
            new Refusal(
                code,
                sentence(code, failure.getStatus()),
                new UntrustedText(info.getMetadataOrDefault(DETAIL, ""))));
  }

  private static String sentence(Code code, Status status) {
    String text = String.valueOf(status.getDescription());
    String prefix = code.name() + ": ";
    // A remote host is not this build: what it says is shown, but never raw.
    String shown = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    return new UntrustedText(shown).forTerminal();
  }

  private static Refusal foreign(Status status) {
    return switch (status.getCode()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED -> new Refusal(Code.HOST_UNREACHABLE, "no host answered");
      case CANCELLED -> new Refusal(Code.HOST_UNREACHABLE, "the host broke off the call");
      case UNAUTHENTICATED -> new Refusal(Code.UNAUTHENTICATED, "the host does not know you");
      default ->
          new Refusal(Code.INTERNAL, "the host answered " + status.getCode() + " without a code");
    };
  }

  private static Optional<ErrorInfo> info(StatusRuntimeException failure) {
    com.google.rpc.Status status = StatusProto.fromThrowable(failure);
    if (status == null) {
      return Optional.empty();
    }
    for (Any detail : status.getDetailsList()) {
      if (detail.is(ErrorInfo.class)) {
        try {
          ErrorInfo info = detail.unpack(ErrorInfo.class);
          return info.getDomain().equals(DOMAIN) ? Optional.of(info) : Optional.empty();
        } catch (InvalidProtocolBufferException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
