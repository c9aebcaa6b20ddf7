package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import org.immutables.value.Value;

/** A source of a type that has no name here; all that it says is in its extras. */
@Value.Immutable
@ValueStyle
public sealed interface UnknownCharSource extends CharSource, WithUnknownCharSource
    permits ImmutableUnknownCharSource {

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  String type();

  /** All that the document says of the source. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableUnknownCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}
