package io.kvmsdk.host.domaincapabilities;

import io.kvmsdk.domain.cpu.Cpu;
import io.kvmsdk.domain.cpu.CpuFeature;
import io.kvmsdk.domain.cpu.CpuMatch;
import io.kvmsdk.domain.cpu.CpuMode;
import io.kvmsdk.domain.cpu.CpuModel;
import io.kvmsdk.domain.cpu.MaxPhysAddr;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The guest sees the CPU nearest to the host's that libvirt has a name for; what is said here is
 * that CPU.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#cpu-configuration">libvirt: CPU
 *     configuration</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface HostModelMode extends CpuModeCapability, WithHostModelMode
    permits ImmutableHostModelMode {

  /** How it is read and written. */
  XmlMapping<HostModelMode> XML = new HostModelModeXml();

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
    return "host-model";
  }

  /** Whether it can be had. */
  boolean supported();

  /**
   * The model that it begins with. Fallback forbid says that a guest sees exactly what stands here.
   */
  Optional<CpuModel> model();

  /** The vendor, such as Intel. */
  Optional<String> vendor();

  /** How many bits a physical address of the host has. */
  Optional<MaxPhysAddr> maxPhysAddr();

  /** What differs from the model. */
  List<CpuFeature> features();

  /**
   * The same CPU as a named model with features, which a domain can have on every host that can
   * show it; empty where no model is said.
   */
  default Optional<Cpu> toCpu() {
    return model()
        .map(named ->
            Cpu.builder()
                .mode(CpuMode.CUSTOM)
                .match(CpuMatch.EXACT)
                .model(named)
                .vendor(vendor())
                .addAllFeatures(features())
                .build());
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostModelMode.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostModelModeXml extends XmlMapping<HostModelMode> {

  HostModelModeXml() {
    super("mode");
  }

  @Override
  protected HostModelMode read(XmlIn in) {
    HostModelMode.Builder b = HostModelMode.builder();
    if (!in.yesNo("supported")) throw in.missing("@supported");
    b.supported(in.flag());
    XmlIn model = in.child("model");
    if (model.present()) b.model(model.read(CpuModel.XML));
    if (in.child("vendor").text()) b.vendor(in.value());
    XmlIn maxphysaddr = in.child("maxphysaddr");
    if (maxphysaddr.present()) b.maxPhysAddr(maxphysaddr.read(MaxPhysAddr.XML));
    for (XmlIn feature : in.children("feature")) b.addFeature(feature.read(CpuFeature.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostModelMode value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.type());
    out.yesNo("supported", Optional.of(value.supported()));
    out.write("model", CpuModel.XML, value.model());
    out.partText("vendor", value.vendor());
    out.write("maxphysaddr", MaxPhysAddr.XML, value.maxPhysAddr());
    out.writeAll("feature", CpuFeature.XML, value.features());
    out.end();
  }
}
