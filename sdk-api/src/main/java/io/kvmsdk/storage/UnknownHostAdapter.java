package io.kvmsdk.storage;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import org.immutables.value.Value;

/** One of a kind that has no name here; all that it says is in its extras. */
@Value.Immutable
@ValueStyle
public sealed interface UnknownHostAdapter extends HostAdapter, WithUnknownHostAdapter
    permits ImmutableUnknownHostAdapter {

  /** One of that kind that says nothing yet. */
  static UnknownHostAdapter of(String type) {
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

  /** All that the document says of it. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableUnknownHostAdapter.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}
