package io.kvmsdk.domain.platform;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** Where the host takes a guest's randomness from. */
@Value.Immutable
@ValueStyle
public interface RngBackend extends WithRngBackend {

  /** How it is read and written. */
  XmlMapping<RngBackend> XML = new RngBackendXml();

  /** A device of the host, such as {@code /dev/urandom}. */
  static RngBackend device(String path) {
    return builder().model(RngBackendModel.RANDOM).device(path).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What kind of source it is. */
  RngBackendModel model();

  /** The device for {@link RngBackendModel#RANDOM}, such as {@code /dev/urandom}. */
  Optional<String> device();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableRngBackend.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class RngBackendXml extends XmlMapping<RngBackend> {

  RngBackendXml() {
    super("backend");
  }

  @Override
  protected RngBackend read(XmlIn in) {
    RngBackend.Builder b = RngBackend.builder();
    b.model(new RngBackendModel(in.required("model")));
    if (in.value().equals("random") && in.textIfAny()) b.device(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(RngBackend value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.model().value());
    if (value.device().isPresent()) out.text(value.device().get());
    out.end();
  }
}
