package io.kvmsdk.domain.cpu;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** A named CPU model. */
@Value.Immutable
@ValueStyle
public interface CpuModel extends WithCpuModel {

  /** How it is read and written. */
  XmlMapping<CpuModel> XML = new CpuModelXml();

  /** A model by its name. */
  static CpuModel of(String name) {
    return builder().name(name).build();
  }

  /** That model, and an error where the hypervisor does not have it. Since libvirt 0.9.10. */
  static CpuModel exactly(String name) {
    return builder().name(name).fallback("forbid").build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * The name, such as {@code Skylake-Server} or {@code qemu64}; empty beside a mode that needs
   * none.
   */
  String name();

  /**
   * {@code allow} for the nearest model where the hypervisor has not this one, {@code forbid} for
   * an error. Since libvirt 0.9.10.
   */
  Optional<String> fallback();

  /** Twelve characters that the guest reads as the vendor, no comma. Since libvirt 0.10.0. */
  Optional<String> vendorId();

  /**
   * Refuses what is always wrong; building one does it, reading does not.
   *
   * @throws InvalidDefinitionException if the vendor does not have twelve characters, or a comma
   */
  default void checkConsistent() {
    if (vendorId().isPresent()
        && (vendorId().get().length() != 12 || vendorId().get().indexOf(',') >= 0)) {
      throw new InvalidDefinitionException(
          "model/@vendor_id", vendorId().get(), "12 characters without a comma");
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCpuModel.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    @Override
    public CpuModel build() {
      CpuModel made = super.build();
      made.checkConsistent();
      return made;
    }

    CpuModel buildAsRead() {
      return super.build();
    }
  }
}

final class CpuModelXml extends XmlMapping<CpuModel> {

  CpuModelXml() {
    super("model");
  }

  @Override
  protected CpuModel read(XmlIn in) {
    CpuModel.Builder b = CpuModel.builder();
    if (in.text()) b.name(in.value());
    if (in.attr("fallback")) b.fallback(in.value());
    if (in.attr("vendor_id")) b.vendorId(in.value());
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(CpuModel value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("fallback", value.fallback());
    out.attr("vendor_id", value.vendorId());
    out.text(value.name());
    out.end();
  }
}
