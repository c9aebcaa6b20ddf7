package io.kvmsdk.domain.audio;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * Where on the host the sound of a domain goes.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#audio-backends">libvirt: Audio backends</a>
 */
@Value.Immutable
@ValueStyle
public interface Audio extends WithAudio {

  /** How it is read and written. */
  XmlMapping<Audio> XML = new AudioXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <audio>} says, keeping what has no name here. */
  static Audio fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <audio>} says. */
  static Audio fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <audio>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableAudio.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class AudioXml extends XmlMapping<Audio> {

  AudioXml() {
    super("audio");
  }

  @Override
  protected Audio read(XmlIn in) {
    Audio.Builder b = Audio.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Audio value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
