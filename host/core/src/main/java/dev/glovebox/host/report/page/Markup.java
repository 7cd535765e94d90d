package dev.glovebox.host.report.page;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CompileTimeConstant;
import dev.glovebox.host.model.UntrustedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML and SVG. Names of elements and attributes are constants of this program, every other
 * character goes through the encoder: there is no way to write text as it is. Not thread-safe.
 */
final class Markup {
  /** Characters of one text of a candidate that are shown; the rest is cut, and said so. */
  static final int TEXT_CHARACTERS_MAX = 240;

  private final StringBuilder out = new StringBuilder(64 * 1024);
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element. */
  @CanIgnoreReturnValue
  Markup open(@CompileTimeConstant String element, Attribute... attributes) {
    start(element, attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  /** Writes an element without content, as SVG and HTML's void elements are. */
  @CanIgnoreReturnValue
  Markup empty(@CompileTimeConstant String element, Attribute... attributes) {
    start(element, attributes);
    out.append("/>");
    return this;
  }

  /** Closes the element that was opened last. */
  @CanIgnoreReturnValue
  Markup close() {
    out.append("</").append(open.pop()).append('>');
    if (open.size() <= 3) {
      out.append('\n');
    }
    return this;
  }

  /** Writes text of ours; encoded all the same. */
  @CanIgnoreReturnValue
  Markup text(String text) {
    out.append(new UntrustedText(text).forHtml());
    return this;
  }

  /** Writes text that others wrote, isolated from the direction of its neighbours. */
  @CanIgnoreReturnValue
  Markup text(UntrustedText text) {
    String raw = text.raw();
    boolean cut = raw.codePointCount(0, raw.length()) > TEXT_CHARACTERS_MAX;
    String shown = cut ? raw.substring(0, raw.offsetByCodePoints(0, TEXT_CHARACTERS_MAX)) : raw;
    open("bdi", Attribute.with("class", "theirs"));
    out.append(new UntrustedText(shown).forHtml());
    close();
    if (cut) {
      text(" (cut)");
    }
    return this;
  }

  /** Writes an element with text of ours. */
  @CanIgnoreReturnValue
  Markup element(@CompileTimeConstant String element, String text, Attribute... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** Starts the document with what a browser needs before anything else. */
  @CanIgnoreReturnValue
  Markup document() {
    out.append("<!doctype html>\n");
    return this;
  }

  /** Writes the one style sheet of the page; its hash is in the policy. */
  @CanIgnoreReturnValue
  Markup style(Stylesheet sheet) {
    out.append("<style>").append(sheet.text()).append("</style>\n");
    return this;
  }

  /** Returns the bytes; every element must be closed. */
  byte[] bytes() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open.peek());
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void start(String element, Attribute... attributes) {
    out.append('<').append(element);
    for (Attribute attribute : attributes) {
      out.append(' ').append(attribute.name()).append("=\"");
      out.append(new UntrustedText(attribute.value()).forHtml()).append('"');
    }
  }

  /** An attribute; its value is encoded on the way out. */
  record Attribute(String name, String value) {
    static Attribute with(@CompileTimeConstant String name, String value) {
      return new Attribute(name, value);
    }
  }
}
