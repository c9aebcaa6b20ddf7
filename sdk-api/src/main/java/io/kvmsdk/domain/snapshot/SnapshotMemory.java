package io.kvmsdk.domain.snapshot;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What becomes of the memory in a snapshot. Since libvirt 1.0.1.
 *
 * @see <a href="https://libvirt.org/formatsnapshot.html#snapshot-xml">libvirt: Snapshot XML</a>
 */
@Value.Immutable
@ValueStyle
public interface SnapshotMemory extends WithSnapshotMemory {

  /** How it is read and written. */
  XmlMapping<SnapshotMemory> XML = new SnapshotMemoryXml();

  /** It is not kept; right for a domain that is off, and for disks only. */
  static SnapshotMemory none() {
    return builder().mode(MemorySnapshotMode.NO).build();
  }

  /** It is kept within the image of a disk. */
  static SnapshotMemory internal() {
    return builder().mode(MemorySnapshotMode.INTERNAL).build();
  }

  /** It is kept in a new file, by its absolute path. */
  static SnapshotMemory external(String file) {
    return builder().mode(MemorySnapshotMode.EXTERNAL).file(file).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** How it is kept. Absent beside a file means {@link MemorySnapshotMode#EXTERNAL}. */
  Optional<MemorySnapshotMode> mode();

  /** The absolute path of the file that it is kept in. */
  Optional<String> file();

  /**
   * Refuses what is always wrong; building and changing does it.
   *
   * @throws InvalidDefinitionException if it is kept in a file and there is none, or the other way
   */
  @Value.Check
  default void checkConsistent() {
    boolean internal =
        mode()
            .filter(m -> m.equals(MemorySnapshotMode.NO) || m.equals(MemorySnapshotMode.INTERNAL))
            .isPresent();
    if (file().isPresent() && internal) {
      throw new InvalidDefinitionException(
          "memory/@file", file().get(), "no file beside snapshot " + mode().get());
    }
    if (file().isEmpty() && mode().filter(MemorySnapshotMode.EXTERNAL::equals).isPresent()) {
      throw new InvalidDefinitionException("memory/@file", "absent", "a file for the memory");
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSnapshotMemory.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SnapshotMemoryXml extends XmlMapping<SnapshotMemory> {

  SnapshotMemoryXml() {
    super("memory");
  }

  @Override
  protected SnapshotMemory read(XmlIn in) {
    SnapshotMemory.Builder b = SnapshotMemory.builder();
    if (in.attr("snapshot")) b.mode(new MemorySnapshotMode(in.value()));
    if (in.attr("file")) b.file(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SnapshotMemory value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("snapshot", value.mode());
    out.attr("file", value.file());
    out.end();
  }
}
