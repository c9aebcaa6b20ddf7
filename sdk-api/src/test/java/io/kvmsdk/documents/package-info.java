/** What holds of all kinds of documents. */
@NullMarked
package io.kvmsdk.documents;

import org.jspecify.annotations.NullMarked;
