package com.company.erp.document.press;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** Proves that a template is well-formed XHTML, without entities or instructions of its own. */
final class Markup extends DefaultHandler2 {

    private @Nullable Locator place;

    private Markup() {}

    /** @throws BrokenTemplate when it is not */
    static void check(String html) {
        var handler = new Markup();
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            var reader = factory.newSAXParser().getXMLReader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
            reader.setProperty("http://xml.org/sax/properties/declaration-handler", handler);
            reader.parse(new InputSource(new StringReader(html)));
        } catch (SAXParseException e) {
            throw BrokenTemplate.of(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SAXParseException refused(String what) {
        return new SAXParseException(what, place);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.place = locator;
    }

    @Override
    public void startDTD(String name, @Nullable String publicId, @Nullable String systemId) throws SAXException {
        if (!name.equals("html") || publicId != null || systemId != null) {
            throw refused("The document type is just html");
        }
    }

    @Override
    public void internalEntityDecl(String name, String value) throws SAXException {
        throw refused("A template declares no entities");
    }

    @Override
    public void externalEntityDecl(String name, @Nullable String publicId, String systemId) throws SAXException {
        throw refused("A template declares no entities");
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
        throw refused("A template holds no instructions");
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        if (qName.equalsIgnoreCase("script")) throw refused("A paper runs no scripts");
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }
}
