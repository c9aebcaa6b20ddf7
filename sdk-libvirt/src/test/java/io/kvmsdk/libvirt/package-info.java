@NullMarked
package io.kvmsdk.libvirt;

import org.jspecify.annotations.NullMarked;
