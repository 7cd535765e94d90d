package dev.glovebox.host.edge;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what went wrong into a gRPC status with {@code google.rpc} details.
 *
 * <p>The reason is the stable code. What others wrote travels only as {@code metadata["detail"]}. A
 * defect of ours gets an incident id, which the host's log repeats beside the stack trace; the
 * caller never sees more than the id.
 */
final class Failures {
  /** Domain of every reason. */
  static final String DOMAIN = "glovebox";

  /** Metadata key of text that others wrote. */
  static final String DETAIL = "detail";

  /** Longest sentence or detail on the wire, in characters. */
  static final int TEXT_CHARACTERS_MAX = 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final Supplier<String> incidentIds;

  Failures(Supplier<String> incidentIds) {
    this.incidentIds = incidentIds;
  }

  /** Returns the status of {@code failure}. */
  StatusRuntimeException status(Throwable failure) {
    return switch (failure) {
      case Refusal refusal ->
          status(refusal.code(), refusal.sentence(), refusal.detail().raw(), "");
      case InvalidField bad ->
          status(bad.code(), bad.field() + " " + bad.sentence(), "", bad.field());
      default -> {
        String incident = incidentIds.get();
        LOG.error("incident {}", incident, failure);
        yield status(
            Code.INTERNAL, "a defect of ours; the host's log has incident " + incident, "", "");
      }
    };
  }

  /** Returns the status of a code and our sentence. */
  static StatusRuntimeException status(Code code, String sentence) {
    return status(code, sentence, "", "");
  }

  private static StatusRuntimeException status(
      Code code, String sentence, String detail, String field) {
    String bounded = bounded(sentence);
    ErrorInfo.Builder info = ErrorInfo.newBuilder().setDomain(DOMAIN).setReason(code.name());
    if (!detail.isEmpty()) {
      info.putMetadata(DETAIL, bounded(detail));
    }
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder()
            .setCode(Status.Code.valueOf(code.grpc().name()).value())
            .setMessage(code + ": " + bounded)
            .addDetails(Any.pack(info.build()))
            .addDetails(
                Any.pack(
                    LocalizedMessage.newBuilder().setLocale("en").setMessage(bounded).build()));
    if (!field.isEmpty()) {
      status.addDetails(
          Any.pack(
              BadRequest.newBuilder()
                  .addFieldViolations(
                      BadRequest.FieldViolation.newBuilder()
                          .setField(field)
                          .setDescription(bounded)
                          .setReason(code.name()))
                  .build()));
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }

  /** Cuts to the limit, never inside a surrogate pair. */
  private static String bounded(String text) {
    if (text.length() <= TEXT_CHARACTERS_MAX) {
      return text;
    }
    int end = TEXT_CHARACTERS_MAX;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
