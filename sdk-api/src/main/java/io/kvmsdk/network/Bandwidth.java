package io.kvmsdk.network;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How much traffic may pass, in each direction on its own. The directions are those of the side
 * that the definition is about: what comes in at a guest's interface is what the guest receives.
 * Since libvirt 0.9.4.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#quality-of-service">libvirt: Quality of
 *     service</a>
 */
@Value.Immutable
@ValueStyle
public interface Bandwidth extends WithBandwidth {

  /** How it is read and written. */
  XmlMapping<Bandwidth> XML = new BandwidthXml();

  /**
   * The same average in both directions.
   *
   * @param average a whole number of kilobytes (1000 bytes) each second, in which libvirt counts,
   *     such as {@code ByteRate.megabitsPerSecond(100)}
   */
  static Bandwidth symmetric(ByteRate average) {
    BandwidthLimit limit = BandwidthLimit.average(average);
    return builder().inbound(limit).outbound(limit).build();
  }

  /** A limit on what comes in; what goes out is not limited. */
  static Bandwidth inbound(ByteRate average) {
    return builder().inbound(BandwidthLimit.average(average)).build();
  }

  /** A limit on what goes out; what comes in is not limited. */
  static Bandwidth outbound(ByteRate average) {
    return builder().outbound(BandwidthLimit.average(average)).build();
  }

  /** What an interface on a network with inbound limits always gets, whatever others do. */
  static Bandwidth guaranteed(ByteRate floor) {
    return builder().inbound(BandwidthLimit.builder().floor(floor).build()).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <bandwidth>} says, keeping what has no name here. */
  static Bandwidth fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <bandwidth>} says. */
  static Bandwidth fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <bandwidth>}. */
  default String toXml() {
    return XML.format(this);
  }

  /**
   * The number of the class of traffic in the host's kernel, from 1; libvirt writes it of a network
   * port.
   */
  Optional<Integer> classId();

  /** What comes in. Absent means that it is not limited. */
  Optional<BandwidthLimit> inbound();

  /** What goes out. Absent means that it is not limited. */
  Optional<BandwidthLimit> outbound();

  /**
   * Refuses rates and sizes that libvirt has no number for; building and changing does it.
   *
   * @throws InvalidDefinitionException if a rate is not a whole number of kilobytes (1000 bytes),
   *     or a burst not one of kibibytes
   */
  @Value.Check
  default void checkWhole() {
    if (inbound().isPresent()) checkWhole("bandwidth/inbound/", inbound().get());
    if (outbound().isPresent()) checkWhole("bandwidth/outbound/", outbound().get());
  }

  private static void checkWhole(String path, BandwidthLimit limit) {
    checkWhole(path + "@average", limit.average());
    checkWhole(path + "@peak", limit.peak());
    checkWhole(path + "@floor", limit.floor());
    if (limit.burst().isPresent() && limit.burst().get().bytes() % 1024 != 0) {
      throw new InvalidDefinitionException(
          path + "@burst", limit.burst().get().toString(), "a whole number of kibibytes");
    }
  }

  private static void checkWhole(String path, Optional<ByteRate> rate) {
    if (rate.isPresent() && rate.get().bytesPerSecond() % 1000 != 0) {
      throw new InvalidDefinitionException(
          path,
          rate.get().toString(),
          "a whole number of kilobytes (1000 bytes) each second, in which libvirt counts");
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBandwidth.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BandwidthXml extends XmlMapping<Bandwidth> {

  BandwidthXml() {
    super("bandwidth");
  }

  @Override
  protected Bandwidth read(XmlIn in) {
    Bandwidth.Builder b = Bandwidth.builder();
    if (in.intAttr("classID")) b.classId(in.intValue());
    XmlIn inbound = in.child("inbound");
    if (inbound.present()) b.inbound(inbound.read(BandwidthLimit.XML));
    XmlIn outbound = in.child("outbound");
    if (outbound.present()) b.outbound(outbound.read(BandwidthLimit.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Bandwidth value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("classID", value.classId());
    out.write("inbound", BandwidthLimit.XML, value.inbound());
    out.write("outbound", BandwidthLimit.XML, value.outbound());
    out.end();
  }
}
