package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** A macvtap on a device of the host. Since libvirt 0.7.7. */
@Value.Immutable
@ValueStyle
public sealed interface DirectInterfaceSource extends InterfaceSource, WithDirectInterfaceSource
    permits ImmutableDirectInterfaceSource {

  /** How it is read and written. */
  XmlMapping<DirectInterfaceSource> XML = new DirectInterfaceSourceXml();

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
    return "direct";
  }

  /** The lower device, such as {@code eth0}. */
  Optional<String> device();

  /** How it shares the lower device. */
  Optional<DirectMode> mode();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDirectInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DirectInterfaceSourceXml extends XmlMapping<DirectInterfaceSource> {

  DirectInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected DirectInterfaceSource read(XmlIn in) {
    DirectInterfaceSource.Builder b = DirectInterfaceSource.builder();
    if (in.attr("dev")) b.device(in.value());
    if (in.attr("mode")) b.mode(new DirectMode(in.value()));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(DirectInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("dev", value.device());
    out.attr("mode", value.mode());
    out.end();
  }
}
