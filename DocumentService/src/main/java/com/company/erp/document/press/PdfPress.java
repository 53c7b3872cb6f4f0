package com.company.erp.document.press;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;
import org.thymeleaf.exceptions.TemplateEngineException;

/**
 * Prints a template with its content as PDF/A-3u: fonts embedded, nothing fetched from elsewhere. Fonts, templates and
 * the machinery behind are loaded at the first print.
 */
@Component
public class PdfPress {

    private static final String FOLDER = "print/";
    private static final List<Font> FONTS = List.of(
            new Font("Inter", 400, "Inter-Regular.ttf"),
            new Font("Inter", 600, "Inter-SemiBold.ttf"),
            new Font("Arabic", 400, "NotoSansArabic-Regular.ttf"),
            new Font("Arabic", 600, "NotoSansArabic-Bold.ttf"));

    private record Font(String family, int weight, String file) {}

    private record Loaded(Templates templates, Map<String, byte[]> fonts, byte[] colours) {}

    private volatile @Nullable Loaded loaded;

    /** Writes the PDF of a sheet, set by the house's template of that name. */
    public void print(String template, Sheet sheet, OutputStream out) throws IOException {
        set(ready().templates.fill(template, null, sheet), sheet.words().language(), out);
    }

    /**
     * Writes the PDF of a sheet, set by a template that is not the house's.
     *
     * @throws BrokenTemplate when it does not work
     */
    public void printBy(String html, Sheet sheet, OutputStream out) throws IOException {
        Markup.check(html);
        String filled;
        try {
            filled = ready().templates.fill("template", html, sheet);
        } catch (TemplateEngineException e) {
            throw BrokenTemplate.of(e);
        }
        try {
            set(filled, sheet.words().language(), out);
        } catch (RuntimeException e) {
            throw BrokenTemplate.unprintable(e);
        }
    }

    /** The house's own template, to begin with. */
    public static String template(String name) {
        return new String(resource(name + ".html"), StandardCharsets.UTF_8);
    }

    private void set(String html, Locale language, OutputStream out) throws IOException {
        Loaded ready = ready();
        var builder = new PdfRendererBuilder();
        for (Font font : FONTS) {
            builder.useFont(
                    () -> new ByteArrayInputStream(ready.fonts.get(font.file)),
                    font.family,
                    font.weight,
                    FontStyle.NORMAL,
                    true);
        }
        builder.usePdfAConformance(PdfAConformance.PDFA_3_U);
        builder.useColorProfile(ready.colours);
        builder.useUnicodeBidiSplitter(TextDirections::new);
        builder.useUnicodeBidiReorderer(new ArabicShaping());
        if (isRightToLeft(language)) builder.addDOMMutator(new Mirror());
        builder.defaultTextDirection(isRightToLeft(language) ? TextDirection.RTL : TextDirection.LTR);
        // Pictures come within the page; a template names nothing outside.
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith("data:"), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withProducer("ERP");
        builder.withHtmlContent(html, null);
        // It closes what it writes to, which the caller has not done with.
        builder.toStream(StreamUtils.nonClosing(out));
        builder.run();
    }

    /** Binds papers into one, which claims no conformance of its own. */
    public static void bind(List<InputStreamSource> papers, OutputStream out) throws IOException {
        var binder = new PDFMergerUtility();
        for (InputStreamSource paper : papers) {
            try (InputStream in = paper.getInputStream()) {
                binder.addSource(new RandomAccessReadBuffer(in));
            }
        }
        binder.setDestinationStream(out);
        binder.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
    }

    static boolean isRightToLeft(Locale language) {
        return language.getLanguage().equals("ar");
    }

    private Loaded ready() {
        Loaded ready = loaded;
        if (ready == null) {
            ready = load();
            loaded = ready;
        }
        return ready;
    }

    private static Loaded load() {
        XRLog.setLoggingEnabled(false);
        Map<String, byte[]> fonts = new HashMap<>();
        for (Font font : FONTS) fonts.put(font.file, resource("fonts/" + font.file));
        byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var style = new String(resource("paper.css"), StandardCharsets.UTF_8);
        return new Loaded(new Templates(style), Map.copyOf(fonts), colours);
    }

    private static byte[] resource(String name) {
        try (InputStream in = PdfPress.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in == null) throw new IllegalStateException("The house lacks " + FOLDER + name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
