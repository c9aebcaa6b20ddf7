/**
 * libvirt's XML documents: an immutable element tree, and what maps it to typed values and back
 * without losing what the values have no name for.
 */
@NullMarked
package io.kvmsdk.xml;

import org.jspecify.annotations.NullMarked;
