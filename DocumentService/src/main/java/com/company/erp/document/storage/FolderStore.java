package com.company.erp.document.storage;

import com.company.erp.kernel.CompanyId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Blobs in a folder: {@code <company>/<last two digits of the id>/<id>}. A draft is written beside, forced to disk and
 * renamed, and so are the folders' own entries: after a power failure a blob is there whole or not at all.
 */
final class FolderStore implements BlobStore {

    private static final String MARKER = "belongs-to";
    private static final int ID_LENGTH = 36;

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public Path workplace() throws IOException {
        return Files.createDirectories(folder.resolve("incoming"));
    }

    @Override
    public void put(CompanyId company, UUID id, Path draft) throws IOException {
        Path place = path(company, id);
        Path drawer = drawer(company, id);
        makeDurably(drawer);
        try (var file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        force(drawer);
    }

    @Override
    public InputStream open(CompanyId company, UUID id, long from) throws IOException {
        FileChannel file = FileChannel.open(path(company, id), StandardOpenOption.READ);
        return Channels.newInputStream(file.position(from));
    }

    @Override
    public OptionalLong size(CompanyId company, UUID id) throws IOException {
        try {
            return OptionalLong.of(Files.size(path(company, id)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void delete(CompanyId company, UUID id) throws IOException {
        Files.deleteIfExists(path(company, id));
    }

    @Override
    public Stream<Blob> list(CompanyId company) throws IOException {
        Path home = home(company);
        if (!Files.isDirectory(home)) return Stream.empty();
        return Files.walk(home, 2)
                .filter(file -> home.relativize(file).getNameCount() == 2)
                .filter(file -> file.getFileName().toString().length() == ID_LENGTH)
                .map(FolderStore::blob);
    }

    private static Blob blob(Path file) {
        try {
            Instant storedAt = Files.getLastModifiedTime(file).toInstant();
            return new Blob(UUID.fromString(file.getFileName().toString()), storedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> marker(CompanyId company) throws IOException {
        try {
            return Optional.of(Files.readString(home(company).resolve(MARKER)).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void mark(CompanyId company, String marker) throws IOException {
        makeDurably(home(company));
        Path draft = Files.createTempFile(workplace(), "marker", null);
        try (var file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            file.write(StandardCharsets.UTF_8.encode(marker));
            file.force(true);
        }
        Files.move(draft, home(company).resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
        force(home(company));
    }

    @Override
    public void tidy(Instant before) throws IOException {
        try (Stream<Path> drafts = Files.list(workplace())) {
            for (Path draft : drafts.toList()) {
                try {
                    if (Files.getLastModifiedTime(draft).toInstant().isBefore(before)) Files.delete(draft);
                } catch (NoSuchFileException e) {
                    continue; // Finished, or tidied by another instance, meanwhile.
                }
            }
        }
    }

    private Path home(CompanyId company) {
        return folder.resolve(company.value().toString());
    }

    private Path drawer(CompanyId company, UUID id) {
        return home(company).resolve(id.toString().substring(ID_LENGTH - 2));
    }

    private Path path(CompanyId company, UUID id) {
        return drawer(company, id).resolve(id.toString());
    }

    private static void makeDurably(Path wanted) throws IOException {
        if (Files.isDirectory(wanted)) return;
        Path parent = wanted.toAbsolutePath().getParent();
        if (parent != null) makeDurably(parent);
        Files.createDirectories(wanted);
        if (parent != null) force(parent);
    }

    private static void force(Path directory) throws IOException {
        try (var entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }
}
