package com.company.erp.document.printing;

import com.company.erp.document.letterhead.LetterheadDetails;
import com.company.erp.kernel.Money;
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
import org.jspecify.annotations.Nullable;

/**
 * The square code from which a banking app reads a SEPA credit transfer: "Quick Response Code: Guidelines to enable
 * data capture for the initiation of a SEPA credit transfer", European Payments Council, EPC069-12 version 2.
 */
final class PaymentCode {

    private static final int MODULE_PIXELS = 8;
    private static final int NAME_LENGTH = 70;
    private static final int TEXT_LENGTH = 140;

    private PaymentCode() {}

    /** As a picture within the page; null where there is nothing to pay in euro. */
    static @Nullable String of(LetterheadDetails bank, String payee, Money amount, String text) {
        String iban = bank.iban();
        boolean payable = amount.currency().getCurrencyCode().equals("EUR")
                && amount.amount().signum() > 0
                && amount.amount().precision() - amount.amount().scale() <= 9;
        if (iban == null || !payable) return null;
        String content = String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                bank.bic() == null ? "" : bank.bic(),
                shortened(payee, NAME_LENGTH),
                iban,
                "EUR" + amount.amount().toPlainString(),
                "",
                "",
                shortened(text, TEXT_LENGTH));
        return picture(content);
    }

    private static String shortened(String text, int length) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= length ? line : line.substring(0, length);
    }

    private static String picture(String content) {
        try {
            var hints = Map.of(
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.M,
                    EncodeHintType.CHARACTER_SET,
                    "UTF-8",
                    EncodeHintType.MARGIN,
                    0);
            BitMatrix modules = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 1, 1, hints);
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
            throw new UncheckedIOException(new IOException("The payment code cannot be drawn.", e));
        }
    }
}
