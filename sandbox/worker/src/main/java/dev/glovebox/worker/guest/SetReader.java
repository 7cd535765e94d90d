package dev.glovebox.worker.guest;

import com.google.protobuf.ByteString;
import com.google.protobuf.WireFormat;
import dev.glovebox.proto.worker.v1.Bar;
import dev.glovebox.proto.worker.v1.BarSet;
import java.util.Arrays;

/**
 * Reads sets of one bar from their wire form into fields, without a message object for each: nearly
 * all sets of a long run are such. Whatever it does not know makes a set one that it does not take.
 * Source of the form: protobuf.dev, "Encoding". Not thread-safe.
 */
public final class SetReader {
  private static final int FIELDS = Bar.VOLUME_SCALE_FIELD_NUMBER + 1;
  private static final int VARINT_BITS = 7;
  private static final int LONG_BITS = 64;

  private final long[] bar = new long[FIELDS];
  private byte[] bytes = new byte[256];
  private int at;
  private int end;
  private int index;
  private int accountFrom;
  private int accountEnd;

  /**
   * Reads {@code set}.
   *
   * @return whether it is one bar, without fills and order updates, in a form known here
   */
  public boolean read(ByteString set) {
    int size = set.size();
    if (bytes.length < size) {
      bytes = new byte[2 * size];
    }
    set.copyTo(bytes, 0);
    at = 0;
    end = size;
    index = 0;
    accountFrom = 0;
    accountEnd = 0;
    boolean barSeen = false;
    while (at < end) {
      int tag = bytes[at++];
      switch (tag) {
        case BarSet.BAR_INDEX_FIELD_NUMBER << 3 | WireFormat.WIRETYPE_VARINT ->
            index = (int) varint();
        case BarSet.BARS_FIELD_NUMBER << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> {
          int barEnd = lengthDelimitedEnd();
          if (barSeen || barEnd < 0 || !bar(barEnd)) {
            return false;
          }
          barSeen = true;
        }
        case BarSet.ACCOUNT_FIELD_NUMBER << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> {
          accountEnd = lengthDelimitedEnd();
          if (accountEnd < 0) {
            return false;
          }
          accountFrom = at;
          at = accountEnd;
        }
        default -> {
          return false;
        }
      }
    }
    return barSeen && at == end;
  }

  /** Where the message that begins here ends; -1 if that is beyond the set. */
  private int lengthDelimitedEnd() {
    long length = varint();
    return length < 0 || length > end - at ? -1 : at + (int) length;
  }

  private boolean bar(int barEnd) {
    Arrays.fill(bar, 0);
    while (at < barEnd) {
      int tag = bytes[at++];
      int field = tag >> 3;
      if (tag < 0 || (tag & 7) != WireFormat.WIRETYPE_VARINT || field == 0 || field >= FIELDS) {
        return false;
      }
      bar[field] = varint();
    }
    return at == barEnd;
  }

  /** Beyond the set's end it gives 0 and stands there, which no sound set does. */
  private long varint() {
    long value = 0;
    for (int shift = 0; shift < LONG_BITS && at < end; shift += VARINT_BITS) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    at = end + 1;
    return 0;
  }

  private long signed(int field) {
    long value = bar[field];
    return (value >>> 1) ^ -(value & 1);
  }

  /** Number of the set in the run's input, from 0. */
  public int index() {
    return index;
  }

  /** Place of the bar's instrument among those of the start order. */
  public int instrument() {
    return (int) bar[Bar.INSTRUMENT_FIELD_NUMBER];
  }

  /** Start of the bar, in microseconds since 1970. */
  public long openTime() {
    return signed(Bar.OPEN_TIME_US_FIELD_NUMBER);
  }

  /** End of the bar, in microseconds since 1970. */
  public long closeTime() {
    return signed(Bar.CLOSE_TIME_US_FIELD_NUMBER);
  }

  /** First price, mantissa. */
  public long open() {
    return signed(Bar.OPEN_FIELD_NUMBER);
  }

  /** Highest price, mantissa. */
  public long high() {
    return signed(Bar.HIGH_FIELD_NUMBER);
  }

  /** Lowest price, mantissa. */
  public long low() {
    return signed(Bar.LOW_FIELD_NUMBER);
  }

  /** Last price, mantissa. */
  public long close() {
    return signed(Bar.CLOSE_FIELD_NUMBER);
  }

  /** Volume, mantissa. */
  public long volume() {
    return signed(Bar.VOLUME_FIELD_NUMBER);
  }

  /** Digits behind the point of the four prices. */
  public int priceScale() {
    return (int) bar[Bar.PRICE_SCALE_FIELD_NUMBER];
  }

  /** Digits behind the point of the volume. */
  public int volumeScale() {
    return (int) bar[Bar.VOLUME_SCALE_FIELD_NUMBER];
  }

  /** True if the account has these bytes. */
  public boolean accountIs(byte[] wire) {
    return Arrays.equals(wire, 0, wire.length, bytes, accountFrom, accountEnd);
  }

  /** The bytes of the account. */
  public byte[] accountBytes() {
    return Arrays.copyOfRange(bytes, accountFrom, accountEnd);
  }
}
