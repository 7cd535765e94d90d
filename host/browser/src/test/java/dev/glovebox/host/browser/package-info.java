/** What a real Chromium makes of the pages that this host writes. */
@NullMarked
package dev.glovebox.host.browser;

import org.jspecify.annotations.NullMarked;
