package io.kvmsdk.host.domaincapabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * What keeps a CPU model from being used on a host. Since libvirt 10.9.0.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#cpu-configuration">libvirt: CPU
 *     configuration</a>
 */
@Value.Immutable
@ValueStyle
public interface CpuModelBlockers extends WithCpuModelBlockers {

  /** How it is read and written. */
  XmlMapping<CpuModelBlockers> XML = new CpuModelBlockersXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The name of the model. */
  String model();

  /** The features that it needs and that the host has not. */
  List<String> features();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCpuModelBlockers.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CpuModelBlockersXml extends XmlMapping<CpuModelBlockers> {

  CpuModelBlockersXml() {
    super("blockers");
  }

  @Override
  protected CpuModelBlockers read(XmlIn in) {
    CpuModelBlockers.Builder b = CpuModelBlockers.builder();
    b.model(in.required("model"));
    for (String text : in.attrsOf("feature", "name")) b.addFeature(text);
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CpuModelBlockers value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.model());
    out.partAttrs("feature", "name", value.features());
    out.end();
  }
}
