package dev.glovebox.host.audit;

import dev.glovebox.host.model.AsciiText;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes the values of one record, in the order of its form's holes, straight as canonical JSON.
 *
 * <p>A value too many or too few, or no hash where the form has one, throws IllegalStateException;
 * a lone surrogate throws IllegalArgumentException. Either way no record is written. Not
 * thread-safe.
 */
public final class RecordValues {
  private final AsciiText out;
  private final boolean repeats;
  private RecordForm form;
  private int next;

  /** Whether the record begun last was not ended: it threw. */
  private boolean open;

  // The hash that a field of this name had last: a repeat is written as null.
  private String repeatField = "";
  private String repeatHash = "";

  /**
   * Writes to {@code out}, each value after a comma.
   *
   * @param repeats whether a hash that its field had in the record before is written as null
   */
  RecordValues(AsciiText out, boolean repeats, RecordForm form) {
    this.out = out;
    this.repeats = repeats;
    this.form = form;
  }

  /** Returns the values that {@code writer} gives for {@code form}, as a tree. */
  static List<Json> tree(RecordForm form, Consumer<RecordValues> writer) {
    AsciiText text = new AsciiText();
    RecordValues values = new RecordValues(text.character('[').character('0'), false, form);
    writer.accept(values);
    values.end();
    if (CanonicalJson.parse(text.character(']').copy()) instanceof Json.Arr(var elements)) {
      return elements.subList(1, elements.size());
    }
    throw new IllegalStateException("what stands in brackets is an array");
  }

  void begin(RecordForm nextForm) {
    if (open) {
      forget();
    }
    open = true;
    form = nextForm;
    next = 0;
  }

  /** The record was not written: the next hash is written in full. */
  void forget() {
    repeatField = "";
  }

  void end() {
    if (next != form.holes()) {
      throw new IllegalStateException("a record has one value for each hole of its form");
    }
    open = false;
  }

  /** Gives a text of ours. */
  public RecordValues text(String text) {
    begin(false).json(text);
    return this;
  }

  /** Gives a text of a candidate; a lone surrogate becomes U+FFFD. */
  public RecordValues untrusted(UntrustedText text) {
    begin(false).untrusted(text);
    return this;
  }

  /** Gives an order's key. */
  public RecordValues key(OrderKey key) {
    begin(false).character('"').key(key).character('"');
    return this;
  }

  /** Gives an integer. */
  public RecordValues integer(long value) {
    if (Math.abs(value) > Json.INTEGER_MAX) {
      throw new IllegalArgumentException("integer outside +-(2^53-1)");
    }
    begin(false).integer(value);
    return this;
  }

  /** Gives an exact number as its canonical text. */
  public RecordValues decimal(BigDecimal value) {
    begin(false).character('"').decimal(value).character('"');
    return this;
  }

  /** Gives a truth value. */
  public RecordValues flag(boolean value) {
    begin(false).text(value ? "true" : "false");
    return this;
  }

  /** Gives an instant as text. */
  public RecordValues time(long micros) {
    begin(false).character('"').time(micros).character('"');
    return this;
  }

  /** Gives any value. */
  public RecordValues json(Json value) {
    CanonicalJson.write(value, begin(false));
    return this;
  }

  /** Gives the 32 bytes of a hash that is a member of the detail. */
  public RecordValues digest(byte[] hash) {
    begin(false).character('"').hex(hash).character('"');
    return this;
  }

  /** Gives a schema field's hash. */
  public RecordValues hash(Sha256 hash) {
    AsciiText text = begin(true);
    if (repeats) {
      String field = form.hashField(next - 1);
      if (repeatHash.equals(hash.hex()) && repeatField.equals(field)) {
        text.text("null");
        return this;
      }
      repeatField = field;
      repeatHash = hash.hex();
    }
    text.character('"').text(hash.hex()).character('"');
    return this;
  }

  private AsciiText begin(boolean hash) {
    if (next == form.holes() || (next >= form.detailHoles()) != hash) {
      throw new IllegalStateException("a value that the form has no hole for");
    }
    next++;
    return out.character(',');
  }
}
