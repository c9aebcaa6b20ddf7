package io.kvmsdk.host.capabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A machine type that guests can have.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#guest-capabilities">libvirt: Guest
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface GuestMachine extends WithGuestMachine {

  /** How it is read and written. */
  XmlMapping<GuestMachine> XML = new GuestMachineXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * The name that this one stands for, such as pc-i440fx-7.1 for pc. Absent where it stands for
   * itself.
   */
  Optional<String> canonical();

  /** How many vCPUs it can have at most. */
  Optional<Integer> maxCpus();

  /** Whether the hypervisor is going to drop it. Absent means no. */
  Optional<Boolean> deprecated();

  /** The name, for the machine of a domain's operating system. */
  String name();

  /** The name that does not change its meaning: what the name stands for, or itself. */
  default String canonicalName() {
    return canonical().orElse(name());
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableGuestMachine.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class GuestMachineXml extends XmlMapping<GuestMachine> {

  GuestMachineXml() {
    super("machine");
  }

  @Override
  protected GuestMachine read(XmlIn in) {
    GuestMachine.Builder b = GuestMachine.builder();
    if (in.attr("canonical")) b.canonical(in.value());
    if (in.intAttr("maxCpus")) b.maxCpus(in.intValue());
    if (in.yesNo("deprecated")) b.deprecated(in.flag());
    if (!in.text()) throw in.unreadable("a text");
    b.name(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(GuestMachine value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("canonical", value.canonical());
    out.attr("maxCpus", value.maxCpus());
    out.yesNo("deprecated", value.deprecated());
    out.text(value.name());
    out.end();
  }
}
