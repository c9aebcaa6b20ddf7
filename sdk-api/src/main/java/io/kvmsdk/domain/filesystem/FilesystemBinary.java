package io.kvmsdk.domain.filesystem;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How virtiofsd, the daemon of virtiofs, is run. Since libvirt 6.2.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
@Value.Immutable
@ValueStyle
public interface FilesystemBinary extends WithFilesystemBinary {

  /** How it is read and written. */
  XmlMapping<FilesystemBinary> XML = new FilesystemBinaryXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The absolute path of the daemon. Absent means the one that is installed. */
  Optional<String> path();

  /** Whether files have extended attributes for the guest. */
  Optional<Boolean> extendedAttributes();

  /** What the guest may cache. */
  Optional<VirtiofsCache> cache();

  /**
   * How the daemon is confined. Absent means {@link VirtiofsSandbox#NAMESPACE}. Since libvirt
   * 7.2.0.
   */
  Optional<VirtiofsSandbox> sandbox();

  /** Whether POSIX locks of the guest hold on the host. */
  Optional<Boolean> posixLocks();

  /** Whether BSD locks of the guest hold on the host. */
  Optional<Boolean> flocks();

  /** The most threads that serve requests; 0 for none beside the first. Since libvirt 8.5.0. */
  Optional<Integer> threadPoolSize();

  /** The most files that are open at once, from 1. Since libvirt 10.6.0. */
  Optional<Long> openFiles();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFilesystemBinary.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FilesystemBinaryXml extends XmlMapping<FilesystemBinary> {

  FilesystemBinaryXml() {
    super("binary");
  }

  @Override
  protected FilesystemBinary read(XmlIn in) {
    FilesystemBinary.Builder b = FilesystemBinary.builder();
    if (in.attr("path")) b.path(in.value());
    if (in.onOff("xattr")) b.extendedAttributes(in.flag());
    if (in.child("cache").attr("mode")) b.cache(new VirtiofsCache(in.value()));
    if (in.child("sandbox").attr("mode")) b.sandbox(new VirtiofsSandbox(in.value()));
    XmlIn lock = in.child("lock");
    if (lock.onOff("posix")) b.posixLocks(in.flag());
    if (lock.onOff("flock")) b.flocks(in.flag());
    if (in.child("thread_pool").intAttr("size")) b.threadPoolSize(in.intValue());
    if (in.child("openfiles").longAttr("max")) b.openFiles(in.longValue());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(FilesystemBinary value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("path", value.path());
    out.onOff("xattr", value.extendedAttributes());
    out.part("cache", "mode", value.cache());
    out.part("sandbox", "mode", value.sandbox());
    out.beginPart("lock");
    out.onOff("posix", value.posixLocks());
    out.onOff("flock", value.flocks());
    out.end();
    out.part("thread_pool", "size", value.threadPoolSize());
    out.part("openfiles", "max", value.openFiles());
    out.end();
  }
}
