package io.kvmsdk.domain.features;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How KVM behaves toward a guest.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hypervisor-features">libvirt: Hypervisor
 *     features</a>
 */
@Value.Immutable
@ValueStyle
public interface KvmFeatures extends WithKvmFeatures {

  /** How it is read and written. */
  XmlMapping<KvmFeatures> XML = new KvmFeaturesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether the guest cannot see that it runs on KVM. Since libvirt 1.2.8. */
  Optional<Boolean> hidden();

  /** Whether it is told that its vCPUs have CPUs of their own. Since libvirt 5.7.0. */
  Optional<Boolean> hintDedicated();

  /** Whether it can tell the host to wait a moment for its next interrupt. Since libvirt 6.10.0. */
  Optional<Boolean> pollControl();

  /** Whether it can send interrupts between its vCPUs by one call. Since libvirt 7.10.0. */
  Optional<Boolean> pvIpi();

  /**
   * Whether changed memory is noted in a ring instead of a bitmap, for migration. Since libvirt
   * 8.0.0.
   */
  Optional<Boolean> dirtyRing();

  /** How many entries that ring has: a power of 2 from 1024 to 65536. Since libvirt 8.0.0. */
  Optional<Integer> dirtyRingSize();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableKvmFeatures.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    /**
     * The features; with a size of the dirty ring, that is on unless it is said to be off.
     *
     * @throws InvalidDefinitionException if that size cannot be
     */
    @Override
    public KvmFeatures build() {
      KvmFeatures made = super.build();
      int size = made.dirtyRingSize().orElse(1024);
      if (size < 1024 || size > 65536 || Integer.bitCount(size) != 1) {
        throw new InvalidDefinitionException(
            "kvm/dirty-ring/@size", Integer.toString(size), "a power of 2 from 1024 to 65536");
      }
      return made.dirtyRingSize().isPresent() && made.dirtyRing().isEmpty()
          ? made.withDirtyRing(true)
          : made;
    }

    KvmFeatures buildAsRead() {
      return super.build();
    }
  }
}

final class KvmFeaturesXml extends XmlMapping<KvmFeatures> {

  KvmFeaturesXml() {
    super("kvm");
  }

  @Override
  protected KvmFeatures read(XmlIn in) {
    KvmFeatures.Builder b = KvmFeatures.builder();
    if (in.child("hidden").onOff("state")) b.hidden(in.flag());
    if (in.child("hint-dedicated").onOff("state")) b.hintDedicated(in.flag());
    if (in.child("poll-control").onOff("state")) b.pollControl(in.flag());
    if (in.child("pv-ipi").onOff("state")) b.pvIpi(in.flag());
    XmlIn dirtyRing = in.child("dirty-ring");
    if (dirtyRing.onOff("state")) b.dirtyRing(in.flag());
    if (dirtyRing.intAttr("size")) b.dirtyRingSize(in.intValue());
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(KvmFeatures value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partOnOff("hidden", "state", value.hidden());
    out.partOnOff("hint-dedicated", "state", value.hintDedicated());
    out.partOnOff("poll-control", "state", value.pollControl());
    out.partOnOff("pv-ipi", "state", value.pvIpi());
    out.beginPart("dirty-ring");
    out.onOff("state", value.dirtyRing());
    out.attr("size", value.dirtyRingSize());
    out.end();
    out.end();
  }
}
