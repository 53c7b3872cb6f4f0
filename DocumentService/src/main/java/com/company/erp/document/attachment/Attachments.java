package com.company.erp.document.attachment;

import com.company.erp.kernel.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Attachments extends Repository<Attachment, UUID> {

    Attachment saveAndFlush(Attachment attachment);

    void delete(Attachment attachment);

    void flush();

    Optional<Attachment> findById(UUID id);

    List<Attachment> findByResourceAndRecordIdOrderById(String resource, UUID recordId);

    Optional<Attachment> findByRecordTypeAndRecordIdAndSource(String type, UUID recordId, Attachment.Source source);

    long countByResourceAndRecordId(String resource, UUID recordId);

    default Attachment get(AttachmentId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("attachment.unknown", "There is no such file."));
    }
}
