/** Tests of the edge over real sockets, with a hand-written host in memory behind it. */
@NullMarked
package dev.glovebox.host.edge;

import org.jspecify.annotations.NullMarked;
