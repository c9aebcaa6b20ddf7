package io.kvmsdk.error;

import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;

/** What was asked for cannot be had here; nothing was sent. */
public final class UnsupportedFeatureException extends HypervisorException {

  private static final long serialVersionUID = 1L;

  private final String feature;
  private final String reason;
  private final String remedy;

  /** With the feature and why it cannot be had. */
  public UnsupportedFeatureException(ErrorContext context, Feature feature, Support.No why) {
    super(context, feature + " cannot be had: " + why.reason() + "; " + why.remedy(), null);
    this.feature = feature.id();
    this.reason = why.reason();
    this.remedy = why.remedy();
  }

  /** What cannot be had. */
  public Feature feature() {
    return new Feature(feature);
  }

  /** What stands in the way. */
  public String reason() {
    return reason;
  }

  /** What the reader can do about it. */
  public String remedy() {
    return remedy;
  }
}
