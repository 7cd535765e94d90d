package dev.glovebox.host.app.command;

import com.google.protobuf.ByteString;
import dev.glovebox.host.app.client.ReportSink;
import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal shows of {@code fills.csv}, which may be larger than any memory.
 *
 * @param header its first line
 * @param first the first fills, a line each
 * @param count of all fills
 */
public record FillLines(String header, List<String> first, long count) {
  /** Most fills that are kept. */
  public static final int KEPT_MAX = 20;

  static final String FILE = "fills.csv";

  private static final int LINE_BYTES_MAX = 64 * 1024;

  public FillLines {
    first = List.copyOf(first);
  }

  /** Reads the lines of a file that passes by, whatever else does. */
  static final class Reader implements ReportSink {
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private long count;

    @Override
    public void take(String name, ByteString data, boolean last) {
      if (name.equals(FILE)) {
        data.forEach(one -> read((char) (one & 0xFF)));
      }
    }

    // The file is ASCII; what a host sends otherwise is shown wrongly, and as text.
    private void read(char character) {
      if (character == '\n') {
        count++;
        if (lines.size() <= KEPT_MAX) {
          lines.add(line.toString());
        }
        line.setLength(0);
      } else if (lines.size() <= KEPT_MAX && line.length() < LINE_BYTES_MAX) {
        line.append(character);
      }
    }

    FillLines lines() {
      return lines.isEmpty()
          ? new FillLines("", List.of(), 0)
          : new FillLines(lines.getFirst(), lines.subList(1, lines.size()), count - 1);
    }
  }
}
