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
 * What makes Windows run well on another hypervisor than its own.
 *
 * <p>Some need others: {@link #stimer} needs {@link #synic} and the timer {@code hypervclock} of
 * {@code Clock}, and {@link #synic} needs {@link #vpIndex}.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hypervisor-features">libvirt: Hypervisor
 *     features</a>
 */
@Value.Immutable
@ValueStyle
public interface HyperV extends WithHyperV {

  /** How it is read and written. */
  XmlMapping<HyperV> XML = new HyperVXml();

  /**
   * What a Windows guest wants on any host: all that neither hinders migration nor needs a CPU of
   * some kind. It goes with {@code Clock.windows()}. Since libvirt 4.10.0.
   */
  static HyperV recommended() {
    return builder()
        .relaxed(true)
        .vapic(true)
        .spinlocks(true)
        .spinlockRetries(8191)
        .vpIndex(true)
        .runtime(true)
        .synic(true)
        .stimer(true)
        .frequencies(true)
        .tlbFlush(true)
        .ipi(true)
        .build();
  }

  /** All that the host can do. Since libvirt 8.0.0. */
  static HyperV passthrough() {
    return builder().mode(HyperVMode.PASSTHROUGH).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which features there are. Absent means those that are said here. Since libvirt 8.0.0. */
  Optional<HyperVMode> mode();

  /** Whether the guest's watchdogs are patient. Since libvirt 1.0.0. */
  Optional<Boolean> relaxed();

  /** Whether it has a virtual APIC, which costs fewer exits. Since libvirt 1.1.0. */
  Optional<Boolean> vapic();

  /** Whether a vCPU that waits for a lock tells the hypervisor. Since libvirt 1.1.0. */
  Optional<Boolean> spinlocks();

  /** After how many tries it does so, at least 4095. Since libvirt 1.1.0. */
  Optional<Integer> spinlockRetries();

  /** Whether a vCPU can ask for its number. Since libvirt 1.3.3. */
  Optional<Boolean> vpIndex();

  /** Whether it can ask how long it ran. Since libvirt 1.3.3. */
  Optional<Boolean> runtime();

  /** Whether there is the synthetic interrupt controller. Since libvirt 1.3.3. */
  Optional<Boolean> synic();

  /** Whether there are its timers. Since libvirt 1.3.3. */
  Optional<Boolean> stimer();

  /** Whether these can be interrupts of the CPU rather than messages. Since libvirt 5.7.0. */
  Optional<Boolean> stimerDirect();

  /** Whether the guest can reset its machine through the hypervisor. Since libvirt 1.3.3. */
  Optional<Boolean> reset();

  /** Whether the hypervisor names its maker. Since libvirt 1.3.3. */
  Optional<Boolean> vendor();

  /** What it says that is: up to 12 characters, no comma. Since libvirt 1.3.3. */
  Optional<String> vendorId();

  /** Whether the guest can ask for the frequencies of its TSC and APIC. Since libvirt 4.7.0. */
  Optional<Boolean> frequencies();

  /** Whether it is told when these change by a migration. Since libvirt 4.7.0. */
  Optional<Boolean> reenlightenment();

  /** Whether it can flush the TLBs of several vCPUs by one call. Since libvirt 4.7.0. */
  Optional<Boolean> tlbFlush();

  /** Whether guests within it can do that without it. Since libvirt 11.0.0. */
  Optional<Boolean> tlbFlushDirect();

  /** Whether it can flush parts of them. Since libvirt 11.0.0. */
  Optional<Boolean> tlbFlushExtended();

  /** Whether it can send interrupts between its vCPUs by one call. Since libvirt 4.10.0. */
  Optional<Boolean> ipi();

  /**
   * Whether it can keep the state of guests within it where both find it, on Intel (enlightened
   * VMCS). Since libvirt 4.10.0.
   */
  Optional<Boolean> evmcs();

  /**
   * Whether the synthetic interrupt controller leaves that of the CPU in use (APICv, AVIC). Since
   * libvirt 8.10.0.
   */
  Optional<Boolean> avic();

  /**
   * Whether it says when the bitmap of registers of a guest within it changed, so that it is read
   * less. Since libvirt 10.7.0.
   */
  Optional<Boolean> emsrBitmap();

  /** Whether calls can have arguments in XMM registers. Since libvirt 10.7.0. */
  Optional<Boolean> xmmInput();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHyperV.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    /**
     * The features; a detail of one turns it on unless it is said to be off.
     *
     * @throws InvalidDefinitionException if a detail cannot be
     */
    @Override
    public HyperV build() {
      HyperV made = super.build();
      int retries = made.spinlockRetries().orElse(4095);
      if (retries < 4095) {
        throw new InvalidDefinitionException(
            "hyperv/spinlocks/@retries", Integer.toString(retries), "4095 or more");
      }
      String maker = made.vendorId().orElse("");
      if (maker.length() > 12 || maker.indexOf(',') >= 0) {
        throw new InvalidDefinitionException(
            "hyperv/vendor_id/@value", maker, "up to 12 characters without a comma");
      }
      if (made.spinlocks().isEmpty() && made.spinlockRetries().isPresent()) {
        made = made.withSpinlocks(true);
      }
      if (made.stimer().isEmpty() && made.stimerDirect().isPresent()) {
        made = made.withStimer(true);
      }
      if (made.vendor().isEmpty() && made.vendorId().isPresent()) {
        made = made.withVendor(true);
      }
      boolean flushes = made.tlbFlushDirect().isPresent() || made.tlbFlushExtended().isPresent();
      return made.tlbFlush().isEmpty() && flushes ? made.withTlbFlush(true) : made;
    }

    HyperV buildAsRead() {
      return super.build();
    }
  }
}

final class HyperVXml extends XmlMapping<HyperV> {

  HyperVXml() {
    super("hyperv");
  }

  @Override
  protected HyperV read(XmlIn in) {
    HyperV.Builder b = HyperV.builder();
    if (in.attr("mode")) b.mode(new HyperVMode(in.value()));
    if (in.child("relaxed").onOff("state")) b.relaxed(in.flag());
    if (in.child("vapic").onOff("state")) b.vapic(in.flag());
    XmlIn spinlocks = in.child("spinlocks");
    if (spinlocks.onOff("state")) b.spinlocks(in.flag());
    if (spinlocks.intAttr("retries")) b.spinlockRetries(in.intValue());
    if (in.child("vpindex").onOff("state")) b.vpIndex(in.flag());
    if (in.child("runtime").onOff("state")) b.runtime(in.flag());
    if (in.child("synic").onOff("state")) b.synic(in.flag());
    XmlIn stimer = in.child("stimer");
    if (stimer.onOff("state")) b.stimer(in.flag());
    if (stimer.child("direct").onOff("state")) b.stimerDirect(in.flag());
    if (in.child("reset").onOff("state")) b.reset(in.flag());
    XmlIn vendorId = in.child("vendor_id");
    if (vendorId.onOff("state")) b.vendor(in.flag());
    if (vendorId.attr("value")) b.vendorId(in.value());
    if (in.child("frequencies").onOff("state")) b.frequencies(in.flag());
    if (in.child("reenlightenment").onOff("state")) b.reenlightenment(in.flag());
    XmlIn tlbflush = in.child("tlbflush");
    if (tlbflush.onOff("state")) b.tlbFlush(in.flag());
    if (tlbflush.child("direct").onOff("state")) b.tlbFlushDirect(in.flag());
    if (tlbflush.child("extended").onOff("state")) b.tlbFlushExtended(in.flag());
    if (in.child("ipi").onOff("state")) b.ipi(in.flag());
    if (in.child("evmcs").onOff("state")) b.evmcs(in.flag());
    if (in.child("avic").onOff("state")) b.avic(in.flag());
    if (in.child("emsr_bitmap").onOff("state")) b.emsrBitmap(in.flag());
    if (in.child("xmm_input").onOff("state")) b.xmmInput(in.flag());
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(HyperV value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("mode", value.mode());
    out.partOnOff("relaxed", "state", value.relaxed());
    out.partOnOff("vapic", "state", value.vapic());
    out.beginPart("spinlocks");
    out.onOff("state", value.spinlocks());
    out.attr("retries", value.spinlockRetries());
    out.end();
    out.partOnOff("vpindex", "state", value.vpIndex());
    out.partOnOff("runtime", "state", value.runtime());
    out.partOnOff("synic", "state", value.synic());
    out.beginPart("stimer");
    out.onOff("state", value.stimer());
    out.partOnOff("direct", "state", value.stimerDirect());
    out.end();
    out.partOnOff("reset", "state", value.reset());
    out.beginPart("vendor_id");
    out.onOff("state", value.vendor());
    out.attr("value", value.vendorId());
    out.end();
    out.partOnOff("frequencies", "state", value.frequencies());
    out.partOnOff("reenlightenment", "state", value.reenlightenment());
    out.beginPart("tlbflush");
    out.onOff("state", value.tlbFlush());
    out.partOnOff("direct", "state", value.tlbFlushDirect());
    out.partOnOff("extended", "state", value.tlbFlushExtended());
    out.end();
    out.partOnOff("ipi", "state", value.ipi());
    out.partOnOff("evmcs", "state", value.evmcs());
    out.partOnOff("avic", "state", value.avic());
    out.partOnOff("emsr_bitmap", "state", value.emsrBitmap());
    out.partOnOff("xmm_input", "state", value.xmmInput());
    out.end();
  }
}
