package io.kvmsdk.domain.boot;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the guest's firmware says of sleep. The guest may sleep all the same. Since libvirt 0.10.2.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#power-management">libvirt: Power
 *     Management</a>
 */
@Value.Immutable
@ValueStyle
public interface PowerManagement extends WithPowerManagement {

  /** How it is read and written. */
  XmlMapping<PowerManagement> XML = new PowerManagementXml();

  /** No sleep at all, which most servers want. */
  static PowerManagement noSleep() {
    return builder().suspendToMem(false).suspendToDisk(false).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <pm>} says, keeping what has no name here. */
  static PowerManagement fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <pm>} says. */
  static PowerManagement fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <pm>}. */
  default String toXml() {
    return XML.format(this);
  }

  /**
   * Whether it offers to sleep with the memory kept alive (S3). Absent means the hypervisor's
   * default.
   */
  Optional<Boolean> suspendToMem();

  /**
   * Whether it offers to sleep with the memory written to disk (S4). Absent means the hypervisor's
   * default.
   */
  Optional<Boolean> suspendToDisk();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePowerManagement.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PowerManagementXml extends XmlMapping<PowerManagement> {

  PowerManagementXml() {
    super("pm");
  }

  @Override
  protected PowerManagement read(XmlIn in) {
    PowerManagement.Builder b = PowerManagement.builder();
    if (in.child("suspend-to-mem").yesNo("enabled")) b.suspendToMem(in.flag());
    if (in.child("suspend-to-disk").yesNo("enabled")) b.suspendToDisk(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PowerManagement value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.beginPart("suspend-to-mem");
    out.yesNo("enabled", value.suspendToMem());
    out.end();
    out.beginPart("suspend-to-disk");
    out.yesNo("enabled", value.suspendToDisk());
    out.end();
    out.end();
  }
}
