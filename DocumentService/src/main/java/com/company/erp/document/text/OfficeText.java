package com.company.erp.document.text;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of office documents, which are ZIP files of XML: ISO 29500 (docx, xlsx, pptx) and ISO 26300 (odt, ods). */
final class OfficeText {

    private static final Pattern PARTS = Pattern.compile(
            "word/(document|(header|footer)\\d*|footnotes|endnotes|comments)\\.xml|xl/sharedStrings\\.xml"
                    + "|xl/worksheets/[^/]+\\.xml|ppt/(slides|notesSlides)/[^/]+\\.xml|content\\.xml");

    /** Where one of these ends, a word ends; within them, words are written in pieces. */
    private static final Set<String> ENDS_WORD = Set.of("p", "h", "tab", "br", "s", "tc", "si", "c", "line-break");

    private OfficeText() {}

    static void read(byte[] file, Writer out) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (PARTS.matcher(part.getName()).matches()) readPart(new Unclosed(zip), out);
            }
        }
    }

    /** The end of a part is not the end of the file. */
    private static final class Unclosed extends FilterInputStream {
        private Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The ZIP file goes on.
        }
    }

    private static void readPart(InputStream part, Writer out) throws IOException {
        try {
            XMLStreamReader xml = xml().createXMLStreamReader(part);
            boolean isIndex = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("c")) {
                    // The cell holds the number of a text that stands elsewhere.
                    isIndex = "s".equals(xml.getAttributeValue(null, "t"));
                } else if (event == XMLStreamConstants.CHARACTERS && !isIndex) {
                    out.write(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                } else if (event == XMLStreamConstants.END_ELEMENT && ENDS_WORD.contains(xml.getLocalName())) {
                    isIndex = false;
                    out.write(' ');
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("It holds XML that cannot be read.", e);
        }
    }

    /** Reads no declarations, which attacks are made of, and nothing from elsewhere. */
    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
