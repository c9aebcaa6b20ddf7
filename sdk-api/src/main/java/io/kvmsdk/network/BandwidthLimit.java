package io.kvmsdk.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How much traffic may pass in one direction. Either an average or a floor is needed, and an
 * average for a peak or a burst.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#quality-of-service">libvirt: Quality of
 *     service</a>
 */
@Value.Immutable
@ValueStyle
public interface BandwidthLimit extends WithBandwidthLimit {

  /** How it is read and written. */
  XmlMapping<BandwidthLimit> XML = new BandwidthLimitXml();

  /** So much on average. */
  static BandwidthLimit average(ByteRate average) {
    return builder().average(average).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** How much passes on average; a whole number of kilobytes (1000 bytes) each second, from 1. */
  Optional<ByteRate> average();

  /**
   * How much passes at most; a whole number of kilobytes (1000 bytes) each second, from 1. The
   * kernel takes no notice of it outbound.
   */
  Optional<ByteRate> peak();

  /**
   * How much is kept free for this interface; a whole number of kilobytes (1000 bytes) each second,
   * from 1. Inbound only, on a virtual network of libvirt that has an inbound average itself. Since
   * libvirt 1.0.1.
   */
  Optional<ByteRate> floor();

  /** How much may pass at once at the peak rate; a whole number of kibibytes, from 1. */
  Optional<ByteSize> burst();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBandwidthLimit.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BandwidthLimitXml extends XmlMapping<BandwidthLimit> {

  BandwidthLimitXml() {
    super("limit");
  }

  @Override
  protected BandwidthLimit read(XmlIn in) {
    BandwidthLimit.Builder b = BandwidthLimit.builder();
    if (in.rateAttr("average", "KB")) b.average(in.rate());
    if (in.rateAttr("peak", "KB")) b.peak(in.rate());
    if (in.rateAttr("floor", "KB")) b.floor(in.rate());
    if (in.fixedSizeAttr("burst", "KiB")) b.burst(in.size());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(BandwidthLimit value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.rateAttr("average", "KB", value.average());
    out.rateAttr("peak", "KB", value.peak());
    out.rateAttr("floor", "KB", value.floor());
    out.fixedSizeAttr("burst", "KiB", value.burst());
    out.end();
  }
}
