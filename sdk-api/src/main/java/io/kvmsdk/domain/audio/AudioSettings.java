package io.kvmsdk.domain.audio;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What digital sound is like.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#audio-backends">libvirt: Audio backends</a>
 */
@Value.Immutable
@ValueStyle
public interface AudioSettings extends WithAudioSettings {

  /** How it is read and written. */
  XmlMapping<AudioSettings> XML = new AudioSettingsXml();

  /** That many samples a second, of that many channels, each in that form. */
  static AudioSettings of(int frequency, int channels, AudioFormat format) {
    return builder().frequency(frequency).channels(channels).format(format).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** How many samples a second there are. Absent means 44100 mostly. */
  Optional<Integer> frequency();

  /** How many channels there are. Absent means 2 mostly. */
  Optional<Integer> channels();

  /** What a sample is. Absent means a default. */
  Optional<AudioFormat> format();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableAudioSettings.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class AudioSettingsXml extends XmlMapping<AudioSettings> {

  AudioSettingsXml() {
    super("settings");
  }

  @Override
  protected AudioSettings read(XmlIn in) {
    AudioSettings.Builder b = AudioSettings.builder();
    if (in.intAttr("frequency")) b.frequency(in.intValue());
    if (in.intAttr("channels")) b.channels(in.intValue());
    if (in.attr("format")) b.format(new AudioFormat(in.value()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(AudioSettings value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("frequency", value.frequency());
    out.attr("channels", value.channels());
    out.attr("format", value.format());
    out.end();
  }
}
