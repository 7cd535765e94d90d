package dev.glovebox.host.report.page;

import static dev.glovebox.host.report.page.Markup.Attribute.with;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * One chart as inline SVG. Lines are drawn in a box that is stretched to the page's width; labels
 * and marks stand beside it in the page's own units, so they stay readable on a phone. Not
 * thread-safe.
 */
final class Chart {
  /** Width and height of the stretched box. */
  private static final int WIDTH = 1_000;

  private static final int HEIGHT = 400;

  private final Markup page;
  private final String id;
  private final String title;
  private final String description;
  private final Scale scale;
  private final long length;
  private final List<Runnable> layers = new ArrayList<>();
  private DoubleFunction<String> label;
  private String form = "plot";

  Chart(Markup page, String id, String title, String description, Scale scale, long length) {
    this.page = page;
    this.id = id;
    this.title = title;
    this.description = description;
    this.scale = scale;
    this.length = length;
    this.label = value -> Figures.fixed(BigDecimal.valueOf(value), scale.decimals());
  }

  /** Draws it low, for what needs no height. */
  Chart low() {
    form = "plot low";
    return this;
  }

  /** Labels the value axis in percent. */
  Chart percent() {
    int decimals = Math.max(0, scale.decimals() - 2);
    label = value -> Figures.fixed(BigDecimal.valueOf(value * 100), decimals) + Figures.THIN + "%";
    return this;
  }

  /** Adds a line. */
  Chart line(String style, Curve curve) {
    StringBuilder path = new StringBuilder(16 * 1024);
    curve.walk((index, value) -> point(path.isEmpty() ? 'M' : 'L', index, value, path));
    if (path.indexOf("L") < 0) {
      path.append("h0.01");
    }
    return path("line " + style, path);
  }

  /** Fills what lies between a line and the value {@code base}. */
  Chart area(String style, Curve curve, double base) {
    StringBuilder path = new StringBuilder(16 * 1024);
    curve.walk((index, value) -> {
      if (path.isEmpty()) {
        point('M', index, base, path);
      }
      point('L', index, value, path);
    });
    point('L', length - 1, base, path);
    path.append('Z');
    return path("area " + style, path);
  }

  /** Fills what lies between the lowest and highest values of a line's buckets. */
  Chart band(String style, Curve curve) {
    StringBuilder path = new StringBuilder(32 * 1024);
    List<String> back = new ArrayList<>();
    curve.walkEdge(true, (index, value) -> point(path.isEmpty() ? 'M' : 'L', index, value, path));
    curve.walkEdge(
        false,
        (index, value) -> {
          StringBuilder one = new StringBuilder();
          point('L', index, value, one);
          back.add(one.toString());
        });
    back.reversed().forEach(path::append);
    path.append('Z');
    return path("area " + style, path);
  }

  /** Draws a level across. */
  Chart level(double value) {
    layers.add(() ->
        page.empty(
            "line",
            with("class", "level"),
            with("x1", "0"),
            with("x2", "100%"),
            with("y1", share(scale.height(value))),
            with("y2", share(scale.height(value)))));
    return this;
  }

  /** Marks a point with a shape of the page's definitions; {@code said} is shown on hovering. */
  Chart mark(String shape, long index, double value, String said) {
    layers.add(() ->
        page.open(
                "use",
                with("class", shape),
                with("href", "#" + shape),
                with("x", share(x(index) / WIDTH)),
                with("y", share(scale.height(value))))
            .element("title", said)
            .close());
    return this;
  }

  /** Writes the chart with its time axis. */
  void write(List<String> times) {
    page.open(
        "svg",
        with("class", form),
        with("role", "img"),
        with("aria-labelledby", id + "-title " + id + "-text"));
    page.element("title", title, with("id", id + "-title"));
    page.element("desc", description, with("id", id + "-text"));
    for (double tick : scale.ticks()) {
      String y = share(scale.height(tick));
      page.empty(
          "line",
          with("class", "grid"),
          with("x1", "0"),
          with("x2", "100%"),
          with("y1", y),
          with("y2", y));
    }
    layers.forEach(Runnable::run);
    for (double tick : scale.ticks()) {
      boolean top = scale.height(tick) < 0.06;
      page.element(
          "text",
          label.apply(tick),
          with("class", "tick"),
          with("x", "2"),
          with("y", share(scale.height(tick))),
          with("dy", top ? "13" : "-4"));
    }
    page.close();
    axis(times);
  }

  private void axis(List<String> times) {
    page.open("svg", with("class", "axis"), with("aria-hidden", "true"));
    for (int i = 0; i < times.size(); i++) {
      boolean first = i == 0;
      boolean last = i == times.size() - 1;
      if (last && !first && times.getFirst().equals(times.getLast())) {
        break;
      }
      page.element(
          "text",
          times.get(i),
          with("class", i % 2 == 1 ? "minor" : "major"),
          with("x", share(times.size() < 2 ? 0 : (double) i / (times.size() - 1))),
          with("y", "13"),
          with("text-anchor", first ? "start" : last ? "end" : "middle"));
    }
    page.close();
  }

  private Chart path(String style, CharSequence path) {
    layers.add(() ->
        page.open(
                "svg",
                with("class", "stretched"),
                with("viewBox", "0 0 " + WIDTH + " " + HEIGHT),
                with("preserveAspectRatio", "none"))
            .empty("path", with("class", style), with("d", path.toString()))
            .close());
    return this;
  }

  private double x(long index) {
    return length < 2 ? WIDTH / 2.0 : (double) index * WIDTH / (length - 1);
  }

  private void point(char command, long index, double value, StringBuilder to) {
    to.append(command);
    number(x(index), to);
    to.append(' ');
    number(scale.height(value) * HEIGHT, to);
  }

  /** Appends a number with at most one decimal; a locale or an exponent never gets in. */
  private static void number(double value, StringBuilder to) {
    long tenths = Math.round(value * 10);
    if (tenths < 0) {
      to.append('-');
      tenths = -tenths;
    }
    to.append(tenths / 10);
    if (tenths % 10 != 0) {
      to.append('.').append(tenths % 10);
    }
  }

  private static String share(double part) {
    return String.format(Locale.ROOT, "%.2f%%", part * 100);
  }
}
