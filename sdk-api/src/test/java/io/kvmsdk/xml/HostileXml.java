package io.kvmsdk.xml;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents made to harm. */
public final class HostileXml {

  private HostileXml() {}

  /** Documents that begin as those with that root element do, by what is wrong with them. */
  public static Map<String, String> with(String root) {
    Map<String, String> documents = new TreeMap<>();
    documents.put("nothing", "");
    documents.put("no XML", "name=web-1");
    documents.put("cut off", "<domain type='kvm'><name>x</na");
    documents.put("two roots", "<domain/><domain/>");
    documents.put("attribute twice", "<domain type='kvm' type='qemu'/>");
    documents.put("prefix not declared", "<domain><x:y/></domain>");
    documents.put("entity not declared", "<domain><name>&web;</name></domain>");
    documents.put("null character", "<domain><name>a\u0000b</name></domain>");
    documents.put("null reference", "<domain><name>&#0;</name></domain>");
    documents.put("lone surrogate", "<domain><name>\uD800</name></domain>");
    documents.put("DTD", "<!DOCTYPE domain><domain type='kvm'/>");
    documents.put(
        "entity bomb",
        "<!DOCTYPE domain [<!ENTITY a 'aaaaaaaaaa'>"
            + IntStream.range(1, 20)
                .mapToObj(i ->
                    "<!ENTITY a"
                        + i
                        + " '"
                        + ("&a" + (i == 1 ? "" : i - 1) + ";").repeat(10)
                        + "'>")
                .collect(Collectors.joining())
            + "]><domain type='kvm'><name>&a19;</name></domain>");
    documents.put(
        "external DTD", "<!DOCTYPE domain SYSTEM 'http://127.0.0.1:9/x.dtd'><domain type='kvm'/>");
    documents.put("10,000 levels", "<a>".repeat(10_000) + "</a>".repeat(10_000));
    documents.put("100,000 levels", "<a>".repeat(100_000));
    documents.put("a million attributes", many("<domain ", " a%d=''", 1_000_000, "/>"));
    documents.put("100,000 attributes", many("<domain ", " a%d=''", 100_000, "/>"));
    documents.put(
        "500,000 attributes on many elements",
        "<domain>" + many("<a ", " a%d=''", 50, "/>").repeat(10_000) + "</domain>");
    documents.put("300,000 elements", "<domain>" + "<a/>".repeat(300_000) + "</domain>");
    documents.put(
        "a text of 200 MB", "<domain><name>" + "x".repeat(200_000_000) + "</name></domain>");
    documents.put("a long name", "<" + "x".repeat(3_000_000) + "/>");
    documents.put("an endless comment", "<domain><!--" + "x".repeat(3_000_000));
    documents.replaceAll((name, xml) -> xml.replace("domain", root));
    return documents;
  }

  private static String many(String before, String format, int times, String after) {
    StringBuilder xml = new StringBuilder(before);
    for (int i = 0; i < times; i++) {
      xml.append(format.replace("%d", Integer.toString(i)));
    }
    return xml.append(after).toString();
  }
}
