package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.SimpleName;
import dev.glovebox.analyzer.words.Orders;
import dev.glovebox.analyzer.words.Soup;
import java.util.HashSet;
import java.util.Set;

/** What the words of names say, and whether people can tell names apart. */
final class NameCheck implements Check {
  private static final int NAME_CHARACTERS_MIN = 12;

  private final Facts facts;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> alike = new HashSet<>();

  NameCheck(Facts facts) {
    this.facts = facts;
  }

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(SimpleName.class);
  }

  @Override
  public void visit(Node node) {
    String name = ((SimpleName) node).getIdentifier();
    if (!seen.add(name)) {
      return;
    }
    if (Soup.is(name)) {
      facts.add("JV506", node, quoted(name) + " is a name that nobody can tell apart");
    }
    if (Soup.isShort(name) && alike.add(name) && alike.size() > 1) {
      facts.add("JV506", node, quoted(name) + " cannot be told from other names");
    }
    if (name.length() >= NAME_CHARACTERS_MIN) {
      Orders.phrase(Orders.words(name))
          .ifPresent(words -> facts.add("JV122", node, "speaks to its reader: " + quoted(words)));
    }
  }
}
