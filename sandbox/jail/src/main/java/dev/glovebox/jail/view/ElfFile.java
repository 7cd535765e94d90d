package dev.glovebox.jail.view;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a 64-bit ELF program or library says it needs.
 *
 * @param interpreter path of the loader that starts it; empty for a library
 * @param needed names of libraries, as the loader looks them up
 * @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html">System V ABI</a>
 */
record ElfFile(Optional<String> interpreter, List<String> needed) {
  private static final int MAGIC = 0x7F454C46;
  private static final int CLASS_64_LITTLE = 0x0201;

  private static final int PROGRAM_TABLE_OFFSET = 32;
  private static final int ENTRY_SIZE_OFFSET = 54;
  private static final int ENTRY_COUNT_OFFSET = 56;
  private static final int HEADER_BYTES = 64;

  private static final int PT_LOAD = 1;
  private static final int PT_DYNAMIC = 2;
  private static final int PT_INTERP = 3;
  private static final long DT_NEEDED = 1;
  private static final long DT_STRTAB = 5;
  private static final int DYNAMIC_BYTES = 16;

  /** Longest name or table that is read. */
  private static final int BYTES_MAX = 1024 * 1024;

  private static final int NAME_BYTES_MAX = 4096;

  ElfFile {
    needed = List.copyOf(needed);
  }

  private record Segment(int type, long offset, long address, long bytes) {}

  /**
   * Reads {@code file}.
   *
   * @throws IOException if it cannot be read or is no 64-bit little-endian ELF file
   */
  static ElfFile read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      List<Segment> segments = segments(channel, file);
      Optional<String> interpreter = Optional.empty();
      List<String> needed = List.of();
      for (Segment segment : segments) {
        if (segment.type() == PT_INTERP) {
          interpreter = Optional.of(text(channel, segment.offset()));
        } else if (segment.type() == PT_DYNAMIC) {
          needed = needed(channel, segment, segments);
        }
      }
      return new ElfFile(interpreter, needed);
    }
  }

  private static List<Segment> segments(FileChannel channel, Path file) throws IOException {
    ByteBuffer header = bytes(channel, 0, HEADER_BYTES);
    if (Integer.reverseBytes(header.getInt(0)) != MAGIC
        || Short.reverseBytes(header.getShort(4)) != CLASS_64_LITTLE) {
      throw new IOException(file + " is no 64-bit little-endian ELF file");
    }
    long table = header.getLong(PROGRAM_TABLE_OFFSET);
    int size = Short.toUnsignedInt(header.getShort(ENTRY_SIZE_OFFSET));
    int count = Short.toUnsignedInt(header.getShort(ENTRY_COUNT_OFFSET));
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ByteBuffer entry = bytes(channel, table + (long) i * size, size);
      segments.add(
          new Segment(entry.getInt(0), entry.getLong(8), entry.getLong(16), entry.getLong(32)));
    }
    return segments;
  }

  private static List<String> needed(FileChannel channel, Segment dynamic, List<Segment> segments)
      throws IOException {
    ByteBuffer table = bytes(channel, dynamic.offset(), (int) Math.min(dynamic.bytes(), BYTES_MAX));
    List<Long> names = new ArrayList<>();
    long strings = 0;
    while (table.remaining() >= DYNAMIC_BYTES) {
      long tag = table.getLong();
      long value = table.getLong();
      if (tag == 0) {
        break;
      } else if (tag == DT_NEEDED) {
        names.add(value);
      } else if (tag == DT_STRTAB) {
        strings = value;
      }
    }
    long start = offset(strings, segments);
    List<String> needed = new ArrayList<>();
    for (long name : names) {
      needed.add(text(channel, start + name));
    }
    return needed;
  }

  private static long offset(long address, List<Segment> segments) throws IOException {
    for (Segment segment : segments) {
      if (segment.type() == PT_LOAD
          && address >= segment.address()
          && address < segment.address() + segment.bytes()) {
        return segment.offset() + address - segment.address();
      }
    }
    throw new IOException("a string table outside of the file");
  }

  private static String text(FileChannel channel, long offset) throws IOException {
    int most = (int) Math.min(NAME_BYTES_MAX, channel.size() - offset);
    ByteBuffer bytes = bytes(channel, offset, Math.max(0, most));
    int end = 0;
    while (end < bytes.limit() && bytes.get(end) != 0) {
      end++;
    }
    return StandardCharsets.UTF_8.decode(bytes.limit(end)).toString();
  }

  private static ByteBuffer bytes(FileChannel channel, long offset, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, offset + bytes.position()) < 0) {
        throw new IOException("an ELF file that ends too early");
      }
    }
    return bytes.flip();
  }
}
