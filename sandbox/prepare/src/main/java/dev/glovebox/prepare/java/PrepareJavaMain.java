package dev.glovebox.prepare.java;

import com.google.protobuf.ByteString;
import dev.glovebox.classes.PreparedClasses;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.prepare.stdio.Exchange;
import dev.glovebox.prepare.stdio.StandardStreams;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.PrepareRequest;
import dev.glovebox.proto.worker.v1.Prepared;

/**
 * The disposable process that makes one prepared form of Java: one {@link PrepareRequest} in on
 * standard input, one {@link Prepared} or refusal out on standard output, exit status 0.
 *
 * <p>An image of its own, for it needs the JDK's compiler and the one for Python does not.
 */
public final class PrepareJavaMain {
  /** What requests call the language. */
  public static final String LANGUAGE = "java";

  private PrepareJavaMain() {}

  /** Runs the process. Takes no arguments. */
  public static void main(String[] arguments) {
    StandardStreams.serve(exchange());
  }

  static Exchange exchange() {
    JavaForm forms = new JavaForm();
    return new Exchange(request -> answer(forms, request), RefusalCode.PREPARATION_FAILED);
  }

  private static HelperResponse.Builder answer(JavaForm forms, HelperRequest request) {
    if (!request.hasPrepare()) {
      throw new SourceRefusedException(
          Refusal.of(RefusalCode.PROTOCOL_VIOLATION, "this helper prepares, and nothing else"));
    }
    if (!request.getPrepare().getLanguage().equals(LANGUAGE)) {
      throw new SourceRefusedException(
          Refusal.of(RefusalCode.LANGUAGE_UNSUPPORTED, "only java is prepared here"));
    }
    PreparedClasses classes = forms.prepare(request.getPrepare().getSource().toByteArray());
    // No line map: class files carry the submitted lines.
    return HelperResponse.newBuilder()
        .setPrepared(
            Prepared.newBuilder()
                .setForm(ByteString.copyFrom(classes.encode()))
                .setFormVersion(PreparedClasses.FORM_VERSION));
  }
}
