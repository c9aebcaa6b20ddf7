/** All kinds of documents that the model has. */
@NullMarked
package io.kvmsdk.internal.documents;

import org.jspecify.annotations.NullMarked;
