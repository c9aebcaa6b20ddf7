package io.kvmsdk.host.domaincapabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A CPU model that the hypervisor knows.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#cpu-configuration">libvirt: CPU
 *     configuration</a>
 */
@Value.Immutable
@ValueStyle
public interface CustomCpuModel extends WithCustomCpuModel {

  /** How it is read and written. */
  XmlMapping<CustomCpuModel> XML = new CustomCpuModelXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The name, such as Skylake-Server. */
  String name();

  /** Whether a domain can have it on this host. */
  Usable usable();

  /** Whether the hypervisor is going to drop it. Absent means no. Since libvirt 7.1.0. */
  Optional<Boolean> deprecated();

  /** The vendor of such CPUs; unknown for a model of none. Since libvirt 8.9.0. */
  Optional<String> vendor();

  /**
   * The model that this name stands for. Absent where it stands for itself. Since libvirt 10.10.0.
   */
  Optional<String> canonical();

  /** Why it cannot be used on this host; not more than one. Since libvirt 10.9.0. */
  List<CpuModelBlockers> blockers();

  /** The features that it needs and that the host has not; empty where nothing is said of them. */
  default List<String> blockedBy() {
    return blockers().stream().flatMap(one -> one.features().stream()).toList();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCustomCpuModel.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CustomCpuModelXml extends XmlMapping<CustomCpuModel> {

  CustomCpuModelXml() {
    super("model");
  }

  @Override
  protected CustomCpuModel read(XmlIn in) {
    CustomCpuModel.Builder b = CustomCpuModel.builder();
    b.usable(new Usable(in.required("usable")));
    if (in.yesNo("deprecated")) b.deprecated(in.flag());
    if (in.attr("vendor")) b.vendor(in.value());
    if (in.attr("canonical")) b.canonical(in.value());
    if (!in.text()) throw in.unreadable("a text");
    b.name(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CustomCpuModel value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("usable", value.usable().toString());
    out.yesNo("deprecated", value.deprecated());
    out.attr("vendor", value.vendor());
    out.attr("canonical", value.canonical());
    out.text(value.name());
    out.end();
  }
}
