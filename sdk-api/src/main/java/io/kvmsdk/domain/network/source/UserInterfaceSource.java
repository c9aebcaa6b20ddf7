package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/** The host's own network by address translation in user space, without any right on the host. */
@Value.Immutable
@ValueStyle
public sealed interface UserInterfaceSource extends InterfaceSource, WithUserInterfaceSource
    permits ImmutableUserInterfaceSource {

  /** How it is read and written. */
  XmlMapping<UserInterfaceSource> XML = new UserInterfaceSourceXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  default String type() {
    return "user";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableUserInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class UserInterfaceSourceXml extends XmlMapping<UserInterfaceSource> {

  UserInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected UserInterfaceSource read(XmlIn in) {
    UserInterfaceSource.Builder b = UserInterfaceSource.builder();
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(UserInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.end();
  }
}
