package com.company.erp.document.letterhead;

import com.company.erp.document.attachment.Attaching;
import com.company.erp.document.attachment.AttachmentView;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Says how the company's papers look. Each call is one transaction, joined if one is open. */
@Door
public class LetterheadBook {

    private static final String RESOURCE = "letterheads";
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg");
    private static final long LOGO_BYTES = 1 << 20;

    private final Letterheads letterheads;
    private final Attaching attaching;

    LetterheadBook(Letterheads letterheads, Attaching attaching) {
        this.letterheads = letterheads;
        this.attaching = attaching;
    }

    private Optional<Letterhead> own() {
        return letterheads.findById(Scope.company().value());
    }

    /** How the company's papers look; plain until somebody says otherwise. */
    @Needs("letterhead.read")
    @Transactional(readOnly = true)
    public LetterheadView read() {
        return own().map(Letterhead::view)
                .orElseGet(
                        () -> new LetterheadView(new CompanyId(Scope.company().value()), 0, Letterhead.PLAIN));
    }

    /** The logo as a picture within a page; null without one, and where its file was removed. */
    @Needs("letterhead.read")
    @Transactional(readOnly = true)
    public @Nullable String logo() {
        Optional<AttachmentView> logo = logo(read().details());
        if (logo.isEmpty()) return null;
        try (InputStream in = attaching.download(logo.get().id(), null).source().open(0)) {
            String bytes = Base64.getEncoder().encodeToString(in.readAllBytes());
            return "data:" + logo.get().mediaType() + ";base64," + bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<AttachmentView> logo(LetterheadDetails details) {
        if (details.logo() == null) return Optional.empty();
        return attaching.list(RESOURCE, Scope.company().value()).items().stream()
                .filter(file -> file.id().equals(details.logo()))
                .findFirst();
    }

    /**
     * Changes how papers look that are made from now on.
     *
     * @throws StaleDocument record.stale
     * @throws InvalidInput letterhead.logo, letterhead.iban
     */
    @Needs(value = "letterhead.change", freshly = true)
    @Refuses({"record.stale", "letterhead.logo", "letterhead.iban"})
    public LetterheadView change(LetterheadDetails details, int version) {
        Letterhead letterhead = own().orElseGet(() -> new Letterhead(Scope.company()));
        letterhead.mustBeAt(version);
        if (details.iban() != null && !Iban.isValid(details.iban())) {
            throw new InvalidInput("iban", "letterhead.iban", "The check digits of this IBAN are wrong.");
        }
        if (details.logo() != null
                && logo(details).filter(LetterheadBook::isPicture).isEmpty()) {
            throw new InvalidInput(
                    "logo", "letterhead.logo", "A logo is a PNG or JPEG of at most 1 MB among the letterhead's files.");
        }
        letterhead.change(details);
        return letterheads.saveAndFlush(letterhead).view();
    }

    private static boolean isPicture(AttachmentView file) {
        return PICTURES.contains(file.mediaType()) && file.sizeBytes() <= LOGO_BYTES;
    }
}
