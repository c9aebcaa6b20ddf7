package io.kvmsdk.domain.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** How a virtio interface moves its packets. */
@Value.Immutable
@ValueStyle
public interface InterfaceDriver extends WithInterfaceDriver {

  /** How it is read and written. */
  XmlMapping<InterfaceDriver> XML = new InterfaceDriverXml();

  /** The hypervisor's choice in everything. */
  InterfaceDriver DEFAULT = builder().build();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which side moves them. */
  Optional<InterfaceDriverName> name();

  /**
   * How many pairs of queues; the guest uses as many as it has vCPUs by then. Since libvirt 1.0.6.
   */
  Optional<Integer> queues();

  /**
   * How many packets the receiving queue holds, a power of 2 from 256 to 1024. Since libvirt 2.3.0.
   */
  Optional<Integer> rxQueueSize();

  /**
   * How many packets the sending queue holds, a power of 2 from 256 to 1024; vhost-user only. Since
   * libvirt 3.7.0.
   */
  Optional<Integer> txQueueSize();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableInterfaceDriver.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class InterfaceDriverXml extends XmlMapping<InterfaceDriver> {

  InterfaceDriverXml() {
    super("driver");
  }

  @Override
  protected InterfaceDriver read(XmlIn in) {
    InterfaceDriver.Builder b = InterfaceDriver.builder();
    if (in.attr("name")) b.name(new InterfaceDriverName(in.value()));
    if (in.intAttr("queues")) b.queues(in.intValue());
    if (in.intAttr("rx_queue_size")) b.rxQueueSize(in.intValue());
    if (in.intAttr("tx_queue_size")) b.txQueueSize(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(InterfaceDriver value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("queues", value.queues());
    out.attr("rx_queue_size", value.rxQueueSize());
    out.attr("tx_queue_size", value.txQueueSize());
    out.end();
  }
}
