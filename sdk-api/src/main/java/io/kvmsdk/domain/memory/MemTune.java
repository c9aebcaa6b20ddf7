package io.kvmsdk.domain.memory;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Limits of the memory that a domain may use on the host: of all that its hypervisor process needs,
 * which is more than the guest's memory by video memory and an overhead that nobody can tell
 * beforehand. Absent means the host's default, no limit as a rule.
 *
 * <p>No limit is also said by a number. libvirt's is 9007199254740991 KiB ({@link #UNLIMITED}), the
 * most that fits 63 bits of bytes; a kernel rounds it down to whole pages, so that 9007199254740988
 * KiB comes back from a host with pages of 4 KiB. {@link #isLimit} knows them all.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#memory-tuning">libvirt: Memory Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface MemTune extends WithMemTune {

  /** How it is read and written. */
  XmlMapping<MemTune> XML = new MemTuneXml();

  /** The size by which libvirt says that there is no limit: 9007199254740991 KiB. */
  ByteSize UNLIMITED = ByteSize.kibibytes(9007199254740991L);

  /** Whether a size is a limit, not one of the numbers that stand for none. */
  static boolean isLimit(ByteSize size) {
    return size.compareTo(MemTuneXml.LEAST_UNLIMITED) < 0;
  }

  /** At most so much memory; where more is needed, the kernel ends the domain. */
  static MemTune hardLimit(ByteSize size) {
    return builder().hardLimit(size).build();
  }

  /** So much memory while the host is short of it. */
  static MemTune softLimit(ByteSize size) {
    return builder().softLimit(size).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <memtune>} says, keeping what has no name here. */
  static MemTune fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <memtune>} says. */
  static MemTune fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <memtune>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** The most memory that it can use; the kernel ends a domain that needs more. */
  Optional<ByteSize> hardLimit();

  /** What it is held to while the host is short of memory. */
  Optional<ByteSize> softLimit();

  /** What it has in any case; VMware ESX and OpenVZ only. */
  Optional<ByteSize> minGuarantee();

  /** The most memory and swap together; more than {@link #hardLimit()}. */
  Optional<ByteSize> swapHardLimit();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMemTune.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MemTuneXml extends XmlMapping<MemTune> {

  MemTuneXml() {
    super("memtune");
  }

  @Override
  protected MemTune read(XmlIn in) {
    MemTune.Builder b = MemTune.builder();
    if (in.child("hard_limit").sizeText("KiB")) b.hardLimit(in.size());
    if (in.child("soft_limit").sizeText("KiB")) b.softLimit(in.size());
    if (in.child("min_guarantee").sizeText("KiB")) b.minGuarantee(in.size());
    if (in.child("swap_hard_limit").sizeText("KiB")) b.swapHardLimit(in.size());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MemTune value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partSize("hard_limit", value.hardLimit());
    out.partSize("soft_limit", value.softLimit());
    out.partSize("min_guarantee", value.minGuarantee());
    out.partSize("swap_hard_limit", value.swapHardLimit());
    out.end();
  }

  /** What a kernel with pages of 64 KiB makes of libvirt's number; others come nearer to it. */
  static final ByteSize LEAST_UNLIMITED = ByteSize.kibibytes(9007199254740991L / 64 * 64);
}
