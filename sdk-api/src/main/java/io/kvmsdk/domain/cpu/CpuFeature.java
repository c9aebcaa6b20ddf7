package io.kvmsdk.domain.cpu;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** A feature of a guest's CPU, and what it is to be. */
@Value.Immutable
@ValueStyle
public interface CpuFeature extends WithCpuFeature {

  /** How it is read and written. */
  XmlMapping<CpuFeature> XML = new CpuFeatureXml();

  /** A feature without which the domain does not start. */
  static CpuFeature require(String name) {
    return builder().name(name).policy(FeaturePolicy.REQUIRE).build();
  }

  /** A feature that the guest is not to see. */
  static CpuFeature disable(String name) {
    return builder().name(name).policy(FeaturePolicy.DISABLE).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The name, such as {@code vmx}. */
  String name();

  /** What it is to be; absent means required. */
  Optional<FeaturePolicy> policy();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCpuFeature.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CpuFeatureXml extends XmlMapping<CpuFeature> {

  CpuFeatureXml() {
    super("feature");
  }

  @Override
  protected CpuFeature read(XmlIn in) {
    CpuFeature.Builder b = CpuFeature.builder();
    b.name(in.required("name"));
    if (in.attr("policy")) b.policy(new FeaturePolicy(in.value()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CpuFeature value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("policy", value.policy());
    out.attr("name", value.name());
    out.end();
  }
}
