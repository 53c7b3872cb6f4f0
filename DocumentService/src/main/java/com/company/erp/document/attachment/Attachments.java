package com.company.erp.document.attachment;

import com.company.erp.kernel.NotFound;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Attachments extends Repository<Attachment, UUID> {

    Attachment saveAndFlush(Attachment attachment);

    void delete(Attachment attachment);

    void flush();

    Optional<Attachment> findById(UUID id);

    List<Attachment> findByResourceAndRecordId(String resource, UUID recordId);

    @Query("select l.attachment from AttachmentLink l where l.resource = :resource and l.recordId = :recordId")
    List<Attachment> findLinked(String resource, UUID recordId);

    Optional<Attachment> findByRecordTypeAndRecordIdAndSource(String type, UUID recordId, Attachment.Source source);

    /** The files of a record, the oldest first. */
    default Stream<Attachment> of(Place place) {
        return Stream.concat(
                        findByResourceAndRecordId(place.resource(), place.record()).stream(),
                        findLinked(place.resource(), place.record()).stream())
                .sorted(Comparator.comparing(
                        attachment -> attachment.id().value().toString()));
    }

    long countByResourceAndRecordId(String resource, UUID recordId);

    @Query("select count(l) from AttachmentLink l where l.resource = :resource and l.recordId = :recordId")
    long countLinked(String resource, UUID recordId);

    default long count(Place place) {
        return countByResourceAndRecordId(place.resource(), place.record())
                + countLinked(place.resource(), place.record());
    }

    default Attachment get(AttachmentId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("attachment.unknown", "There is no such file."));
    }
}
