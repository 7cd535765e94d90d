package dev.glovebox.prepare;

import com.google.protobuf.ByteString;
import dev.glovebox.prepare.form.NormalForm;
import dev.glovebox.prepare.form.PreparedForm;
import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.prepare.stdio.Exchange;
import dev.glovebox.prepare.stdio.StandardStreams;
import dev.glovebox.prepare.stdio.WarmUp;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.PrepareRequest;
import dev.glovebox.proto.worker.v1.Prepared;
import java.time.Duration;

/**
 * The disposable process that makes one prepared form: one {@link PrepareRequest} in on standard
 * input, one {@link Prepared} or refusal out on standard output, exit status 0.
 */
public final class PrepareMain {
  /** How long one parse may take; the host's own deadline stands behind it. */
  public static final Duration PARSE_LIMIT = Duration.ofSeconds(10);

  private PrepareMain() {}

  /** Runs the process. Takes no arguments. */
  public static void main(String[] arguments) {
    Exchange exchange = exchange();
    StandardStreams.serve(
        exchange,
        () -> {
          if (WarmUp.isAskedFor()) {
            WarmUp.run(
                exchange,
                HelperRequest.newBuilder()
                    .setPrepare(
                        PrepareRequest.newBuilder()
                            .setLanguage("python")
                            .setSource(WarmUp.sample())));
          }
        });
  }

  static Exchange exchange() {
    NormalForm forms = new NormalForm(new PythonParser(System::nanoTime, PARSE_LIMIT));
    return new Exchange(request -> answer(forms, request), RefusalCode.PREPARATION_FAILED);
  }

  private static HelperResponse.Builder answer(NormalForm forms, HelperRequest request) {
    if (!request.hasPrepare()) {
      throw new SourceRefusedException(
          Refusal.of(RefusalCode.PROTOCOL_VIOLATION, "this helper prepares, and nothing else"));
    }
    if (!request.getPrepare().getLanguage().equals("python")) {
      throw new SourceRefusedException(
          Refusal.of(RefusalCode.LANGUAGE_UNSUPPORTED, "only python is prepared"));
    }
    PreparedForm form = forms.prepare(request.getPrepare().getSource().toByteArray());
    return HelperResponse.newBuilder()
        .setPrepared(
            Prepared.newBuilder()
                .setForm(ByteString.copyFrom(form.bytes()))
                .setFormVersion(NormalForm.FORM_VERSION)
                .addAllLineMap(form.lineMap()));
  }
}
