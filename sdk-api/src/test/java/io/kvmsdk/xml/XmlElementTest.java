package io.kvmsdk.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlElementTest {

  @Test
  void writesAsLibvirtDoes() {
    String xml =
        """
        <a b='1' c='&apos;"&lt;'>
          <d/>
          <e>text</e>
          <f>
            <g h=''/>
          </f>
        </a>\
        """;
    assertThat(XmlElement.parse(xml).toXml()).isEqualTo(xml);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "  \n two\tlines \n",
        "<&>\"'",
        "]]>",
        "\r\n",
        "ä€\uD83D\uDE00",
        "\u00A0\u2003",
        "-- -->"
      })
  void textAndAttributesComeBackExactly(String text) {
    XmlElement made = XmlElement.of("t").withAttribute("a", text).withText(text);
    XmlElement read = XmlElement.parse(made.toXml());
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.attribute("a")).contains(text);
    XmlElement nested = XmlElement.parse(XmlElement.of("r").withChild(made).toXml());
    assertThat(nested.child("t").orElseThrow().text()).isEqualTo(text);
  }

  @Test
  void characterDataAndReferencesAreText() {
    XmlElement read =
        XmlElement.parse("<t>a<![CDATA[<b>]]>&amp;&#65;<!-- no -->&#x42;<?no no?></t>");
    assertThat(read.text()).isEqualTo("a<b>&AB");
  }

  @Test
  void textAmongElementsKeepsItsWhiteSpace() {
    String xml = "<p>hello <b>x</b>  tail <i/>\n</p>";
    assertThat(XmlElement.parse(xml).toXml()).isEqualTo(xml);
  }

  @Test
  void namespacesAreKept() {
    String xml =
        "<a xmlns:p='urn:p' p:x='1'><p:b xmlns:q='urn:q' q:y='2' y='3'/><c xmlns='urn:c'><d/><e xmlns=''/></c></a>";
    XmlElement read = XmlElement.parse(xml);
    assertThat(XmlMeaning.differences(xml, read.toXml())).isEmpty();
    XmlElement b = read.child("b").orElseThrow();
    assertThat(b.namespace()).isEqualTo("urn:p");
    assertThat(b.attribute("urn:q", "y")).contains("2");
    assertThat(b.attribute("y")).contains("3");
    assertThat(read.child("c").orElseThrow().child("e").orElseThrow().namespace()).isEmpty();
  }

  @Test
  void anElementThatIsTakenOutDeclaresItsPrefix() {
    XmlElement root = XmlElement.parse("<a xmlns:p='urn:p' xmlns:q='urn:q'><p:b q:c='1'/></a>");
    assertThat(root.child("b").orElseThrow().toXml())
        .isEqualTo("<p:b xmlns:p='urn:p' xmlns:q='urn:q' q:c='1'/>");
  }

  @Test
  void aPrefixThatMeansSomethingElseIsDeclaredAnew() {
    XmlElement inner = XmlElement.of("p", "urn:inner", "b");
    XmlElement outer = XmlElement.parse("<p:a xmlns:p='urn:outer'/>").withChild(inner);
    XmlElement read = XmlElement.parse(outer.toXml());
    assertThat(read.namespace()).isEqualTo("urn:outer");
    assertThat(read.child("b").orElseThrow().namespace()).isEqualTo("urn:inner");
  }

  @Test
  void equalMeansTheSame() {
    XmlElement one = XmlElement.parse("<p:a xmlns:p='urn:a' x='1' y='2'><b/><c/></p:a>");
    XmlElement two =
        XmlElement.parse("<a xmlns='urn:a' y='2' x='1'><b xmlns=''/><c xmlns=''/></a>");
    assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
    assertThat(XmlElement.parse("<a><c/><b/></a>"))
        .isNotEqualTo(XmlElement.parse("<a><b/><c/></a>"));
    assertThat(XmlElement.parse("<a x='1'/>")).isNotEqualTo(XmlElement.parse("<a x='2'/>"));
    assertThat(XmlElement.of("a")).isNotEqualTo(XmlElement.of("p", "urn:a", "a"));
  }

  @Test
  void toStringShowsNoContent() {
    assertThat(XmlElement.parse("<secret key='geheim'>geheim</secret>")).hasToString("<secret>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a b", "a:b", "<", "a\u0000", "-a", "\u00D7"})
  void namesThatXmlHasNotAreRefused(String name) {
    assertThatThrownBy(() -> XmlElement.of(name)).isInstanceOf(InvalidDefinitionException.class);
    assertThatThrownBy(() -> XmlElement.of("a").withAttribute(name, ""))
        .isInstanceOf(InvalidDefinitionException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "a\u001Fb", "\uD800", "\uDC00x", "\uFFFE"})
  void textThatXmlCannotWriteIsRefused(String text) {
    assertThatThrownBy(() -> XmlElement.of("a").withText(text))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("U+");
    assertThatThrownBy(() -> XmlElement.of("a").withAttribute("b", text))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("a/@b");
  }
}
