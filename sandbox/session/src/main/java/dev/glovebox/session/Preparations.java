package dev.glovebox.session;

import com.google.protobuf.ByteString;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.PrepareRequest;
import dev.glovebox.proto.worker.v1.Prepared;
import java.io.IOException;
import java.util.List;

/** Prepares submitted sources, each in a process of its own. Thread-safe. */
public final class Preparations {
  /** Longest source. */
  public static final int SOURCE_BYTES_MAX = 256 * 1024;

  /** What requests call strategies whose form is classes: they carry their own lines. */
  public static final String JAVA = "java";

  private final Helpers helpers;
  private final HelperLimits limits;
  private final Nonces nonces;

  /** Prepares with {@code image} in {@code jail}. */
  public Preparations(Jail jail, ProcessImage image, HelperLimits limits, Nonces nonces) {
    this(new ColdHelpers(jail, image, limits.memory()), limits, nonces);
  }

  /** Works with processes of {@code helpers}, whose memory bounds are theirs to set. */
  public Preparations(Helpers helpers, HelperLimits limits, Nonces nonces) {
    this.helpers = helpers;
    this.limits = limits;
    this.nonces = nonces;
  }

  /**
   * Prepares one source; blocks for the life of the process.
   *
   * @param language {@code python}, or {@value #JAVA} of an image that compiles
   * @param source at most {@value #SOURCE_BYTES_MAX} bytes
   */
  public PreparationAnswer prepare(String language, byte[] source) {
    requireSource(source);
    return HelperProcess.converse(
        helpers,
        limits,
        nonces,
        failed -> failed,
        helper -> {
          helper.send(
              HelperRequest.newBuilder()
                  .setPrepare(
                      PrepareRequest.newBuilder()
                          .setLanguage(language)
                          .setSource(ByteString.copyFrom(source))));
          return answer(helper, language, source);
        });
  }

  static void requireSource(byte[] source) {
    if (source.length > SOURCE_BYTES_MAX) {
      throw new IllegalArgumentException("source of " + source.length + " bytes");
    }
  }

  private static PreparationAnswer answer(HelperProcess helper, String language, byte[] source)
      throws HelperException, IOException {
    HelperResponse response = helper.receive();
    return switch (response.getBodyCase()) {
      case PREPARED -> {
        PreparedForm form = checked(response.getPrepared(), language, source);
        helper.finish();
        yield form;
      }
      case REFUSED -> helper.refused(response.getRefused());
      case ANALYSIS, IMPORTED_BARS, IMPORTED_TICKS, IMPORT_DONE, BODY_NOT_SET ->
          throw HelperException.violation("answered a preparation with something else");
    };
  }

  private static PreparedForm checked(Prepared prepared, String language, byte[] source)
      throws HelperException {
    if (prepared.getFormVersion() < 1) {
      throw HelperException.violation("form version " + prepared.getFormVersion());
    }
    if (!language.equals(JAVA)) {
      checkLines(prepared, source);
    } else if (prepared.getLineMapCount() > 0) {
      throw HelperException.violation("a line map of classes");
    }
    return new PreparedForm(
        prepared.getForm().asReadOnlyByteBuffer(),
        prepared.getFormVersion(),
        prepared.getLineMapList());
  }

  private static void checkLines(Prepared prepared, byte[] source) throws HelperException {
    List<Integer> lineMap = prepared.getLineMapList();
    int formLines = lineEnds(prepared.getForm().toByteArray());
    // The last line may or may not be ended, and may or may not have an entry then.
    if (lineMap.size() < formLines || lineMap.size() > formLines + 1) {
      throw HelperException.violation("a line map that does not fit its form");
    }
    int earlier = 1;
    int linesMax = lineEnds(source) + 1;
    for (int line : lineMap) {
      if (line < earlier || line > linesMax) {
        throw HelperException.violation("a line map that does not fit the source");
      }
      earlier = line;
    }
  }

  private static int lineEnds(byte[] text) {
    int ends = 0;
    for (byte b : text) {
      if (b == '\n') {
        ends++;
      }
    }
    return ends;
  }
}
