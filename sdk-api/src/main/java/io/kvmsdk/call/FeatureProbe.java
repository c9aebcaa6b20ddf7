package io.kvmsdk.call;

import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.error.UnsupportedFeatureException;

/** Tells what can be done with one domain. */
public interface FeatureProbe {

  /**
   * Whether {@code feature} can be had for the domain of {@code call}; a feature that the backend
   * never heard of cannot.
   *
   * <p>Answered from what was learned when the connection was made, and from the kind of the domain
   * (its virtualisation type, its machine), which may be asked for once. Changes nothing.
   */
  Support support(DomainCall call, Feature feature);

  /**
   * Refuses a call whose feature cannot be had, before anything is sent.
   *
   * @throws UnsupportedFeatureException with the reason and the remedy
   */
  default void require(DomainCall call, Feature feature) {
    if (support(call, feature) instanceof Support.No no) {
      throw new UnsupportedFeatureException(call.context(), feature, no);
    }
  }
}
