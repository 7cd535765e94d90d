package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import java.util.Optional;

/** A node with the nodes around it. */
record Place(SyntaxNode node, Optional<Place> around) {

  /** The nearest node around this one that has one of {@code kinds}. */
  Optional<SyntaxNode> nearest(String... kinds) {
    Optional<Place> place = around;
    while (place.isPresent()) {
      for (String kind : kinds) {
        if (place.get().node().is(kind)) {
          return Optional.of(place.get().node());
        }
      }
      place = place.get().around();
    }
    return Optional.empty();
  }

  /** The node directly around this one, if it has {@code kind}. */
  Optional<SyntaxNode> parent(String kind) {
    return around.map(Place::node).filter(parent -> parent.is(kind));
  }
}
