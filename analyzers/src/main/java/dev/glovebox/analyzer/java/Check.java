package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import java.util.Set;

/** One question or a few that belong together, asked of every node of some kinds. */
interface Check {
  /** Classes of the nodes that are looked at; each exactly, without subclasses. */
  Set<Class<? extends Node>> kinds();

  /** Looks at one node; the walk visits its children by itself. */
  void visit(Node node);
}
