package com.company.erp.document.attachment;

import com.company.erp.document.attachment.AttachmentView.PlaceView;
import com.company.erp.platform.records.RecordKind;
import com.company.erp.platform.records.Records;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By which of their records files are seen in one call, each record asked for once. A file is seen by who may see one
 * of its records, and kept as long as the strictest of them demands.
 */
final class Sightings {

    private final Records records;
    private final RetentionTerms terms;
    private final Map<Place, Optional<RecordKind.Found>> seen = new HashMap<>();
    private final Map<Place, Optional<LocalDate>> booked = new HashMap<>();

    Sightings(Records records, RetentionTerms terms) {
        this.records = records;
        this.terms = terms;
    }

    /** The records that are seen; refused as the first one is where none of them is. */
    private Stream<PlaceView> seenPlaces(Attachment attachment) {
        List<PlaceView> places = attachment.places().stream()
                .flatMap(place -> seen
                        .computeIfAbsent(place, asked -> records.seen(asked.resource(), asked.record()))
                        .map(found -> new PlaceView(place.resource(), place.record(), found.label()))
                        .stream())
                .toList();
        if (!places.isEmpty()) return places.stream();
        Place home = attachment.places().getFirst();
        RecordKind.Found found = records.visible(home.resource(), home.record());
        return Stream.of(new PlaceView(home.resource(), home.record(), found.label()));
    }

    void require(Attachment attachment) {
        seenPlaces(attachment).close();
    }

    AttachmentView view(Attachment attachment) {
        return attachment.view(seenPlaces(attachment).toList(), booked(attachment.places()), terms);
    }

    /** As one of its records shows it. */
    AttachmentView view(Attachment attachment, Place from) {
        Comparator<PlaceView> thatFirst =
                Comparator.comparing(place -> !from.equals(new Place(place.resource(), place.record())));
        return attachment.view(seenPlaces(attachment).sorted(thatFirst).toList(), booked(attachment.places()), terms);
    }

    /** When the last of the records came into the books; null when none did. */
    @Nullable LocalDate booked(List<Place> places) {
        return places.stream()
                .flatMap(place ->
                        booked
                                .computeIfAbsent(place, asked -> records.bookedOn(asked.resource(), asked.record()))
                                .stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
