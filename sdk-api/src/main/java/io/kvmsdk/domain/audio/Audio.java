package io.kvmsdk.domain.audio;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where on the host the sound of a domain goes. Sound cards and consoles name it by its number.
 * QEMU's since libvirt 7.2.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#audio-backends">libvirt: Audio backends</a>
 */
@Value.Immutable
@ValueStyle
public interface Audio extends Document, WithAudio {

  /** How it is read and written. */
  XmlMapping<Audio> XML = new AudioXml();

  /** Nowhere, but to the client of a VNC console. */
  static Audio none() {
    return of(AudioType.NONE);
  }

  /** To the client of a SPICE console. */
  static Audio spice() {
    return of(AudioType.SPICE);
  }

  /** To the PulseAudio of the host. */
  static Audio pulse() {
    return of(AudioType.PULSEAUDIO);
  }

  /** To the PipeWire of the host, whose socket lies in that directory. */
  static Audio pipewire(String runtimeDirectory) {
    return of(AudioType.PIPEWIRE).withRuntimeDirectory(runtimeDirectory);
  }

  /** Into a file, as WAV. */
  static Audio file(String path) {
    return of(AudioType.FILE).withPath(path);
  }

  /** A backend of that kind, with the number 1. */
  static Audio of(AudioType type) {
    return builder().id(1).type(type).build();
  }

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
  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** Its number, 1 to 255, by which sound cards name it. */
  int id();

  /** What takes the sound. */
  AudioType type();

  /**
   * How often the sound is looked after, in whole microseconds. Absent means as often as can be.
   */
  Optional<Duration> timerPeriod();

  /** Whether memory is shared with the device if that can be; OSS only. */
  Optional<Boolean> tryMmap();

  /** Whether nobody else may use the device; OSS only. */
  Optional<Boolean> exclusive();

  /**
   * How latency is weighed against load, from 0 for least latency to 10; negative for the older way
   * of fragments; OSS only.
   */
  Optional<Integer> dspPolicy();

  /** The host name of the server; PulseAudio only. */
  Optional<String> serverName();

  /** The directory with the socket of the daemon; PipeWire only. */
  Optional<String> runtimeDirectory();

  /** What SDL uses: {@code esd}, {@code alsa}, {@code arts} or {@code pulseaudio}; SDL only. */
  Optional<String> driver();

  /** The path of the file; only for a file. */
  Optional<String> path();

  /** How sound is taken in. Absent means a default. */
  Optional<AudioStream> input();

  /** How sound is given out. Absent means a default. */
  Optional<AudioStream> output();

  /** What the document says beyond this. */
  @Override
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
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    b.type(new AudioType(in.required("type")));
    if (in.longAttr("timerPeriod")) b.timerPeriod(Duration.of(in.longValue(), ChronoUnit.MICROS));
    if (in.yesNo("tryMMap")) b.tryMmap(in.flag());
    if (in.yesNo("exclusive")) b.exclusive(in.flag());
    if (in.signedIntAttr("dspPolicy")) b.dspPolicy(in.intValue());
    if (in.attr("serverName")) b.serverName(in.value());
    if (in.attr("runtimeDir")) b.runtimeDirectory(in.value());
    if (in.attr("driver")) b.driver(in.value());
    if (in.attr("path")) b.path(in.value());
    XmlIn input = in.child("input");
    if (input.present()) b.input(input.read(AudioStream.XML));
    XmlIn output = in.child("output");
    if (output.present()) b.output(output.read(AudioStream.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Audio value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.attr("type", value.type().toString());
    out.durationAttr("timerPeriod", ChronoUnit.MICROS, value.timerPeriod());
    out.yesNo("tryMMap", value.tryMmap());
    out.yesNo("exclusive", value.exclusive());
    out.attr("dspPolicy", value.dspPolicy());
    out.attr("serverName", value.serverName());
    out.attr("runtimeDir", value.runtimeDirectory());
    out.attr("driver", value.driver());
    out.attr("path", value.path());
    out.write("input", AudioStream.XML, value.input());
    out.write("output", AudioStream.XML, value.output());
    out.end();
  }
}
