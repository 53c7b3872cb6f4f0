package com.company.erp.document.press;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** The square code (QR, ISO/IEC 18004) that a phone reads, as a picture within a page. */
public final class SquareCode {

    private static final int MODULE_PIXELS = 8;
    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.CHARACTER_SET,
            "UTF-8",
            EncodeHintType.MARGIN,
            0);

    private SquareCode() {}

    /** Without the quiet zone, which the page leaves around it. */
    public static String of(String content) {
        try {
            BitMatrix modules = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 1, 1, HINTS);
            int size = modules.getWidth() * MODULE_PIXELS;
            var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
            for (int x = 0; x < size; x++) {
                for (int y = 0; y < size; y++) {
                    image.setRGB(x, y, modules.get(x / MODULE_PIXELS, y / MODULE_PIXELS) ? 0 : 0xffffff);
                }
            }
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException | IOException e) {
            throw new UncheckedIOException(new IOException("The square code cannot be drawn.", e));
        }
    }
}
