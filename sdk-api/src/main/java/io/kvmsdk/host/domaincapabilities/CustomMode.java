package io.kvmsdk.host.domaincapabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The guest sees a CPU that has a name.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#cpu-configuration">libvirt: CPU
 *     configuration</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface CustomMode extends CpuModeCapability, WithCustomMode
    permits ImmutableCustomMode {

  /** How it is read and written. */
  XmlMapping<CustomMode> XML = new CustomModeXml();

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
    return "custom";
  }

  /** Whether it can be had. */
  boolean supported();

  /** The models that the hypervisor knows. */
  List<CustomCpuModel> models();

  /** The model of that name. */
  default Optional<CustomCpuModel> model(String name) {
    return models().stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /** The models with which a domain can start on this host. */
  default List<CustomCpuModel> usableModels() {
    return models().stream().filter(model -> model.usable().equals(Usable.YES)).toList();
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCustomMode.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CustomModeXml extends XmlMapping<CustomMode> {

  CustomModeXml() {
    super("mode");
  }

  @Override
  protected CustomMode read(XmlIn in) {
    CustomMode.Builder b = CustomMode.builder();
    if (!in.yesNo("supported")) throw in.missing("@supported");
    b.supported(in.flag());
    List<CustomCpuModel> models = new ArrayList<>();
    for (XmlIn child : in.children()) {
      int last = models.size() - 1;
      if (child.name().equals("model")) {
        models.add(child.read(CustomCpuModel.XML));
      } else if (child.name().equals("blockers") && last >= 0) {
        CpuModelBlockers blockers = child.read(CpuModelBlockers.XML);
        models.set(last, models.get(last).toBuilder().addBlocker(blockers).build());
      }
    }
    b.models(models);
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CustomMode value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.type());
    out.yesNo("supported", Optional.of(value.supported()));
    for (CustomCpuModel model : value.models()) {
      out.write(CustomCpuModel.XML, model);
      out.writeAll(CpuModelBlockers.XML, model.blockers());
    }
    out.end();
  }
}
