package dev.glovebox.jail.image;

import java.io.IOException;

/** Nothing was started, because the image is not what it was. */
public final class ImageChangedException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient ImageChange change;

  ImageChangedException(ImageChange change) {
    super(change.sentence());
    this.change = change;
  }

  /** What is different. */
  public ImageChange change() {
    return change;
  }
}
