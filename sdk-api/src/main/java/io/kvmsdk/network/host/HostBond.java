package io.kvmsdk.network.host;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a bond of the host is made of, and how it finds out that a link fails. */
@Value.Immutable
@ValueStyle
public interface HostBond extends WithHostBond {

  /** How it is read and written. */
  XmlMapping<HostBond> XML = new HostBondXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** How packets are spread. */
  Optional<BondMode> mode();

  /** That links are watched by what the device says. */
  Optional<MiiMonitor> miiMonitor();

  /** That links are watched by asking a neighbour. It excludes {@link #miiMonitor}. */
  Optional<ArpMonitor> arpMonitor();

  /** The Ethernet devices in it. */
  List<HostInterface> interfaces();

  /**
   * Refuses two monitors; building and changing a bond does it.
   *
   * @throws InvalidDefinitionException if there are both
   */
  @Value.Check
  default void checkConsistent() {
    if (miiMonitor().isPresent() && arpMonitor().isPresent()) {
      throw new InvalidDefinitionException("bond/arpmon", "there", "one monitor, miimon or arpmon");
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostBond.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostBondXml extends XmlMapping<HostBond> {

  HostBondXml() {
    super("bond");
  }

  @Override
  protected HostBond read(XmlIn in) {
    HostBond.Builder b = HostBond.builder();
    if (in.attr("mode")) b.mode(new BondMode(in.value()));
    XmlIn miimon = in.child("miimon");
    if (miimon.present()) b.miiMonitor(miimon.read(MiiMonitor.XML));
    XmlIn arpmon = in.child("arpmon");
    if (arpmon.present()) b.arpMonitor(arpmon.read(ArpMonitor.XML));
    for (XmlIn interfacePart : in.children("interface"))
      b.addInterface(interfacePart.read(HostInterface.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostBond value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("mode", value.mode());
    out.write("miimon", MiiMonitor.XML, value.miiMonitor());
    out.write("arpmon", ArpMonitor.XML, value.arpMonitor());
    out.writeAll("interface", HostInterface.XML, value.interfaces());
    out.end();
  }
}
