package com.company.erp.web;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a browser has to mend in a page: faults by the parser of the HTML standard, elements for which the standard has
 * no place where they stand, and ids that are there twice.
 */
final class ValidHtml {

    /** Hold words, and what may stand among words. */
    private static final Set<String> PHRASING = words("p h1 h2 h3 h4 h5 h6 pre span strong em b i small kbd code label"
            + " button summary legend option time abbr output meter progress caption");

    /** Never stand among words. */
    private static final Set<String> FLOW =
            words("address article aside blockquote details dialog div dl fieldset figure"
                    + " footer form header hr main nav ol p pre section table ul");

    /** Take clicks, and so stand in nothing else that does. */
    private static final Set<String> INTERACTIVE = words("a button details embed iframe input label select textarea");

    private static final Map<String, Set<String>> CHILDREN = Map.of(
            "ul", words("li script template"),
            "ol", words("li script template"),
            "dl", words("dt dd div script template"),
            "select", words("option optgroup hr script template"),
            "tr", words("td th script template"));

    private ValidHtml() {}

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    static List<String> faults(String html) {
        var reader = new Reader();
        var parser = new HtmlParser(XmlViolationPolicy.ALLOW);
        parser.setContentHandler(reader);
        parser.setErrorHandler(reader);
        try {
            parser.parse(new InputSource(new StringReader(html)));
        } catch (IOException | SAXException e) {
            throw new IllegalStateException(e);
        }
        return reader.faults;
    }

    private static final class Reader extends DefaultHandler {

        private final List<String> faults = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private final Deque<String> open = new ArrayDeque<>();

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            String id = attributes.getValue("id");
            if (id != null && !ids.add(id)) faults.add("The id " + id + " is there twice.");
            String parent = open.isEmpty() ? "" : open.peek();
            Set<String> children = CHILDREN.get(parent);
            boolean isMisplaced = children != null && !children.contains(name);
            boolean isAmongWords = FLOW.contains(name) && PHRASING.contains(parent);
            if (isMisplaced || isAmongWords) faults.add("There is no place for " + name + " in " + parent + ".");
            boolean isHidden = "hidden".equals(attributes.getValue("type"));
            if (INTERACTIVE.contains(name) && !isHidden && (open.contains("a") || open.contains("button"))) {
                faults.add("What takes a click holds another: " + name + " in " + open + ".");
            }
            open.push(name);
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            open.pop();
        }

        @Override
        public void error(SAXParseException e) {
            faults.add("line " + e.getLineNumber() + ": " + e.getMessage());
        }

        @Override
        public void fatalError(SAXParseException e) {
            error(e);
        }
    }
}
