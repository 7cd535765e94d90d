package dev.glovebox.fuzz;

import dev.glovebox.host.app.spec.SpecTarget;
import dev.glovebox.host.audit.SegmentTarget;
import dev.glovebox.host.edge.RequestTarget;
import dev.glovebox.importer.BarTarget;
import dev.glovebox.session.FrameTarget;
import dev.glovebox.session.StreamTarget;
import java.util.List;
import java.util.Locale;

/**
 * What reads bytes that nobody trusts. Each is a method {@code fuzzerTestOneInput(byte[])} that
 * comes back, or throws if what it attacks did anything but give a result or an error with a code.
 */
enum Target {
  /** Submitted source into the analyzer. */
  ANALYSIS(AnalysisTarget.class, 4096),
  /** Submitted source into the analyzer of Java. */
  ANALYSIS_JAVA(JavaAnalysisTarget.class, 4096),
  /** Submitted source into the normal form. */
  FORM(FormTarget.class, 4096),
  /** Class files and archives of them into the verifier of Java. */
  CLASSES(ClassesTarget.class, 4096),
  /** Files of bars and ticks into the importer, and its answer into the host's checks. */
  BARS(BarTarget.class, 4096),
  /** Frames of a worker and of a helper into the host's checks. */
  FRAMES(FrameTarget.class, 4096),
  /** Bytes of a worker's connection into the host's stream. */
  STREAM(StreamTarget.class, 2048),
  /** Segments and other files of a log into {@code verify}. */
  SEGMENTS(SegmentTarget.class, 2048),
  /** RunSpecs and limits in TOML. */
  SPECS(SpecTarget.class, 4096),
  /** Requests of glovebox.v1 at the edge. */
  REQUESTS(RequestTarget.class, 2048);

  private final Class<?> type;
  private final int bytesMax;

  Target(Class<?> type, int bytesMax) {
    this.type = type;
    this.bytesMax = bytesMax;
  }

  /** The class that has the method. */
  Class<?> type() {
    return type;
  }

  /** Longest input, in bytes. */
  int bytesMax() {
    return bytesMax;
  }

  /** Sound inputs to start from. */
  List<byte[]> seeds() {
    return switch (this) {
      case ANALYSIS, FORM -> Seeds.programs();
      case ANALYSIS_JAVA -> Seeds.javaPrograms();
      case CLASSES -> ClassesTarget.seeds();
      case BARS -> BarTarget.seeds();
      case FRAMES -> FrameTarget.seeds();
      case STREAM -> StreamTarget.seeds();
      case SEGMENTS -> SegmentTarget.seeds();
      case SPECS -> SpecTarget.seeds();
      case REQUESTS -> RequestTarget.seeds();
    };
  }

  /** Lower-case name, for files and messages. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
