package com.company.erp.document.attachment;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.platform.tenancy.CompanyPart;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A word that people sort files by. */
@Entity
@Table(name = "attachment_tags")
class AttachmentTag extends CompanyPart {

    private static final int CHARS_MAX = 40;
    private static final int MOST = 20;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "attachment_id", updatable = false)
    private Attachment attachment;

    private String tag;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected AttachmentTag() {}

    AttachmentTag(Attachment attachment, String tag) {
        this.attachment = attachment;
        this.tag = tag;
    }

    /**
     * As tags are kept: small letters, each once.
     *
     * @throws InvalidInput file.tags
     */
    static Set<String> plain(Collection<String> given) {
        Set<String> tags = new TreeSet<>();
        for (String tag : given) {
            String plain = tag.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs},\\s]+", " ")
                    .strip()
                    .toLowerCase(Locale.ROOT);
            if (plain.isEmpty() || plain.length() > CHARS_MAX) throw wrong();
            tags.add(plain);
        }
        if (tags.size() > MOST) throw wrong();
        return tags;
    }

    private static InvalidInput wrong() {
        return new InvalidInput(
                "tags", "file.tags", "A file has at most " + MOST + " tags, of at most " + CHARS_MAX + " characters.");
    }

    String tag() {
        return tag;
    }

    @Override
    public CompanyRecord whole() {
        return attachment;
    }
}
