package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import org.immutables.value.Value;

/** A source of a type that has no name here; all that it says is in its extras. */
@Value.Immutable
@ValueStyle
public sealed interface UnknownDiskSource extends DiskSource, WithUnknownDiskSource
    permits ImmutableUnknownDiskSource {

  /** A source of that type that says nothing yet. */
  static UnknownDiskSource of(String type) {
    return builder().type(type).build();
  }

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

  /** Makes sources. */
  final class Builder extends ImmutableUnknownDiskSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}
