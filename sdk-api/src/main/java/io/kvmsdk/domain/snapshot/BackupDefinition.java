package io.kvmsdk.domain.snapshot;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A backup of a domain's disks: what is to be done, or what a hypervisor is doing.
 *
 * @see <a href="https://libvirt.org/formatbackup.html#backup-xml">libvirt: Backup XML</a>
 */
@Value.Immutable
@ValueStyle
public interface BackupDefinition extends Document, WithBackupDefinition {

  /** How it is read and written. */
  XmlMapping<BackupDefinition> XML = new BackupDefinitionXml();

  /**
   * The hypervisor writes the disks out. Those that are listed, or all if none is, to files that
   * libvirt then names.
   */
  static BackupDefinition push(BackupDisk... disks) {
    return builder().mode(BackupMode.PUSH).addDisks(disks).build();
  }

  /** Somebody reads the disks, those that are listed, or all if none is, from an NBD server. */
  static BackupDefinition pull(BackupServer server, BackupDisk... disks) {
    return builder().mode(BackupMode.PULL).server(server).addDisks(disks).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <domainbackup>} says, keeping what has no name here. */
  static BackupDefinition fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <domainbackup>} says. */
  static BackupDefinition fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** Who moves the data. Absent means {@link BackupMode#PUSH}. */
  Optional<BackupMode> mode();

  /** The name of a checkpoint: only what has changed since is wanted. Absent means all. */
  Optional<String> incremental();

  /** Where the disks can be read from; for {@link BackupMode#PULL} only. */
  Optional<BackupServer> server();

  /**
   * Which disks take part. When one is begun, empty means all of them, and else a disk that is not
   * listed does not.
   */
  List<BackupDisk> disks();

  /**
   * What is said of the disk with that target, such as {@code vda}; empty where it is not listed.
   */
  default Optional<BackupDisk> disk(String name) {
    return disks().stream().filter(disk -> disk.name().equals(name)).findFirst();
  }

  /** Whether somebody reads the disks, instead of the hypervisor writing them. */
  default boolean isPull() {
    return mode().filter(BackupMode.PULL::equals).isPresent();
  }

  /** The same, of only what has changed since a checkpoint. */
  default BackupDefinition since(String checkpoint) {
    return withIncremental(checkpoint);
  }

  /**
   * Refuses what is always wrong; building and changing does it.
   *
   * @throws InvalidDefinitionException if there is a server for what the hypervisor writes
   */
  @Value.Check
  default void checkConsistent() {
    boolean push = mode().isEmpty() || mode().get().equals(BackupMode.PUSH);
    if (push && server().isPresent()) {
      throw new InvalidDefinitionException(
          "domainbackup/server", server().get().type(), "no server unless the mode is pull");
    }
    for (BackupDisk disk : disks()) {
      if (push ? disk.scratch().isPresent() : isPull() && disk.target().isPresent()) {
        throw new InvalidDefinitionException(
            "domainbackup/disks/disk/" + (push ? "scratch" : "target"),
            disk.name(),
            push ? "a target, for mode push" : "a scratch, for mode pull");
      }
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBackupDefinition.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BackupDefinitionXml extends XmlMapping<BackupDefinition> {

  BackupDefinitionXml() {
    super("domainbackup");
  }

  @Override
  protected BackupDefinition read(XmlIn in) {
    BackupDefinition.Builder b = BackupDefinition.builder();
    if (in.attr("mode")) b.mode(new BackupMode(in.value()));
    if (in.child("incremental").text()) b.incremental(in.value());
    XmlIn server = in.child("server");
    if (server.present()) b.server(server.read(BackupServer.XML));
    XmlIn disks = in.child("disks");
    for (XmlIn disksDisk : disks.children("disk")) b.addDisk(disksDisk.read(BackupDisk.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(BackupDefinition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("mode", value.mode());
    out.partText("incremental", value.incremental());
    out.write("server", BackupServer.XML, value.server());
    out.beginPart("disks");
    out.writeAll("disk", BackupDisk.XML, value.disks());
    out.end();
    out.end();
  }
}
