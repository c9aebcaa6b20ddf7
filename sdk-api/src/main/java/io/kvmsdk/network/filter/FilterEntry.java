package io.kvmsdk.network.filter;

import io.kvmsdk.xml.Extras;

/** What a filter is made of: a rule, or a reference to another filter. */
public sealed interface FilterEntry permits FilterRule, FilterReference {

  /** What the document says of it beyond what has a name here. */
  Extras extras();
}
