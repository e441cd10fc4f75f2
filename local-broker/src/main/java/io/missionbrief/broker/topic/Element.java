package io.missionbrief.broker.topic;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A part of an answer in XML.
 *
 * @param name of the element
 * @param text its content; empty when it has children
 * @param children its content; empty when it has text
 */
record Element(String name, String text, List<Element> children) {

    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

    static Element text(String name, String text) {
        return new Element(name, text, List.of());
    }

    static Element of(String name, Element... children) {
        return new Element(name, "", Arrays.asList(children));
    }

    static <T> Element list(String name, List<T> members, Function<T, List<Element>> content) {
        return new Element(
                name,
                "",
                members.stream()
                        .map(member -> new Element("member", "", content.apply(member)))
                        .toList());
    }

    static Element map(String name, Map<String, String> entries) {
        return new Element(
                name,
                "",
                entries.entrySet().stream()
                        .map(entry -> of("entry", text("key", entry.getKey()), text("value", entry.getValue())))
                        .toList());
    }

    Element with(Element more) {
        return new Element(
                name, "", Stream.concat(children.stream(), Stream.of(more)).toList());
    }

    String toXml() {
        try {
            StringWriter xml = new StringWriter();
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(xml);
            writer.writeStartDocument();
            writer.setDefaultNamespace(NAMESPACE);
            write(writer, true);
            writer.writeEndDocument();
            writer.flush();
            return xml.toString();
        } catch (XMLStreamException cause) {
            throw new IllegalStateException("an answer could not be written", cause);
        }
    }

    private void write(XMLStreamWriter writer, boolean isRoot) throws XMLStreamException {
        writer.writeStartElement(name);
        if (isRoot) {
            writer.writeDefaultNamespace(NAMESPACE);
        }
        for (Element child : children) {
            child.write(writer, false);
        }
        writer.writeCharacters(Characters.replaceUnwritable(text));
        writer.writeEndElement();
    }
}
