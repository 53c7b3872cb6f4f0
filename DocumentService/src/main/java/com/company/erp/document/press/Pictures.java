package com.company.erp.document.press;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages of papers as pictures, for whoever wants to see one at once. */
public final class Pictures {

    private static final int DOTS_PER_INCH = 96;

    private Pictures() {}

    /** The first pages of a paper that the house has printed, as PNG. */
    public static List<byte[]> of(byte[] pdf, int pagesMax) {
        try (var paper = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(paper);
            List<byte[]> pictures = new ArrayList<>();
            for (int page = 0; page < Math.min(pagesMax, paper.getNumberOfPages()); page++) {
                var picture = new ByteArrayOutputStream();
                ImageIO.write(renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.RGB), "png", picture);
                pictures.add(picture.toByteArray());
            }
            return pictures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
