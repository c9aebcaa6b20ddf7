package io.kvmsdk.domain.audio;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One direction of the sound of a domain. What is only for some backends names them.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#audio-backends">libvirt: Audio backends</a>
 */
@Value.Immutable
@ValueStyle
public interface AudioStream extends WithAudioStream {

  /** How it is read and written. */
  XmlMapping<AudioStream> XML = new AudioStreamXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * Whether the hypervisor mixes and converts the sound; without, more than two channels can be
   * had. Absent means a default.
   */
  Optional<Boolean> mixingEngine();

  /**
   * Whether {@link #settings} hold, instead of those that take the least converting; only with the
   * mixing engine.
   */
  Optional<Boolean> fixedSettings();

  /** How many voices are used. Absent means 1 mostly. */
  Optional<Integer> voices();

  /**
   * How much sound is buffered, in whole microseconds. Absent means what the backend's default is.
   */
  Optional<Duration> bufferLength();

  /** The path or name of the device of the host; ALSA and OSS only. */
  Optional<String> device();

  /** How many buffers there are; CoreAudio, OSS and SDL only. */
  Optional<Integer> bufferCount();

  /** Whether the device is polled if that can be; OSS only. */
  Optional<Boolean> tryPoll();

  /** The server to connect to; JACK only. */
  Optional<String> serverName();

  /** The name to connect by, which the server may change; JACK only. */
  Optional<String> clientName();

  /** A regular expression of the ports to connect with; JACK only. */
  Optional<String> connectPorts();

  /** Whether the server may not change the name; JACK only. */
  Optional<Boolean> exactName();

  /** The name of the sink or source; PulseAudio and PipeWire only. */
  Optional<String> name();

  /** By which name the stream of the domain is shown; PulseAudio and PipeWire only. */
  Optional<String> streamName();

  /** How late the sound may be, in whole microseconds; PulseAudio and PipeWire only. */
  Optional<Duration> latency();

  /** What the sound is like, with fixed settings. */
  Optional<AudioSettings> settings();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableAudioStream.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class AudioStreamXml extends XmlMapping<AudioStream> {

  AudioStreamXml() {
    super("output");
  }

  @Override
  protected AudioStream read(XmlIn in) {
    AudioStream.Builder b = AudioStream.builder();
    if (in.yesNo("mixingEngine")) b.mixingEngine(in.flag());
    if (in.yesNo("fixedSettings")) b.fixedSettings(in.flag());
    if (in.intAttr("voices")) b.voices(in.intValue());
    if (in.longAttr("bufferLength")) b.bufferLength(Duration.of(in.longValue(), ChronoUnit.MICROS));
    if (in.attr("dev")) b.device(in.value());
    if (in.intAttr("bufferCount")) b.bufferCount(in.intValue());
    if (in.yesNo("tryPoll")) b.tryPoll(in.flag());
    if (in.attr("serverName")) b.serverName(in.value());
    if (in.attr("clientName")) b.clientName(in.value());
    if (in.attr("connectPorts")) b.connectPorts(in.value());
    if (in.yesNo("exactName")) b.exactName(in.flag());
    if (in.attr("name")) b.name(in.value());
    if (in.attr("streamName")) b.streamName(in.value());
    if (in.longAttr("latency")) b.latency(Duration.of(in.longValue(), ChronoUnit.MICROS));
    XmlIn settings = in.child("settings");
    if (settings.present()) b.settings(settings.read(AudioSettings.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(AudioStream value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("mixingEngine", value.mixingEngine());
    out.yesNo("fixedSettings", value.fixedSettings());
    out.attr("voices", value.voices());
    out.durationAttr("bufferLength", ChronoUnit.MICROS, value.bufferLength());
    out.attr("dev", value.device());
    out.attr("bufferCount", value.bufferCount());
    out.yesNo("tryPoll", value.tryPoll());
    out.attr("serverName", value.serverName());
    out.attr("clientName", value.clientName());
    out.attr("connectPorts", value.connectPorts());
    out.yesNo("exactName", value.exactName());
    out.attr("name", value.name());
    out.attr("streamName", value.streamName());
    out.durationAttr("latency", ChronoUnit.MICROS, value.latency());
    out.write("settings", AudioSettings.XML, value.settings());
    out.end();
  }
}
