package com.company.erp.document.attachment;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.events.DomainEvent;

/** What happens to the files of records, told of the record. */
public sealed interface AttachmentEvent extends DomainEvent {

    /** A record got a file. */
    record Added(DocumentRef ref, AttachmentId attachment, String name) implements AttachmentEvent {
        @Override
        public String type() {
            return "attachment.added";
        }
    }

    /** A file was replaced by a newer version. */
    record Replaced(DocumentRef ref, AttachmentId attachment, String name) implements AttachmentEvent {
        @Override
        public String type() {
            return "attachment.replaced";
        }
    }

    /** A file was taken away. */
    record Removed(DocumentRef ref, AttachmentId attachment, String name) implements AttachmentEvent {
        @Override
        public String type() {
            return "attachment.removed";
        }
    }
}
