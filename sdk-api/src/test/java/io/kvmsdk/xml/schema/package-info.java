/** Makes documents that a RELAX NG schema allows, to try what no example happens to contain. */
@NullMarked
package io.kvmsdk.xml.schema;

import org.jspecify.annotations.NullMarked;
